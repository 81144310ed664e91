// Text -> HTML, and the few French forms that pages share.
#include "server/web/html.h"

#include <array>

#include "common/utf8.h"

namespace gazette::server {
namespace {

constexpr std::string_view kNarrowSpace = "\u202F";
constexpr std::array<std::string_view, 12> kMonths{"janvier",   "février", "mars",     "avril",
                                                   "mai",       "juin",    "juillet",  "août",
                                                   "septembre", "octobre", "novembre", "décembre"};

}  // namespace

std::string html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  const std::string valid = utf8::valid(text) ? std::string(text) : utf8::repaired(text);
  for (const char c : valid) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string french_date(CivilDay day) {
  const CivilDate date = to_date(day);
  const std::string number = date.day == 1 ? "1er" : std::to_string(date.day);
  return number + " " + std::string(kMonths.at(static_cast<std::size_t>(date.month - 1))) + " " +
         std::to_string(date.year);
}

std::string french_time(const NewsTime& time, const TimeZone& zone) {
  std::string text = french_date(time.day(zone));
  if (time.precision == NewsTime::Precision::kDay) return text;
  const std::int64_t utc = time.instant(zone);
  const std::int64_t local = utc + zone.offset_at(utc);
  const std::int64_t minutes = ((local % 86'400 + 86'400) % 86'400) / 60;
  const std::string padded = (minutes % 60 < 10 ? "0" : "") + std::to_string(minutes % 60);
  return text + " à " + std::to_string(minutes / 60) + "\u00A0h\u00A0" + padded;
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
  return french_number(count) + " " + std::string(count < 2 ? singular : plural);
}

}  // namespace gazette::server
