// Civil days: the ranges that months, weeks and seasons are.
#include "server/query/calendar.h"

#include <algorithm>

namespace gazette::server {
namespace {

constexpr int kLastYear = 9999;  // as far as CivilDate goes
constexpr int kDaysInWeek = 7;
constexpr int kMonthsInYear = 12;

}  // namespace

DayRange day_range(CivilDate date) {
  const CivilDay day = to_day(date);
  return {day, day};
}

DayRange month_range(int year, int month) {
  return {to_day({year, month, 1}), to_day({year, month, days_in_month(year, month)})};
}

DayRange year_range(int year) { return {to_day({year, 1, 1}), to_day({year, 12, 31})}; }

DayRange quarter_range(int year, int quarter) {
  const int last = quarter * 3;
  return {month_range(year, last - 2).from, month_range(year, last).to};
}

DayRange half_range(int year, int half) {
  const int last = half * 6;
  return {month_range(year, last - 5).from, month_range(year, last).to};
}

DayRange season_range(int year, Season season) {
  switch (season) {
    case Season::kSpring:
      return {to_day({year, 3, 20}), to_day({year, 6, 20})};
    case Season::kSummer:
      return {to_day({year, 6, 21}), to_day({year, 9, 22})};
    case Season::kAutumn:
      return {to_day({year, 9, 23}), to_day({year, 12, 20})};
    case Season::kWinter:
      break;
  }
  const int next = std::min(year + 1, kLastYear);
  return {to_day({year, 12, 21}), to_day({next, 3, 19})};
}

int weekday(CivilDay day) {
  constexpr int kThursday = 3;  // 1 January 1970
  const int shifted = (day % kDaysInWeek + kDaysInWeek + kThursday) % kDaysInWeek;
  return shifted;
}

DayRange week_range(CivilDay day) {
  const CivilDay monday = day - weekday(day);
  return {monday, monday + kDaysInWeek - 1};
}

CivilDay moved(CivilDay day, TimeUnit unit, int count) {
  if (unit == TimeUnit::kDay) return day + count;
  if (unit == TimeUnit::kWeek) return day + count * kDaysInWeek;
  const CivilDate date = to_date(day);
  const int months = unit == TimeUnit::kYear ? count * kMonthsInYear : count;
  const int total = date.year * kMonthsInYear + (date.month - 1) + months;
  const int year = std::clamp(total / kMonthsInYear, 1, kLastYear);
  const int month = total < 0 ? 1 : total % kMonthsInYear + 1;
  return to_day({year, month, std::min(date.day, days_in_month(year, month))});
}

}  // namespace gazette::server
