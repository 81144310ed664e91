// Flattens the TOML tables to dotted keys and checks them against the ones we know.
#include "common/cli/config_file.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include "common/cli/language.h"
#include "common/cli/nearest_word.h"
#include "common/cli/usage_error.h"

namespace gazette {
namespace {

std::string value_text(const toml::node& node) {
  if (const auto text = node.value<std::string>(); node.is_string() && text) return *text;
  std::ostringstream out;
  out << std::boolalpha;
  node.visit([&out](const auto& value) {
    if constexpr (toml::is_value<decltype(value)>) out << value.get();
  });
  return out.str();
}

std::vector<std::string> value_texts(const toml::node& node) {
  std::vector<std::string> texts;
  if (const toml::array* const array = node.as_array()) {
    for (const toml::node& item : *array) texts.push_back(value_text(item));
  } else {
    texts.push_back(value_text(node));
  }
  return texts;
}

std::string dashed(std::string_view key) {
  std::string out(key);
  std::replace(out.begin(), out.end(), '_', '-');
  return out;
}

std::string at_line(const std::string& path, const toml::source_region& source) {
  return path + (source.begin.line > 0 ? ":" + std::to_string(source.begin.line) : "") + " : ";
}

toml::table parsed(const std::string& path) {
  try {
    return toml::parse_file(path);
  } catch (const toml::parse_error& error) {
    throw UsageError(at_line(path, error.source()) +
                     tr("configuration illisible : ", "unreadable configuration: ") +
                     std::string(error.description()));
  }
}

}  // namespace

ConfigFile ConfigFile::load(const std::string& path, std::span<const std::string_view> keys,
                            std::span<const std::string_view> others) {
  ConfigFile config;
  config.path_ = path;
  const toml::table root = parsed(path);
  const auto take = [&](const std::string& key, const toml::node& node) {
    if (std::ranges::find(keys, key) == keys.end()) {
      const std::string near(nearest_word(key, keys));
      throw UsageError(
          at_line(path, node.source()) + tr("clé inconnue : ", "unknown key: ") + key +
          (near.empty() ? ""
                        : tr(" ; vouliez-vous dire ", "; did you mean ") + near + tr(" ?", "?")));
    }
    config.values_[key] = value_texts(node);
  };
  for (const auto& [key, node] : root) {
    const std::string name = dashed(key.str());
    if (const toml::table* const table = node.as_table()) {
      if (std::ranges::find(others, name) != others.end()) continue;
      for (const auto& [inner, value] : *table) take(name + "." + dashed(inner.str()), value);
    } else {
      take(name, node);
    }
  }
  return config;
}

const std::vector<std::string>& ConfigFile::values(std::string_view key) const {
  static const std::vector<std::string> kNone;
  const auto found = values_.find(key);
  return found == values_.end() ? kNone : found->second;
}

std::string ConfigFile::text(std::string_view key, std::string_view standard) const {
  const std::vector<std::string>& found = values(key);
  return found.empty() ? std::string(standard) : found.back();
}

unsigned ConfigFile::number(std::string_view key, unsigned standard, unsigned least,
                            unsigned most) const {
  if (values(key).empty()) return standard;
  const std::string text = values(key).back();
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size() && value >= least && value <= most) {
    return value;
  }
  throw UsageError(path_ + " : " + std::string(key) +
                   tr(" : un nombre entier de ", ": a whole number from ") + std::to_string(least) +
                   tr(" à ", " to ") + std::to_string(most) + tr(", pas ", ", not ") + text);
}

}  // namespace gazette
