// French date lines: "Publié le 22 septembre 2023 à 18h58 (UTC+01:00), mis à jour le …".
//
// Policies: a printed offset wins, else the source's zone; the day comes first, always; a wrong
// weekday is a warning; a clock reading that daylight saving skipped moves on, one that it repeated
// is the first; what is relative or has no year needs a reference; a month alone, a range, epoch
// zero and impossible dates are refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/news_time.h"
#include "common/time_zone.h"
#include "indexer/enrich/date_items.h"

namespace gazette::indexer {

/// Something odd about a date that was read all the same.
struct DateWarning {
  std::string
      code;  ///< "wrong-weekday", "skipped-by-clock", "repeated-by-clock", "unknown-zone", …
  std::string message;  ///< a French sentence
};

enum class DateKind : std::uint8_t { kPublished, kModified };

struct DateLine {
  NewsTime value;  ///< `published`, or `modified` where only that stands there
  DatePrecision precision = DatePrecision::kDay;
  DateKind kind = DateKind::kPublished;
  std::optional<NewsTime> published, modified;
  std::vector<DateWarning> warnings;
  bool labelled = false;           ///< "publié", "mis à jour" stands there
  std::size_t begin = 0, end = 0;  ///< bytes of the line from the first label or date to the last
  std::size_t other_words = 0;  ///< words of the line that have no part in its dates: many in prose
};

struct DateLineOptions {
  const TimeZone* zone = &TimeZone::paris();  ///< of times without an offset; never null
  std::optional<std::int64_t>
      reference_seconds{};  ///< UTC; what "hier" and days without a year count from
};

/// The date of a line. Refused lines have one of these codes: no-date, prose, no-year,
/// no-reference, no-such-day, month-first, no-such-time, bad-offset, time-only, month-only,
/// year-only, range, null-date, epoch-zero, year-out-of-range, too-long; the message is a French
/// sentence.
Result<DateLine> parse_date_line(std::string_view line, const DateLineOptions& options = {});

/// "day", "hour", "minute", "second".
std::string_view to_string(DatePrecision precision);

/// "published", "modified".
std::string_view to_string(DateKind kind);

}  // namespace gazette::indexer
