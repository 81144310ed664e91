// Brackets and line ends tell NDJSON from JSON, and both from text in brackets.
#include "indexer/readers/json_start.h"

#include <algorithm>
#include <cstddef>

#include "indexer/readers/json_records.h"

namespace gazette::indexer {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

/// The first visible character behind the bracket that JSON starts with; '\0' for none.
char second_visible(std::string_view text) {
  const std::size_t at = text.find_first_not_of(kSpaces, 1);
  return at == std::string_view::npos ? '\0' : text[at];
}

/// A list of objects under one of the usual names, in the object that `start` opens with.
bool holds_list(std::string_view start) {
  std::size_t depth = 0;
  std::string_view key;
  for (std::size_t i = 0; i < start.size(); ++i) {
    const char c = start[i];
    if (c == '{' || c == '[') {
      const char next = c == '[' ? second_visible(start.substr(i)) : '\0';
      if (c == '[' && depth == 1 && next == '{' && is_list_name(key)) return true;
      ++depth;
    } else if (c == '}' || c == ']') {
      if (--depth == 0) return false;
    } else if (c == ',' && depth == 1) {
      key = {};
    } else if (c == '"') {
      const std::size_t begin = i + 1;
      while (++i < start.size() && start[i] != '"') i += start[i] == '\\' ? 1 : 0;
      if (depth == 1 && key.empty()) key = start.substr(begin, std::min(i, start.size()) - begin);
    }
  }
  return false;
}

bool starts_like_object(std::string_view start) {
  return start.starts_with('{') && (second_visible(start) == '"' || second_visible(start) == '}');
}

/// Of a text that starts with an object: NDJSON when the first line ends where an object may end,
/// or when the next line starts another object though the first was cut.
bool has_one_object_a_line(std::string_view start) {
  const std::size_t end = start.find('\n');
  if (end == std::string_view::npos) return true;  // one line: one record
  const std::string_view first = trimmed(start.substr(0, end));
  if (first.ends_with('}')) return true;
  const std::string_view next = trimmed(start.substr(end));
  return next.starts_with('{') && first.size() > 1 && !first.ends_with('[') &&
         !first.ends_with(',') && !first.ends_with(':');
}

}  // namespace

bool starts_like_ndjson(std::string_view start) {
  return starts_like_object(start) && has_one_object_a_line(start) && !holds_list(start);
}

bool starts_like_json(std::string_view start) {
  if (starts_like_object(start)) return !has_one_object_a_line(start) || holds_list(start);
  const char second = start.starts_with('[') ? second_visible(start) : '\0';
  return second == '{' || second == '[' || second == ']';
}

bool holds_object_lines(std::string_view start) {
  constexpr std::size_t kLines = 20;
  std::size_t objects = 0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < kLines && !start.empty(); ++i) {
    const std::size_t end = std::min(start.find('\n'), start.size());
    const std::string_view line = trimmed(start.substr(0, end));
    start.remove_prefix(std::min(end + 1, start.size()));
    if (line.empty()) continue;
    ++(line.starts_with("{\"") && line.ends_with('}') ? objects : others);
  }
  return objects > others;
}

}  // namespace gazette::indexer
