// The parts of a date line: labels, days, clock times, relative times, and what is none of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/news_time.h"
#include "indexer/enrich/clock_zone.h"
#include "indexer/enrich/date_tokens.h"

namespace gazette::indexer {

enum class DatePrecision : std::uint8_t { kDay, kHour, kMinute, kSecond };

/// "18h58 (UTC+01:00)".
struct ClockTime {
  int hour = 0, minute = 0, second = 0;
  DatePrecision precision = DatePrecision::kMinute;
  std::optional<ClockZone> zone;
  bool impossible = false;  ///< "18h75"
};

/// What is wrong with a day that was read.
enum class DayProblem : std::uint8_t { kNone, kNoSuchDay, kMonthFirst, kNullDate, kYearOutOfRange };

/// "vendredi 22 septembre 2023", or without its year.
struct PrintedDay {
  CivilDate date;  ///< year 0 when none was printed
  std::optional<int> weekday;
  DayProblem problem = DayProblem::kNone;
  std::optional<ClockTime> clock;  ///< 20230922185800 has both
};

enum class TimeUnit : std::uint8_t { kSecond, kMinute, kHour, kDay, kWeek, kMonth, kYear };

/// "hier" is one day ago, "il y a 3 heures" is three hours ago; "demain" is minus one day ago.
struct TimeAgo {
  std::int64_t amount = 0;
  TimeUnit unit = TimeUnit::kDay;
};

enum class DateItemKind : std::uint8_t {
  kPublishedLabel,  ///< "publié"
  kModifiedLabel,   ///< "mis à jour"
  kDay,
  kClock,
  kAgo,
  kWeekday,    ///< a weekday alone: "mercredi"
  kMonthOnly,  ///< "septembre 2023"
  kYearOnly,
  kRange,  ///< "du 22 au 24 septembre 2023"
  kEpoch,  ///< 1695401880, seconds; the whole line
  kOther,  ///< a word or number that has no part in a date
};

struct DateItem {
  DateItemKind kind = DateItemKind::kOther;
  std::size_t begin = 0, end = 0;  ///< bytes of the line
  PrintedDay day;                  ///< of kDay
  ClockTime clock;                 ///< of kClock
  TimeAgo ago;                     ///< of kAgo
  int weekday = 0;                 ///< of kWeekday
  std::int64_t epoch_seconds = 0;  ///< of kEpoch
};

/// The items of a line from left to right; fillers ("le", "à") and signs are left out.
std::vector<DateItem> read_date_items(const DateTokens& tokens);

}  // namespace gazette::indexer
