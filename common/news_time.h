// When an article says it was published: an instant with the offset as printed, or a civil day
// alone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/error.h"

namespace gazette {

class TimeZone;

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
using CivilDay = std::int32_t;

/// A civil date, month and day 1-based.
struct CivilDate {
  int year = 1970;
  int month = 1;
  int day = 1;
  auto operator<=>(const CivilDate&) const = default;
};

CivilDay to_day(CivilDate date);  ///< the date must exist (see `exists`)
CivilDate to_date(CivilDay day);
bool exists(CivilDate date);  ///< year 1..9999, month 1..12, day within its month
int days_in_month(int year, int month);
std::string to_string(CivilDate date);  ///< "2023-09-22"

/// `published` and `modified` of an article.
struct NewsTime {
  enum class Precision : std::uint8_t { kDay, kSecond };

  Precision precision = Precision::kSecond;
  std::int64_t local_seconds =
      0;  ///< the clock as printed, counted as if it were UTC; for kDay midnight of that day
  std::int32_t offset_seconds = 0;  ///< printed (or zone's) offset east of UTC; 0 for kDay

  /// Seconds since the epoch, UTC. A day alone counts from its midnight in `zone`.
  [[nodiscard]] std::int64_t instant(const TimeZone& zone) const;

  /// The civil day in `zone`; a day alone is that day in every zone.
  [[nodiscard]] CivilDay day(const TimeZone& zone) const;

  /// "2023-09-22T18:58:00+01:00", or "2023-09-22" for a day alone. Fractions of a second are not
  /// kept.
  [[nodiscard]] std::string to_string() const;

  bool operator==(const NewsTime&) const = default;
};

/// Reads RFC 3339 and ISO 8601 as sources write it ("2023-09-22", "2023-09-22T18:58", "…:00Z",
/// "…+0100", a space for the T, fractions dropped); a time without an offset is taken in `zone`.
/// Impossible dates are refused.
Result<NewsTime> parse_news_time(std::string_view text, const TimeZone& zone);

}  // namespace gazette
