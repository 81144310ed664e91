// Reads the command line with CLI11; our own words for what it finds wrong.
#include "indexer/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "common/cli/config_file.h"
#include "common/cli/language.h"
#include "common/cli/nearest_word.h"
#include "common/cli/usage_error.h"

namespace gazette::indexer {
namespace {

constexpr unsigned kMaxThreads = 64;  // more only wait for the one writer

constexpr std::array<std::string_view, 8> kConfigKeys{
    "db",          "lang",         "add.format",       "add.rejects",
    "add.threads", "serve.listen", "serve.token-file", "serve.threads"};
constexpr std::array<std::string_view, 1> kOtherTables{"server"};  // gazette-server's

const std::vector<std::pair<std::string, Command>> kCommands = {
    {"add", Command::kAdd},         {"remove", Command::kRemove},   {"dump", Command::kDump},
    {"check", Command::kCheck},     {"compact", Command::kCompact}, {"stats", Command::kStats},
    {"explain", Command::kExplain}, {"serve", Command::kServe},     {"watch", Command::kWatch}};

/// Everything that CLI11 fills in, before the other sources are asked.
struct Parsed {
  Options options;
  std::string config, lang;
  bool help = false, version = false, quiet = false;
};

std::string asked_language(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word(argv[i]);
    if (word.starts_with("--lang=")) return std::string(word.substr(7));
    if (word == "--lang" && i + 1 < argc) return argv[i + 1];
  }
  return {};
}

void add_common_options(CLI::App& app, Parsed& parsed) {
  app.set_help_flag();
  app.allow_extras();
  app.fallthrough();
  app.add_flag("-h,--help", parsed.help);
  app.add_flag("--version", parsed.version);
  app.add_option("--db", parsed.options.database);
  app.add_option("--config", parsed.config);
  app.add_option("--lang", parsed.lang);
  app.add_flag("--json", parsed.options.json);
  app.add_flag("-q,--quiet", parsed.quiet);
}

void add_commands(CLI::App& app, Parsed& parsed) {
  for (const auto& [name, command] : kCommands) {
    CLI::App* const sub = app.add_subcommand(name);
    sub->set_help_flag();
    sub->allow_extras();
    if (command == Command::kAdd) {
      sub->add_option("--format", parsed.options.format);
      sub->add_option("--rejects", parsed.options.rejects);
      sub->add_option("--threads", parsed.options.threads)->check(CLI::Range(0u, kMaxThreads));
      sub->add_option("PATH", parsed.options.arguments);
    }
    if (command == Command::kExplain) {
      sub->add_option("--format", parsed.options.format);
      sub->add_option("--date", parsed.options.date);
      sub->add_option("--dateline", parsed.options.dateline);
      sub->add_option("--timezone", parsed.options.timezone);
      sub->add_option("--reference", parsed.options.reference);
      sub->add_option("PATH", parsed.options.arguments);
    }
    if (command == Command::kServe) {
      sub->add_option("--listen", parsed.options.listen);
      sub->add_option("--token-file", parsed.options.token_file);
      sub->add_option("--threads", parsed.options.threads)->check(CLI::Range(0u, kMaxThreads));
    }
    if (command == Command::kDump) sub->add_flag("--embargoed", parsed.options.embargoed);
    if (command == Command::kWatch) sub->add_option("FOLDER", parsed.options.arguments);
    if (command == Command::kRemove) sub->add_option("ID", parsed.options.arguments);
  }
}

std::vector<std::string> known_words(const CLI::App& app, bool flags) {
  std::vector<std::string> words;
  const auto take = [&](const CLI::App& from) {
    for (const CLI::Option* option : from.get_options()) {
      for (const std::string& name : option->get_lnames()) words.push_back("--" + name);
    }
  };
  if (flags) {
    take(app);
    for (const CLI::App* sub : app.get_subcommands()) take(*sub);
  } else {
    for (const auto& [name, command] : kCommands) words.push_back(name);
  }
  return words;
}

[[noreturn]] void throw_unknown(const CLI::App& app, const std::string& word) {
  const bool flag = word.starts_with('-');
  std::string message =
      flag ? tr("option inconnue : ", "unknown option: ")
           : tr("argument ou commande inconnue : ", "unknown argument or command: ");
  message += word;
  const std::vector<std::string> known = known_words(app, flag);
  const std::vector<std::string_view> views(known.begin(), known.end());
  const std::string near(nearest_word(word, views));
  if (!near.empty())
    message += tr(" ; vouliez-vous dire ", "; did you mean ") + near + tr(" ?", "?");
  throw UsageError(message);
}

[[noreturn]] void throw_translated(const CLI::Error& error) {
  // CLI11 names the option first: "--threads: Value x not in range …".
  const std::string what = error.what();
  const std::string option = what.substr(0, what.find_first_of(": "));
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    throw UsageError(option +
                     tr(" : une valeur est attendue, une seule fois", ": takes one value, once"));
  }
  throw UsageError(option + tr(" : valeur impossible", ": impossible value"));
}

/// Flags came first; what they leave open the environment, then the config file may say.
void fill_from_elsewhere(const CLI::App& app, Parsed& parsed) {
  Options& options = parsed.options;
  const ConfigFile config = parsed.config.empty()
                                ? ConfigFile()
                                : ConfigFile::load(parsed.config, kConfigKeys, kOtherTables);
  if (options.database.empty()) {
    const char* const variable = std::getenv("GAZETTE_DB");
    options.database = variable != nullptr && *variable != '\0' ? variable : config.text("db");
  }
  if (parsed.lang.empty()) {
    const std::string lang = config.text("lang");
    if (!lang.empty()) set_language(choose_language(lang));
  }
  const CLI::App* const add = app.get_subcommand("add");
  if (options.command == Command::kAdd && add->count("--format") == 0) {
    options.format = config.text("add.format", options.format);
  }
  if (add->count("--rejects") == 0) options.rejects = config.text("add.rejects");
  if (add->count("--threads") == 0) {
    options.threads = config.number("add.threads", options.threads, 0, kMaxThreads);
  }
  if (options.command != Command::kServe) return;
  if (options.listen.empty()) options.listen = config.text("serve.listen");
  if (options.token_file.empty()) options.token_file = config.text("serve.token-file");
  if (app.get_subcommand("serve")->count("--threads") == 0) {
    options.threads = config.number("serve.threads", 0, 0, kMaxThreads);
  }
}

void require_one_question(const Options& options) {
  const int asked = (options.date ? 1 : 0) + (options.dateline ? 1 : 0);
  if (asked + (options.arguments.empty() ? 0 : 1) != 1) {
    throw UsageError(
        tr("expliquer quoi ? donnez des fichiers, ou --date TEXTE, ou --dateline TEXTE",
           "explain what? give files, or --date TEXT, or --dateline TEXT"));
  }
  if (!options.date && !(options.timezone.empty() && options.reference.empty())) {
    throw UsageError(tr("--timezone et --reference vont avec --date",
                        "--timezone and --reference go with --date"));
  }
}

void require_complete(const Options& options) {
  if (options.command == Command::kExplain) return require_one_question(options);
  if (options.database.empty()) {
    throw UsageError(tr("quelle base ? donnez --db DOSSIER ou la variable GAZETTE_DB",
                        "which database? give --db FOLDER or the variable GAZETTE_DB"));
  }
  if (options.command == Command::kAdd && options.arguments.empty()) {
    throw UsageError(
        tr("rien à ajouter : donnez des fichiers, des dossiers, ou « - » pour l'entrée "
           "standard",
           "nothing to add: give files, folders, or “-” for standard input"));
  }
  if (options.command == Command::kServe &&
      (options.listen.empty() || options.token_file.empty())) {
    throw UsageError(
        tr("donnez --listen HÔTE:PORT (par exemple 127.0.0.1:7701) et --token-file "
           "FICHIER (un jeton par ligne : openssl rand -hex 24)",
           "give --listen HOST:PORT (127.0.0.1:7701, say) and --token-file FILE (one "
           "token a line: openssl rand -hex 24)"));
  }
  if (options.command == Command::kWatch && options.arguments.size() != 1) {
    throw UsageError(tr("quel dossier ? un seul : gazette-indexer watch --db BASE DOSSIER",
                        "which folder? one: gazette-indexer watch --db DATABASE FOLDER"));
  }
  if (options.command == Command::kRemove && options.arguments.empty()) {
    throw UsageError(tr("rien à retirer : donnez des identifiants d'articles",
                        "nothing to remove: give ids of articles"));
  }
}

}  // namespace

Options parse_options(int argc, const char* const* argv) {
  const std::string asked = asked_language(argc, argv);
  set_language(choose_language(asked));
  if (!asked.empty() && asked != "fr" && asked != "en") {
    throw UsageError(tr("--lang : fr ou en, pas ", "--lang: fr or en, not ") + asked);
  }
  // What stands behind "--" is taken as it is, whatever it starts with.
  const char* const* const words_end = argv + argc;
  const char* const* const bar = std::find(argv, words_end, std::string_view("--"));
  Parsed parsed;
  CLI::App app;
  add_common_options(app, parsed);
  add_commands(app, parsed);
  try {
    app.parse(static_cast<int>(bar - argv), argv);
  } catch (const CLI::ParseError& error) {
    throw_translated(error);
  }
  Options& options = parsed.options;
  options.progress = !parsed.quiet && !options.json;
  const std::vector<CLI::App*> chosen = app.get_subcommands();
  const std::string name = chosen.empty() ? "" : chosen.front()->get_name();
  if (parsed.version) {
    options.command = Command::kVersion;
    return options;
  }
  const std::vector<std::string> extras = app.remaining(true);
  if (parsed.help || (chosen.empty() && extras.empty())) {
    options.command = Command::kHelp;
    options.help_topic = name;
    if (!parsed.help) throw UsageError(tr("quelle commande ?", "which command?"));
    return options;
  }
  if (!extras.empty()) throw_unknown(app, extras.front());
  for (const auto& [known, command] : kCommands) {
    if (known == name) options.command = command;
  }
  if (bar != words_end) {
    options.arguments.insert(options.arguments.end(), bar + 1, words_end);
  }
  fill_from_elsewhere(app, parsed);
  require_complete(options);
  return options;
}

}  // namespace gazette::indexer
