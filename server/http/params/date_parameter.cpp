// `from` and `to`: civil dates as people write them.
#include "server/http/params/date_parameter.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace gazette::server {
namespace {

constexpr std::int64_t kDaySeconds = 86'400;
constexpr int kMaxBack = 100'000;  // days, weeks, months, years: what goes past year 1 is refused

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The numbers of "22/09/2023" or "2023-09", when nothing else but `separator` stands between.
std::optional<std::vector<int>> numbers(std::string_view text, char separator) {
  std::vector<int> found;
  while (true) {
    const std::string_view part = text.substr(0, text.find(separator));
    if (part.empty() || part.size() > 4 || !std::all_of(part.begin(), part.end(), is_digit)) {
      return std::nullopt;
    }
    int value = 0;
    std::from_chars(part.data(), part.data() + part.size(), value);
    found.push_back(value);
    if (part.size() == text.size()) return found;
    text.remove_prefix(part.size() + 1);
  }
}

std::optional<DayRange> range_of(CivilDate first, CivilDate last) {
  if (!exists(first) || !exists(last)) return std::nullopt;
  return DayRange{to_day(first), to_day(last)};
}

std::optional<DayRange> parse_iso(std::string_view text) {
  const std::size_t year_end = text.find('-');
  if (text.substr(0, year_end).size() != 4) return std::nullopt;
  const auto parts = numbers(text, '-');
  if (!parts) return std::nullopt;
  const std::vector<int>& p = *parts;
  if (p.size() == 1) return range_of({p[0], 1, 1}, {p[0], 12, 31});
  if (p.size() == 2 && p[1] >= 1 && p[1] <= 12) {
    return range_of({p[0], p[1], 1}, {p[0], p[1], days_in_month(p[0], p[1])});
  }
  if (p.size() == 3) return range_of({p[0], p[1], p[2]}, {p[0], p[1], p[2]});
  return std::nullopt;
}

std::optional<DayRange> parse_french(std::string_view text) {
  const auto parts = numbers(text, '/');
  if (!parts || parts->size() != 3 || text.size() < 8) return std::nullopt;
  const CivilDate date{(*parts)[2], (*parts)[1], (*parts)[0]};
  if (date.year < 1000) return std::nullopt;
  return range_of(date, date);
}

CivilDay months_before(CivilDay day, int months) {
  CivilDate date = to_date(day);
  const int index = date.year * 12 + (date.month - 1) - months;
  date.year = index / 12;
  date.month = index % 12 + 1;
  if (index < 12) return to_day({1, 1, 1});
  date.day = std::min(date.day, days_in_month(date.year, date.month));
  return to_day(date);
}

std::optional<DayRange> parse_relative(std::string_view text, CivilDay today) {
  if (text.size() < 3 || text[0] != '-') return std::nullopt;
  const char* const begin = text.data() + 1;
  const char* const end = text.data() + text.size() - 1;
  int count = 0;
  const auto [stop, error] = std::from_chars(begin, end, count);
  if (!is_digit(*begin) || stop != end || error != std::errc() || count > kMaxBack) {
    return std::nullopt;
  }
  CivilDay day = today;
  switch (text.back()) {
    case 'd':
    case 'j':
      day = today - count;
      break;
    case 'w':
      day = today - 7 * count;
      break;
    case 'm':
      day = months_before(today, count);
      break;
    case 'y':
      day = months_before(today, 12 * count);
      break;
    default:
      return std::nullopt;
  }
  day = std::max(day, to_day({1, 1, 1}));
  return DayRange{day, day};
}

}  // namespace

CivilDay day_at(std::int64_t utc_seconds, const TimeZone& zone) {
  const std::int64_t local = utc_seconds + zone.offset_at(utc_seconds);
  return static_cast<CivilDay>(local / kDaySeconds - (local % kDaySeconds < 0 ? 1 : 0));
}

std::optional<DayRange> parse_date_parameter(std::string_view text, CivilDay today,
                                             const TimeZone& zone) {
  if (text == "today" || text == "aujourd'hui" || text == "aujourd’hui") {
    return DayRange{today, today};
  }
  if (auto range = parse_relative(text, today)) return range;
  if (auto range = parse_iso(text)) return range;
  if (auto range = parse_french(text)) return range;
  if (text.size() <= 10) return std::nullopt;
  const Result<NewsTime> time = parse_news_time(text, zone);
  if (!time.ok()) return std::nullopt;
  const CivilDay day = time->day(zone);
  return DayRange{day, day};
}

}  // namespace gazette::server
