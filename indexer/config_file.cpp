// Flattens the TOML tables to dotted keys and checks them against the ones we know.
#include "indexer/config_file.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>
#include <vector>

#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include "indexer/language.h"
#include "indexer/nearest_word.h"
#include "indexer/usage_error.h"

namespace gazette::indexer {
namespace {

const std::vector<std::string> kKnownKeys = {"db", "lang", "add.format", "add.rejects",
                                             "add.threads"};
constexpr std::string_view kServerTable = "server";

std::string value_text(const toml::node& node) {
  if (const auto text = node.value<std::string>(); node.is_string() && text) return *text;
  std::ostringstream out;
  node.visit([&out](const auto& value) {
    if constexpr (toml::is_value<decltype(value)>) out << value.get();
  });
  return out.str();
}

}  // namespace

ConfigFile ConfigFile::load(const std::string& path) {
  ConfigFile config;
  config.path_ = path;
  toml::table root;
  try {
    root = toml::parse_file(path);
  } catch (const toml::parse_error& error) {
    const toml::source_position at = error.source().begin;
    throw UsageError(path + (at.line > 0 ? ":" + std::to_string(at.line) : "") + " : " +
                     tr("configuration illisible : ", "unreadable configuration: ") +
                     std::string(error.description()));
  }
  const auto take = [&](const std::string& key, const toml::node& node) {
    if (std::find(kKnownKeys.begin(), kKnownKeys.end(), key) == kKnownKeys.end()) {
      const std::optional<std::string> near = nearest_word(key, kKnownKeys);
      throw UsageError(
          path + ":" + std::to_string(node.source().begin.line) + " : " +
          tr("clé inconnue : ", "unknown key: ") + key +
          (near ? tr(" ; vouliez-vous dire ", "; did you mean ") + *near + tr(" ?", "?") : ""));
    }
    config.values_[key] = value_text(node);
  };
  for (const auto& [key, node] : root) {
    const std::string name(key.str());
    if (const toml::table* const table = node.as_table()) {
      if (name == kServerTable) continue;
      for (const auto& [inner, value] : *table) take(name + "." + std::string(inner.str()), value);
    } else {
      take(name, node);
    }
  }
  return config;
}

std::string ConfigFile::text(std::string_view key, std::string_view standard) const {
  const auto found = values_.find(key);
  return found == values_.end() ? std::string(standard) : found->second;
}

unsigned ConfigFile::number(std::string_view key, unsigned standard, unsigned least,
                            unsigned most) const {
  const auto found = values_.find(key);
  if (found == values_.end()) return standard;
  const std::string& text = found->second;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size() && value >= least && value <= most) {
    return value;
  }
  throw UsageError(path_ + " : " + std::string(key) +
                   tr(" : un nombre entier de ", ": a whole number from ") + std::to_string(least) +
                   tr(" à ", " to ") + std::to_string(most) + tr(", pas ", ", not ") + text);
}

}  // namespace gazette::indexer
