// The French forms that pages share.
#include "server/web/french.h"

#include <array>

namespace gazette::server {
namespace {

constexpr std::string_view kNarrowSpace = "\u202F";
constexpr std::array<std::string_view, 12> kMonths{"janvier",   "février", "mars",     "avril",
                                                   "mai",       "juin",    "juillet",  "août",
                                                   "septembre", "octobre", "novembre", "décembre"};

std::string day_number(const CivilDate& date) {
  return date.day == 1 ? "1er" : std::to_string(date.day);
}

std::string day_and_month(const CivilDate& date) {
  return day_number(date) + " " + std::string(kMonths.at(static_cast<std::size_t>(date.month - 1)));
}

/// " à 19 h 58", or nothing for a day alone.
std::string at_clock(const NewsTime& time, const TimeZone& zone) {
  if (time.precision == NewsTime::Precision::kDay) return {};
  const std::int64_t utc = time.instant(zone);
  const std::int64_t local = utc + zone.offset_at(utc);
  const std::int64_t minutes = ((local % 86'400 + 86'400) % 86'400) / 60;
  const std::string padded = (minutes % 60 < 10 ? "0" : "") + std::to_string(minutes % 60);
  return " à " + std::to_string(minutes / 60) + "\u00A0h\u00A0" + padded;
}

}  // namespace

std::string french_date(CivilDay day) {
  const CivilDate date = to_date(day);
  return day_and_month(date) + " " + std::to_string(date.year);
}

std::string french_period(CivilDay from, CivilDay to) {
  if (from == to) return "le " + french_date(from);
  const CivilDate first = to_date(from);
  const CivilDate last = to_date(to);
  std::string start = french_date(from);
  if (first.year == last.year) start = day_and_month(first);
  if (first.year == last.year && first.month == last.month) start = day_number(first);
  return "du " + start + " au " + french_date(to);
}

std::string french_time(const NewsTime& time, const TimeZone& zone) {
  return french_date(time.day(zone)) + at_clock(time, zone);
}

std::string french_age(const NewsTime& time, const TimeZone& zone, CivilDay today) {
  const CivilDay day = time.day(zone);
  if (day == today) return "aujourd’hui" + at_clock(time, zone);
  if (day == today - 1) return "hier" + at_clock(time, zone);
  return french_date(day);
}

std::string french_number(std::uint64_t value) {
  const std::string digits = std::to_string(value);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += kNarrowSpace;
    out += digits[i];
  }
  return out;
}

std::string counted(std::uint64_t count, std::string_view singular, std::string_view plural) {
  return french_number(count) + "\u00A0" + std::string(count < 2 ? singular : plural);
}

std::string in_guillemets(std::string_view text) {
  return "«\u00A0" + std::string(text) + "\u00A0»";
}

}  // namespace gazette::server
