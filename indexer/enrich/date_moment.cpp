// The policies: years, weekdays, references, offsets, the clock's gaps and overlaps.
#include "indexer/enrich/date_moment.h"

#include <algorithm>
#include <string>

#include "indexer/enrich/date_words.h"

namespace gazette::indexer {
namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr CivilDay kMaxDaysAhead =
    2;  // a page dated tomorrow by its zone or its author is still this year's
constexpr std::int64_t kMaxAgo = 5'000;  // of any unit; more is no date line
constexpr int kFirstYear = 1605;

std::int64_t floor_day(std::int64_t seconds) {
  return seconds / kSecondsPerDay - (seconds % kSecondsPerDay < 0 ? 1 : 0);
}

/// 1 (Monday) .. 7.
int weekday_of(CivilDay day) { return ((day + 3) % 7 + 7) % 7 + 1; }

CivilDate clamped(CivilDate date) {
  date.day = std::min(date.day, days_in_month(date.year, date.month));
  return date;
}

std::int64_t seconds_of_day(const ClockTime& clock) {
  return clock.hour * 3600 + clock.minute * 60 + clock.second;
}

/// The reference as the clock of the zone shows it, counted as if UTC.
std::int64_t local_reference(const DateLineOptions& options) {
  return *options.reference_seconds + options.zone->offset_at(*options.reference_seconds);
}

/// The latest year that puts this day of the year at or before the reference.
Result<CivilDate> with_year(CivilDate date, const DateLineOptions& options) {
  if (!options.reference_seconds) {
    return refusal("no-year", "date sans année : donnez une date de référence pour la compléter");
  }
  const auto today = static_cast<CivilDay>(floor_day(local_reference(options)));
  const int year = to_date(today).year;
  for (int candidate = year + 1; candidate >= year - 4;
       --candidate) {  // 29 February comes every four years
    date.year = candidate;
    if (exists(date) && to_day(date) <= today + kMaxDaysAhead) return date;
  }
  return refusal("no-such-day", "ce jour n'existe pas dans l'année de la date de référence");
}

Result<CivilDate> printed_date(const PrintedDay& day, const DateLineOptions& options,
                               std::vector<DateWarning>& warnings) {
  switch (day.problem) {
    case DayProblem::kNone:
      break;
    case DayProblem::kNoSuchDay:
      return refusal("no-such-day", "ce jour n'existe pas dans le calendrier");
    case DayProblem::kMonthFirst:
      return refusal("month-first",
                     "le mois semble écrit avant le jour ; attendu : jour/mois/année (22/09/2023)");
    case DayProblem::kNullDate:
      return refusal("null-date", "date vide (des zéros) : la page n'en donne pas");
    case DayProblem::kYearOutOfRange:
      return refusal("year-out-of-range",
                     "année hors de 1605 à 2100 : sans doute une valeur de remplissage");
  }
  CivilDate date = day.date;
  if (date.year == 0) {
    const Result<CivilDate> completed = with_year(date, options);
    if (!completed.ok()) return completed.error();
    date = *completed;
  }
  const int actual = weekday_of(to_day(date));
  if (day.weekday && *day.weekday != actual) {
    warnings.push_back({"wrong-weekday", "le " + to_string(date) + " était un " +
                                             std::string(weekday_name(actual)) + ", pas un " +
                                             std::string(weekday_name(*day.weekday))});
  }
  return date;
}

/// Puts the clock reading `local` into its zone.
NewsTime place_clock(std::int64_t local, const std::optional<ClockZone>& printed,
                     const TimeZone& source, std::vector<DateWarning>& warnings) {
  NewsTime time;
  if (printed && printed->offset_seconds) {
    time.local_seconds = local;
    time.offset_seconds = *printed->offset_seconds;
    return time;
  }
  if (printed && printed->local) {
    warnings.push_back(
        {"local-time", "« heure locale » : comptée dans le fuseau de la source, " + source.name()});
  }
  if (printed && !printed->unknown_name.empty()) {
    warnings.push_back({"unknown-zone", "fuseau inconnu : « heure de " + printed->unknown_name +
                                            " » ; compté dans celui de la source, " +
                                            source.name()});
  }
  const TimeZone& zone = printed && printed->zone ? *printed->zone : source;
  const std::int64_t utc = local - zone.offset_at_local(local);
  time.offset_seconds = zone.offset_at(utc);
  time.local_seconds = utc + time.offset_seconds;
  if (time.local_seconds != local) {
    warnings.push_back({"skipped-by-clock",
                        "cette heure n'a pas existé (passage à l'heure d'été) : avancée d'autant"});
  } else if (zone.offset_at(utc + 7200) < time.offset_seconds &&
             local - zone.offset_at(utc + 7200) < utc + 7200) {
    const std::int64_t later = local - zone.offset_at(utc + 7200);
    if (later + zone.offset_at(later) == local) {
      warnings.push_back(
          {"repeated-by-clock",
           "cette heure a existé deux fois (passage à l'heure d'hiver) : la première"});
    }
  }
  return time;
}

Result<Resolved> at_clock(CivilDay day, const Moment& moment, const DateLineOptions& options,
                          std::vector<DateWarning>& warnings) {
  Resolved resolved;
  const std::optional<ClockTime>& clock = moment.clock;
  if (!clock) {
    resolved.time.precision = NewsTime::Precision::kDay;
    resolved.time.local_seconds = day * kSecondsPerDay;
    return resolved;
  }
  if (clock->impossible) return refusal("no-such-time", "cette heure n'existe pas");
  if (clock->zone && clock->zone->impossible) {
    return refusal("bad-offset", "ce décalage horaire n'existe pas (de -12:00 à +14:00)");
  }
  resolved.time = place_clock(day * kSecondsPerDay + seconds_of_day(*clock), clock->zone,
                              *options.zone, warnings);
  resolved.precision = clock->precision;
  return resolved;
}

Result<Resolved> resolve_ago(const Moment& moment, const DateLineOptions& options,
                             std::vector<DateWarning>& warnings) {
  const TimeAgo ago = *moment.ago;
  if (!options.reference_seconds) {
    return refusal("no-reference", "date relative (hier, il y a…) : donnez une date de référence");
  }
  if (ago.amount > kMaxAgo) return refusal("no-date", "aucune date lisible");
  const bool by_clock =
      ago.unit == TimeUnit::kSecond || ago.unit == TimeUnit::kMinute || ago.unit == TimeUnit::kHour;
  if (by_clock) {
    const std::int64_t unit = ago.unit == TimeUnit::kHour     ? 3600
                              : ago.unit == TimeUnit::kMinute ? 60
                                                              : 1;
    const std::int64_t utc = *options.reference_seconds - ago.amount * unit;
    Resolved resolved;
    resolved.time.offset_seconds = options.zone->offset_at(utc);
    resolved.time.local_seconds = utc + resolved.time.offset_seconds;
    resolved.precision = ago.unit == TimeUnit::kHour     ? DatePrecision::kHour
                         : ago.unit == TimeUnit::kMinute ? DatePrecision::kMinute
                                                         : DatePrecision::kSecond;
    return resolved;
  }
  auto day = static_cast<CivilDay>(floor_day(local_reference(options)));
  const auto amount = static_cast<int>(ago.amount);
  if (ago.unit == TimeUnit::kDay || ago.unit == TimeUnit::kWeek) {
    day -= amount * (ago.unit == TimeUnit::kWeek ? 7 : 1);
  } else {
    const CivilDate today = to_date(day);
    const int months =
        today.year * 12 + today.month - 1 - amount * (ago.unit == TimeUnit::kYear ? 12 : 1);
    if (months < kFirstYear * 12) return refusal("no-date", "aucune date lisible");
    day = to_day(clamped({months / 12, months % 12 + 1, today.day}));
    warnings.push_back(
        {"approximate", "« il y a … mois » ou « ans » : jour compté depuis la référence"});
  }
  return at_clock(day, moment, options, warnings);
}

/// The last such weekday at or before the reference.
Result<Resolved> resolve_weekday(const Moment& moment, const DateLineOptions& options,
                                 std::vector<DateWarning>& warnings) {
  if (!options.reference_seconds) {
    return refusal("no-reference", "jour de la semaine seul : donnez une date de référence");
  }
  const std::int64_t now = local_reference(options);
  auto day = static_cast<CivilDay>(floor_day(now));
  while (weekday_of(day) != *moment.weekday) --day;
  if (moment.clock && day * kSecondsPerDay + seconds_of_day(*moment.clock) > now) day -= 7;
  return at_clock(day, moment, options, warnings);
}

/// What systems without a date print: the epoch, in UTC or in the clock of Paris.
bool is_epoch_zero(const Resolved& resolved) {
  const NewsTime& time = resolved.time;
  if (time.precision == NewsTime::Precision::kDay) return time.local_seconds == 0;
  return time.local_seconds == time.offset_seconds;
}

}  // namespace

Error refusal(std::string_view code, std::string message) {
  return Error{std::string(code), std::move(message), "", 0};
}

Result<Resolved> resolve_moment(const Moment& moment, const DateLineOptions& options,
                                std::vector<DateWarning>& warnings) {
  if (moment.ago) return resolve_ago(moment, options, warnings);
  if (moment.weekday) return resolve_weekday(moment, options, warnings);
  const Result<CivilDate> date = printed_date(*moment.day, options, warnings);
  if (!date.ok()) return date.error();
  Result<Resolved> resolved = at_clock(to_day(*date), moment, options, warnings);
  if (resolved.ok() && is_epoch_zero(*resolved)) {
    return refusal("epoch-zero", "1er janvier 1970 : valeur vide d'un système, pas une date");
  }
  return resolved;
}

}  // namespace gazette::indexer
