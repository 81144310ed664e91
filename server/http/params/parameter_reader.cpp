// Reads one request's parameters by the table.
#include "server/http/params/parameter_reader.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "common/cli/nearest_word.h"
#include "common/utf8.h"

namespace gazette::server {
namespace {

constexpr std::size_t kMaxPairs = 1000;  // far over any form; each is compared with the others
constexpr std::size_t kShown = 60;       // bytes of a faulty value worth repeating

/// A value as messages quote it: cut on a character, never malformed.
std::string shown(std::string_view value) {
  std::string text = utf8::repaired(value.substr(0, kShown));
  if (value.size() > kShown) text += "…";
  return text;
}

std::string joined(std::span<const std::string_view> words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ", ";
    out += word;
  }
  return out;
}

std::optional<std::size_t> to_number(std::string_view text) {
  std::size_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || error != std::errc() || stop != end) return std::nullopt;
  return value;
}

/// How often a parameter may be given.
std::size_t most_times(const ParameterSpec& spec) {
  switch (spec.kind) {
    case ParameterKind::kValues:
    case ParameterKind::kPlaces:
    case ParameterKind::kList:
      return kMaxPairs;
    case ParameterKind::kTexts:
      return spec.greatest;
    default:
      return 1;
  }
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

ParameterReader::ParameterReader(http::QueryList query, Endpoint endpoint, Strictness strictness)
    : query_(std::move(query)), endpoint_(endpoint), strictness_(strictness) {
  if (query_.size() > kMaxPairs) {
    fail({.parameter = "*", .detail = "Plus de 1000 paramètres."});
    query_.clear();
  }
  for (std::size_t i = 0; i < query_.size(); ++i) check(query_[i], i);
  std::erase_if(query_, [&](const auto& pair) {
    const ParameterSpec* spec = find_parameter(pair.first, endpoint_);
    return spec == nullptr || !utf8::valid(pair.second) ||
           (pair.second.empty() && strictness_ == Strictness::kLenient);
  });
}

void ParameterReader::check(const std::pair<std::string, std::string>& pair, std::size_t index) {
  const auto& [name, value] = pair;
  const ParameterSpec* spec = find_parameter(name, endpoint_);
  if (spec == nullptr) {
    if (strictness_ == Strictness::kLenient) return;
    const std::string_view meant = suggest_parameter(name, endpoint_);
    std::string detail =
        "« " + shown(name) + " » n’existe pas pour " + std::string(endpoint_title(endpoint_)) + ".";
    const ParameterSpec* other = meant.empty() ? nullptr : find_parameter(meant, endpoint_);
    if (other != nullptr) detail += " Vouliez-vous dire « " + std::string(meant) + " » ?";
    return fail({.parameter = shown(name),
                 .detail = std::move(detail),
                 .example = std::string(other != nullptr ? other->example : ""),
                 .unknown = true});
  }
  if (!utf8::valid(value)) return fail(name, "Le texte n’est pas en UTF-8.");
  const auto same = [&pair](const auto& other) { return other.first == pair.first; };
  const auto here = query_.begin() + static_cast<std::ptrdiff_t>(index);
  const auto before = static_cast<std::size_t>(std::count_if(query_.begin(), here, same));
  const std::size_t most = most_times(*spec);
  if (before == most) {
    return fail(name, "« " + name + " » ne peut être donné " +
                          (most == 1 ? "qu’une fois." : "que " + std::to_string(most) + " fois."));
  }
  const bool may_be_empty =
      spec->kind == ParameterKind::kText || spec->kind == ParameterKind::kTexts;
  if (value.empty() && !may_be_empty && strictness_ == Strictness::kStrict) {
    fail(name, "« " + name + " » est vide.");
  }
}

bool ParameterReader::has(std::string_view name) const {
  return std::any_of(query_.begin(), query_.end(), [&](const auto& p) { return p.first == name; });
}

std::string_view ParameterReader::text(std::string_view name) const {
  for (const auto& [key, value] : query_) {
    if (key == name) return value;
  }
  return {};
}

std::vector<std::string_view> ParameterReader::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const auto& [key, value] : query_) {
    if (key == name && !value.empty()) values.emplace_back(value);
  }
  return values;
}

std::vector<std::string> ParameterReader::texts(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : query_) {
    if (key == name) values.push_back(value);
  }
  return values;
}

std::size_t ParameterReader::number(std::string_view name) {
  const ParameterSpec& spec = *find_parameter(name, endpoint_);
  const std::string_view value = text(name);
  if (value.empty()) return spec.preset;
  const auto number = to_number(value);
  if (number && *number >= spec.least && *number <= spec.greatest) return *number;
  fail(name, "« " + shown(value) + " » : un nombre de " + std::to_string(spec.least) + " à " +
                 std::to_string(spec.greatest) + " est attendu.");
  return spec.preset;
}

bool ParameterReader::flag(std::string_view name) {
  const std::string_view value = text(name);
  if (value == "true" || value == "1") return true;
  if (!value.empty() && value != "false" && value != "0") {
    fail(name, "« " + shown(value) + " » : true ou false est attendu.");
  }
  return false;
}

std::size_t ParameterReader::choice_of(const ParameterSpec& spec, std::string_view value) {
  const auto found = std::ranges::find(spec.choices, value);
  if (found != spec.choices.end()) return static_cast<std::size_t>(found - spec.choices.begin());
  const std::string_view meant = nearest_word(value, spec.choices);
  std::string detail = "« " + shown(value) + " » n’est pas une valeur de « " +
                       std::string(spec.name) + " » : " + joined(spec.choices) + ".";
  if (!meant.empty()) detail += " Vouliez-vous dire « " + std::string(meant) + " » ?";
  fail(spec.name, std::move(detail));
  return spec.choices.size();
}

std::size_t ParameterReader::choice(std::string_view name, std::size_t absent) {
  const ParameterSpec& spec = *find_parameter(name, endpoint_);
  const std::string_view value = text(name);
  if (value.empty()) return absent;
  const std::size_t index = choice_of(spec, value);
  return index == spec.choices.size() ? absent : index;
}

std::vector<std::size_t> ParameterReader::list(std::string_view name) {
  const ParameterSpec& spec = *find_parameter(name, endpoint_);
  std::vector<std::size_t> items;
  for (std::string_view rest : all(name)) {
    while (!rest.empty()) {
      const std::size_t comma = rest.find(',');
      const std::string_view item = trimmed(rest.substr(0, comma));
      rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
      if (item.empty()) continue;
      const std::size_t index = choice_of(spec, item);
      if (index == spec.choices.size()) continue;
      if (std::find(items.begin(), items.end(), index) == items.end()) items.push_back(index);
    }
  }
  return items;
}

void ParameterReader::replace(std::string_view name, std::string_view given,
                              std::string canonical) {
  const auto found = std::find_if(query_.begin(), query_.end(), [&](const auto& pair) {
    return pair.first == name && pair.second == given;
  });
  if (found != query_.end()) found->second = std::move(canonical);
}

void ParameterReader::fail(std::string_view name, std::string detail) {
  const ParameterSpec* spec = find_parameter(name, endpoint_);
  fail({.parameter = std::string(name),
        .detail = std::move(detail),
        .example = std::string(spec != nullptr ? spec->example : "")});
}

http::QueryList ParameterReader::normalised(std::span<const std::string_view> without) const {
  http::QueryList list;
  for (const auto& pair : query_) {
    if (std::ranges::find(without, pair.first) == without.end()) list.push_back(pair);
  }
  std::stable_sort(list.begin(), list.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  return list;
}

}  // namespace gazette::server
