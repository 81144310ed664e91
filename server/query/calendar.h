// Civil days: the ranges that months, weeks and seasons are.
#pragma once

#include <limits>

#include "common/news_time.h"

namespace gazette::server {

/// Civil days, both inclusive; an end that is open has the least or greatest value.
struct DayRange {
  CivilDay from = std::numeric_limits<CivilDay>::min();
  CivilDay to = std::numeric_limits<CivilDay>::max();
  bool operator==(const DayRange&) const = default;
};

inline constexpr CivilDay kOpenFrom = std::numeric_limits<CivilDay>::min();
inline constexpr CivilDay kOpenTo = std::numeric_limits<CivilDay>::max();

enum class Season { kSpring, kSummer, kAutumn, kWinter };
enum class TimeUnit { kDay, kWeek, kMonth, kYear };

DayRange day_range(CivilDate date);         ///< that day alone; it must exist
DayRange month_range(int year, int month);  ///< year 1..9999
DayRange year_range(int year);
DayRange quarter_range(int year, int quarter);  ///< 1..4
DayRange half_range(int year, int half);        ///< 1..2

/// As France counts them, to the usual day: spring from 20 March, summer from 21 June, autumn from
/// 23 September, winter from 21 December of `year` to 19 March of the next.
DayRange season_range(int year, Season season);

/// The week, Monday to Sunday, that `day` is in.
DayRange week_range(CivilDay day);

/// Monday 0 … Sunday 6.
int weekday(CivilDay day);

/// `day` moved by `count` units; a day that the month does not have becomes its last.
CivilDay moved(CivilDay day, TimeUnit unit, int count);

}  // namespace gazette::server
