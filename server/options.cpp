// Reads the command line with CLI11; what flags leave open the environment, then the config file
// may say.
#include "server/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <map>
#include <optional>
#include <string_view>

#include "common/cli/config_file.h"
#include "common/cli/language.h"
#include "common/cli/nearest_word.h"
#include "common/cli/usage_error.h"
#include "common/http/limits.h"
#include "common/time_zone.h"

namespace gazette::server {
namespace {

/// One setting: --name, GAZETTE_NAME, and in the config file name or server.name.
struct Setting {
  std::string_view name;
  bool flag = false;
  bool many = false;
  bool shared = false;  ///< both programs': at the top of the config file
};

constexpr std::array kSettings = std::to_array<Setting>({
    {.name = "db", .shared = true},
    {.name = "lang", .shared = true},
    {.name = "listen"},
    {.name = "timezone"},
    {.name = "cors-origin", .many = true},
    {.name = "keys-file"},
    {.name = "public-pages", .flag = true},
    {.name = "threads"},
    {.name = "max-connections"},
    {.name = "rate-limit"},
    {.name = "log-queries", .flag = true},
    {.name = "quiet", .flag = true},
});

constexpr std::array<std::string_view, 2> kOtherTables{"add", "push"};  // the indexer's

std::string option_name(const Setting& setting) { return "--" + std::string(setting.name); }

std::string variable_name(const Setting& setting) {
  std::string name = "GAZETTE_" + std::string(setting.name);
  for (char& c : name) c = c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  return name;
}

std::string config_key(const Setting& setting) {
  return (setting.shared ? "" : "server.") + std::string(setting.name);
}

/// Where a value was said, so that a complaint names it, and what it was.
struct Value {
  std::string origin;
  std::vector<std::string> texts;
};

using Values = std::map<std::string_view, Value>;

[[noreturn]] void throw_unknown(const std::string& word) {
  std::vector<std::string> names{"--help", "--version", "--config"};
  for (const Setting& setting : kSettings) names.push_back(option_name(setting));
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string near(nearest_word(word.substr(0, word.find('=')), views));
  std::string message = word.starts_with('-')
                            ? tr("option inconnue : ", "unknown option: ")
                            : tr("argument inattendu : ", "unexpected argument: ");
  message += word;
  if (!near.empty()) message += tr(" ; vouliez-vous dire ", "; did you mean ") + near + tr(" ?", "?");
  throw UsageError(message);
}

[[noreturn]] void throw_translated(const CLI::Error& error) {
  const std::string what = error.what();  // CLI11 names the option first: "--threads: 1 required"
  const std::string option = what.substr(0, what.find_first_of(": "));
  throw UsageError(option +
                   tr(" : une valeur est attendue, une seule fois", ": takes one value, once"));
}

std::optional<Value> from_environment(const Setting& setting) {
  const std::string name = variable_name(setting);
  const char* const text = std::getenv(name.c_str());
  if (text == nullptr || *text == '\0') return std::nullopt;
  Value value{name, {}};
  std::string_view rest(text);
  while (setting.many && rest.find(',') != std::string_view::npos) {
    value.texts.emplace_back(rest.substr(0, rest.find(',')));
    rest.remove_prefix(rest.find(',') + 1);
  }
  value.texts.emplace_back(rest);
  return value;
}

ConfigFile load_config(const std::string& path) {
  if (path.empty()) return {};
  std::vector<std::string> keys;
  for (const Setting& setting : kSettings) keys.push_back(config_key(setting));
  const std::vector<std::string_view> views(keys.begin(), keys.end());
  return ConfigFile::load(path, views, kOtherTables);
}

/// Flags win over the environment, which wins over the file.
Values layered(const CLI::App& app, const std::string& config_path) {
  const ConfigFile config = load_config(config_path);
  Values values;
  for (const Setting& setting : kSettings) {
    const CLI::Option* const option = app.get_option(option_name(setting));
    if (option->count() > 0) {
      values[setting.name] = {option_name(setting), option->results()};
    } else if (auto value = from_environment(setting)) {
      values[setting.name] = std::move(*value);
    } else if (const auto& texts = config.values(config_key(setting)); !texts.empty()) {
      values[setting.name] = {config_path + " : " + config_key(setting), texts};
    }
  }
  return values;
}

class ValueReader {
 public:
  explicit ValueReader(Values values) : values_(std::move(values)) {}

  [[nodiscard]] std::string text(std::string_view name, std::string preset = {}) const {
    const auto found = values_.find(name);
    return found == values_.end() ? preset : found->second.texts.back();
  }

  [[nodiscard]] std::vector<std::string> texts(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>() : found->second.texts;
  }

  [[nodiscard]] bool flag(std::string_view name) const {
    const std::string value = text(name, "false");
    if (value == "true" || value == "1" || value == "yes" || value == "oui") return true;
    if (value == "false" || value == "0" || value == "no" || value == "non") return false;
    refuse(name, tr("oui ou non (true, false)", "yes or no (true, false)"));
  }

  [[nodiscard]] double number(std::string_view name, double least, double most,
                              double preset) const {
    const std::string value = text(name);
    if (value.empty()) return preset;
    double out = 0;
    const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), out);
    if (error == std::errc() && stop == value.data() + value.size() && out >= least &&
        out <= most) {
      return out;
    }
    refuse(name, tr("un nombre de ", "a number from ") + std::to_string(static_cast<long>(least)) +
                     tr(" à ", " to ") + std::to_string(static_cast<long>(most)));
  }

  [[noreturn]] void refuse(std::string_view name, const std::string& wanted) const {
    const auto found = values_.find(name);
    const std::string origin = found == values_.end() ? std::string(name) : found->second.origin;
    throw UsageError(origin + tr(" : « ", ": “") + text(name) +
                     tr(" », attendu : ", "”, expected: ") + wanted);
  }

 private:
  Values values_;
};

/// --lang must be known before the first complaint.
std::string asked_language(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word(argv[i]);
    if (word.starts_with("--lang=")) return std::string(word.substr(7));
    if (word == "--lang" && i + 1 < argc) return argv[i + 1];
  }
  const char* const variable = std::getenv("GAZETTE_LANG");
  return variable == nullptr ? "" : variable;
}

void check_origins(const ValueReader& reader, const std::vector<std::string>& origins) {
  for (const std::string& origin : origins) {
    const bool web = origin.starts_with("https://") || origin.starts_with("http://");
    const bool bare = web && origin.find('/', origin.find("://") + 3) == std::string::npos;
    if (origin != "*" && !bare) {
      reader.refuse("cors-origin", tr("* ou une origine sans chemin : https://journal.example",
                                      "* or an origin without a path: https://journal.example"));
    }
  }
}

ServerOptions options_of(const ValueReader& reader) {
  constexpr double kMaxThreads = 1024;
  constexpr double kMaxConnections = 1'000'000;
  constexpr double kMaxRate = 1'000'000;
  const std::string lang = reader.text("lang");
  if (!lang.empty() && lang != "fr" && lang != "en") {
    reader.refuse("lang", tr("fr ou en", "fr or en"));
  }
  if (!lang.empty()) set_language(choose_language(lang));
  ServerOptions options;
  options.database = reader.text("db");
  if (options.database.empty()) {
    throw UsageError(tr("quelle base ? donnez --db DOSSIER ou la variable GAZETTE_DB",
                        "which database? give --db FOLDER or the variable GAZETTE_DB"));
  }
  const std::string listen = reader.text("listen", "127.0.0.1:7700");
  const Result<http::Address> address = http::parse_address(listen);
  if (!address.ok())
    reader.refuse("listen", tr("HÔTE:PORT, par exemple 127.0.0.1:7700",
                               "HOST:PORT, for example 127.0.0.1:7700"));
  options.listen = *address;
  options.timezone = reader.text("timezone", std::string(kDefaultZone));
  options.cors_origins = reader.texts("cors-origin");
  check_origins(reader, options.cors_origins);
  options.keys_file = reader.text("keys-file");
  options.public_pages = reader.flag("public-pages");
  options.threads = static_cast<std::size_t>(reader.number("threads", 0, kMaxThreads, 0));
  options.max_connections = static_cast<std::size_t>(reader.number(
      "max-connections", 1, kMaxConnections, static_cast<double>(http::Limits{}.connections)));
  options.rate_limit = reader.number("rate-limit", 0, kMaxRate, 0);
  options.log_queries = reader.flag("log-queries");
  options.quiet = reader.flag("quiet");
  return options;
}

}  // namespace

ServerOptions parse_options(int argc, const char* const* argv) {
  set_language(choose_language(asked_language(argc, argv)));
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  bool help = false;
  bool version = false;
  std::string config_path;
  app.add_flag("-h,--help", help);
  app.add_flag("--version", version);
  app.add_option("--config", config_path)->envname("GAZETTE_CONFIG");
  for (const Setting& setting : kSettings) {
    const std::string names =
        setting.name == "quiet" ? "-q," + option_name(setting) : option_name(setting);
    if (setting.flag) {
      app.add_flag(names);
    } else {
      app.add_option(names)->expected(1)->multi_option_policy(
          setting.many ? CLI::MultiOptionPolicy::TakeAll : CLI::MultiOptionPolicy::Throw);
    }
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    throw_translated(error);
  }
  if (help || version) {
    ServerOptions options;
    options.command = help ? Command::kHelp : Command::kVersion;
    return options;
  }
  const std::vector<std::string> extras = app.remaining();
  if (!extras.empty()) throw_unknown(extras.front());
  return options_of(ValueReader(layered(app, config_path)));
}

}  // namespace gazette::server
