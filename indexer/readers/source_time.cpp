// Both forms are rewritten to ISO 8601, so that one parser checks what exists.
#include "indexer/readers/source_time.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <vector>

namespace gazette::indexer {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view kBreaks = " ,";
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(kBreaks); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kBreaks, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(kBreaks, end);
  }
  return words;
}

/// 1 to 12 by an English name or its first letters, three at least; 0 for none.
int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  const std::string name = lower(word.ends_with('.') ? word.substr(0, word.size() - 1) : word);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (name.size() >= 3 && kMonths[i].starts_with(name)) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool is_weekday(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kDays = {
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  const std::string name = lower(word.ends_with('.') ? word.substr(0, word.size() - 1) : word);
  return name.size() >= 3 && std::any_of(kDays.begin(), kDays.end(), [&](std::string_view day) {
           return day.starts_with(name);
         });
}

/// An offset as ISO 8601 writes it; none for a zone that is not one of RFC 822's.
std::optional<std::string> offset_of(std::string_view word) {
  if (word.size() == 5 && (word[0] == '+' || word[0] == '-') && all_digits(word.substr(1))) {
    return std::string(word.substr(0, 3)) + ":" + std::string(word.substr(3));
  }
  if (word.size() == 6 && (word[0] == '+' || word[0] == '-') && word[3] == ':') {
    return std::string(word);
  }
  struct Zone {
    std::string_view name, offset;
  };
  static constexpr Zone kZones[] = {
      {"gmt", "Z"},      {"ut", "Z"},       {"utc", "Z"},      {"z", "Z"},        {"est", "-05:00"},
      {"edt", "-04:00"}, {"cst", "-06:00"}, {"cdt", "-05:00"}, {"mst", "-07:00"}, {"mdt", "-06:00"},
      {"pst", "-08:00"}, {"pdt", "-07:00"}, {"cet", "+01:00"}, {"cest", "+02:00"}};
  const std::string name = lower(word);
  for (const Zone& zone : kZones) {
    if (zone.name == name) return std::string(zone.offset);
  }
  return std::nullopt;
}

/// "18:58" or "18:58:00"; the hour may have one digit.
std::optional<std::string> clock_of(std::string_view word) {
  const std::size_t colon = word.find(':');
  if (colon == 0 || colon > 2) return std::nullopt;
  const bool digits =
      std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == ':'; });
  if (!digits) return std::nullopt;
  return (colon == 1 ? "0" : "") + std::string(word);
}

std::optional<std::string> year_of(std::string_view word) {
  if (!all_digits(word)) return std::nullopt;
  if (word.size() == 4) return std::string(word);
  if (word.size() != 2) return std::nullopt;
  return (word < "70" ? "20" : "19") + std::string(word);  // as RFC 2822, section 4.3
}

std::optional<std::string> iso_of_rfc822(std::string_view text) {
  std::vector<std::string_view> words = words_of(text);
  if (!words.empty() && is_weekday(words.front())) words.erase(words.begin());
  if (words.size() < 3 || words.size() > 5) return std::nullopt;
  const int month = month_of(words[1]);
  const std::optional<std::string> year = year_of(words[2]);
  if (month == 0 || !year || !all_digits(words[0]) || words[0].size() > 2) return std::nullopt;
  std::string iso = *year + (month < 10 ? "-0" : "-") + std::to_string(month) +
                    (words[0].size() < 2 ? "-0" : "-") + std::string(words[0]);
  if (words.size() == 3) return iso;
  const std::optional<std::string> clock = clock_of(words[3]);
  if (!clock) return std::nullopt;
  iso += "T" + *clock;
  if (words.size() == 5) {
    const std::optional<std::string> offset = offset_of(words[4]);
    if (!offset) return std::nullopt;
    iso += *offset;
  }
  return iso;
}

std::optional<std::string> iso_of_compact(std::string_view text) {
  if (text.size() < 8 || !all_digits(text.substr(0, 8))) return std::nullopt;
  const auto part = [&](std::size_t at) { return std::string(text.substr(at, 2)); };
  const std::string day = part(0) + part(2) + "-" + part(4) + "-" + part(6);
  if (text.size() == 8) return day;
  if (text[8] != 'T' && text[8] != 't') return std::nullopt;
  std::size_t end = 9;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end != 13 && end != 15) return std::nullopt;
  std::string iso = day + "T" + part(9) + ":" + part(11) + ":" + (end == 15 ? part(13) : "00");
  if (end == text.size()) return iso;
  const std::optional<std::string> offset = offset_of(text.substr(end));
  if (!offset) return std::nullopt;
  return iso + *offset;
}

}  // namespace

std::optional<NewsTime> parse_source_time(std::string_view text, const TimeZone& zone) {
  std::optional<std::string> iso = iso_of_compact(text);
  if (!iso) iso = iso_of_rfc822(text);
  if (!iso) return std::nullopt;
  const Result<NewsTime> time = parse_news_time(*iso, zone);
  return time.ok() ? std::optional<NewsTime>(time.value()) : std::nullopt;
}

}  // namespace gazette::indexer
