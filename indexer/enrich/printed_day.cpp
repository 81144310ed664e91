// The forms of a day.
#include "indexer/enrich/printed_day.h"

#include "indexer/enrich/clock_time.h"
#include "indexer/enrich/date_words.h"

namespace gazette::indexer {
namespace {

constexpr int kFirstYear = 1605;   // the first printed newspaper
constexpr int kLastYear = 2100;    // beyond stand placeholders (9999)
constexpr int kCenturyPivot = 70;  // 69 is 2069, 70 is 1970: no site printed two-digit years before

/// Checks what was read, so that nothing is ever swapped or moved to another day.
DayProblem problem_of(const CivilDate& date, bool with_year) {
  if (with_year && date.year == 0) return DayProblem::kNullDate;
  if (date.month > 12 && date.month <= 31 && date.day >= 1 && date.day <= 12)
    return DayProblem::kMonthFirst;
  const CivilDate checked{with_year ? date.year : 2000, date.month, date.day};
  if (date.month == 0 || date.day == 0) return DayProblem::kNullDate;
  if (!exists(checked)) return DayProblem::kNoSuchDay;
  if (with_year && (date.year < kFirstYear || date.year > kLastYear))
    return DayProblem::kYearOutOfRange;
  return DayProblem::kNone;
}

DayMatch match(int year, int month, int day, bool with_year, std::size_t after) {
  DayMatch found;
  found.day.date = {year, month, day};
  found.day.problem = problem_of(found.day.date, with_year);
  if (!with_year) found.day.date.year = 0;
  found.after = after;
  return found;
}

int full_year(const DateToken& number) {
  const int year = static_cast<int>(number.value);
  if (number.digits != 2) return year;
  return year < kCenturyPivot ? 2000 + year : 1900 + year;
}

/// True when the number at `at` begins a time: "18h", "18:58".
bool is_clock(const DateTokens& tokens, std::size_t at) {
  const DateToken& next = tokens[at + 1];
  return next.is("h") || next.is("heures") || next.is("heure") ||
         (next.is_sign(':') && !next.spaced);
}

/// 2023-09-22, 2023/09/22, 2023.09.22.
std::optional<DayMatch> read_year_first(const DateTokens& tokens, std::size_t at) {
  const DateToken& sign = tokens[at + 1];
  if (!tokens[at].is_number(4, 4) || sign.spaced) return std::nullopt;
  if (!sign.is_sign('-') && !sign.is_sign('/') && !sign.is_sign('.')) return std::nullopt;
  if (!tokens[at + 2].is_number(1, 2) || tokens[at + 2].spaced) return std::nullopt;
  if (!tokens[at + 3].is_sign(sign.sign) || tokens[at + 3].spaced) return std::nullopt;
  if (!tokens[at + 4].is_number(1, 2) || tokens[at + 4].spaced) return std::nullopt;
  return match(static_cast<int>(tokens[at].value), static_cast<int>(tokens[at + 2].value),
               static_cast<int>(tokens[at + 4].value), true, at + 5);
}

/// 20230922, 20230922T…, 20230922185800.
std::optional<DayMatch> read_glued(const DateTokens& tokens, std::size_t at) {
  const DateToken& number = tokens[at];
  const bool with_clock = number.is_number(14, 14);
  if (!with_clock && !number.is_number(8, 8)) return std::nullopt;
  const DateToken& next = tokens[at + 1];
  if (next.kind == DateTokenKind::kWord && !next.spaced && !next.is("t")) return std::nullopt;
  const std::int64_t day = with_clock ? number.value / 1'000'000 : number.value;
  const int year = static_cast<int>(day / 10'000);
  if (year != 0 && (year < kFirstYear || year > kLastYear))
    return std::nullopt;  // any other number
  DayMatch found =
      match(year, static_cast<int>(day / 100 % 100), static_cast<int>(day % 100), true, at + 1);
  if (with_clock) {
    const int clock = static_cast<int>(number.value % 1'000'000);
    ClockTime time;
    time.hour = clock / 10'000;
    time.minute = clock / 100 % 100;
    time.second = clock % 100;
    time.precision = DatePrecision::kSecond;
    time.impossible = time.hour > 23 || time.minute > 59 || time.second > 59;
    time.zone = read_clock_zone(tokens, found.after);
    if (time.zone) found.after = time.zone->after;
    found.day.clock = time;
  }
  return found;
}

/// 22/09/2023, 22-09-23, 22.09.2023, 22 / 09 / 2023; 22/09 without a year.
std::optional<DayMatch> read_numeric(const DateTokens& tokens, std::size_t at) {
  const DateToken& sign = tokens[at + 1];
  if (!tokens[at].is_number(1, 2) || !tokens[at + 2].is_number(1, 2)) return std::nullopt;
  if (!sign.is_sign('/') && !sign.is_sign('-') && !sign.is_sign('.')) return std::nullopt;
  const bool spaced = sign.spaced || tokens[at + 2].spaced;
  const int day = static_cast<int>(tokens[at].value);
  const int month = static_cast<int>(tokens[at + 2].value);
  const DateToken& year = tokens[at + 4];
  if (tokens[at + 3].is_sign(sign.sign) && (year.is_number(4, 4) || year.is_number(2, 2))) {
    const bool all_spaced = spaced || tokens[at + 3].spaced || year.spaced;
    if (all_spaced && (!sign.is_sign('/') || year.digits == 2))
      return std::nullopt;  // "3 - 2 - 20"
    const bool goes_on = tokens[at + 5].is_sign(sign.sign) && !tokens[at + 5].spaced &&
                         tokens[at + 6].kind == DateTokenKind::kNumber;
    if (goes_on || (year.digits == 2 && is_clock(tokens, at + 4)))
      return std::nullopt;  // a telephone, an address
    return match(full_year(year), month, day, true, at + 5);
  }
  // "24/7" and "50/50" are no days; "22/09" may be one.
  const bool plain =
      sign.is_sign('/') && !spaced && tokens[at].digits == 2 && tokens[at + 2].digits == 2;
  if (!plain || tokens[at + 3].is_sign('/') || day > 31 || month > 12 || day == 0 || month == 0)
    return std::nullopt;
  return match(0, month, day, false, at + 3);
}

/// Index behind a day's number and its ordinal: "22", "1er", "1 er", "1°"; `at` itself when there
/// is none.
std::size_t after_day_number(const DateTokens& tokens, std::size_t at) {
  if (!tokens[at].is_number(1, 2)) return at;
  const DateToken& next = tokens[at + 1];
  if (next.is("er") || (!next.spaced && next.is("ᵉ")) ||  // 1ᵉʳ folds so
      (!next.spaced && (next.is("re") || next.is("e") || next.is("nd") || next.is("th") ||
                        next.is("st") || next.is("saint") || next.is("rd")))) {
    return at + 2;
  }
  if (next.kind == DateTokenKind::kSign && !next.spaced && next.sign == '\x01')
    return at + 2;  // ° and º
  return at + 1;
}

/// The year behind a month's name, if any: "2023", "23", "'23".
std::size_t read_year(const DateTokens& tokens, std::size_t at, int& year) {
  std::size_t number = at;
  if (tokens[number].is_sign('.') || tokens[number].is_sign(',')) ++number;
  if (tokens[number].is("de") || tokens[number].is("of")) ++number;
  const bool apostrophe = tokens[number].is_sign('\'');
  if (apostrophe) ++number;
  const DateToken& token = tokens[number];
  const bool four = token.is_number(4, 4) && !apostrophe;
  if (!four && !token.is_number(2, 2)) return at;
  if (is_clock(tokens, number) || tokens[number + 1].is_sign('/')) return at;
  if (token.digits == 2 && (tokens[number + 1].is("min") || tokens[number + 1].is("ans")))
    return at;
  year = full_year(token);
  return number + 1;
}

/// 22 septembre 2023, 1er mars, 22sept.2023, 22-sept-2023.
std::optional<DayMatch> read_with_month(const DateTokens& tokens, std::size_t at) {
  std::size_t month_at = after_day_number(tokens, at);
  if (month_at == at) return std::nullopt;
  const bool dashed = tokens[month_at].is_sign('-') && !tokens[month_at].spaced;
  if (dashed) ++month_at;
  const std::optional<int> month = tokens[month_at].kind == DateTokenKind::kWord
                                       ? month_number(tokens[month_at].word)
                                       : std::nullopt;
  if (!month) return std::nullopt;
  std::size_t year_at = month_at + 1;
  if (dashed && tokens[year_at].is_sign('-')) ++year_at;
  int year = 0;
  std::size_t after = read_year(tokens, year_at, year);
  const bool with_year = after != year_at;
  if (!with_year) after = month_at + 1;
  if (!with_year && tokens[after].is_sign('.')) ++after;
  return match(year, *month, static_cast<int>(tokens[at].value), with_year, after);
}

/// September 22, 2023; Sep 22 18:58:00 2023, as the C library prints it.
std::optional<DayMatch> read_english(const DateTokens& tokens, std::size_t at) {
  if (tokens[at].kind != DateTokenKind::kWord) return std::nullopt;
  const std::optional<int> month = month_number(tokens[at].word);
  if (!month) return std::nullopt;
  const std::size_t day_at = tokens[at + 1].is_sign('.') ? at + 2 : at + 1;
  std::size_t year_at = after_day_number(tokens, day_at);
  if (year_at == day_at) return std::nullopt;
  if (tokens[year_at].is_sign(',')) ++year_at;
  const std::optional<ClockMatch> clock = read_clock(tokens, year_at);
  if (clock) year_at = clock->after;
  if (!tokens[year_at].is_number(4, 4)) return std::nullopt;
  DayMatch found = match(static_cast<int>(tokens[year_at].value), *month,
                         static_cast<int>(tokens[day_at].value), true, year_at + 1);
  if (clock) found.day.clock = clock->clock;
  return found;
}

std::optional<DayMatch> read_bare_day(const DateTokens& tokens, std::size_t at) {
  const bool glued_before =
      at > 0 && !tokens[at].spaced && tokens[at - 1].kind == DateTokenKind::kWord;
  if (glued_before && tokens[at].kind == DateTokenKind::kNumber)
    return std::nullopt;  // "COP28", "v1.2.23"
  for (const auto read :
       {read_glued, read_year_first, read_with_month, read_numeric, read_english}) {
    if (std::optional<DayMatch> found = read(tokens, at)) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DayMatch> read_day(const DateTokens& tokens, std::size_t at) {
  std::optional<int> weekday;
  std::size_t day_at = at;
  if (tokens[at].kind == DateTokenKind::kWord) weekday = weekday_number(tokens[at].word);
  if (weekday) {
    ++day_at;
    while (tokens[day_at].is_sign('.') || tokens[day_at].is_sign(',')) ++day_at;
    if (tokens[day_at].is("le")) ++day_at;
  }
  std::optional<DayMatch> found = read_bare_day(tokens, day_at);
  if (found) found->day.weekday = weekday;
  return found;
}

std::optional<std::size_t> read_day_range(const DateTokens& tokens, std::size_t at) {
  const std::size_t first = after_day_number(tokens, at);
  if (first == at) return std::nullopt;
  const DateToken& link = tokens[first];
  const bool links = link.is("au") || link.is("et") || link.is("a") || link.is("ou") ||
                     link.is_sign('-') || link.is_sign('/') || link.is_sign('&') ||
                     link.is_sign(',');
  if (!links) return std::nullopt;
  std::size_t second_at = first + 1;
  if (tokens[second_at].kind == DateTokenKind::kWord && weekday_number(tokens[second_at].word))
    ++second_at;
  const std::optional<DayMatch> second = read_with_month(tokens, second_at);
  if (!second || tokens[at].value > 31 || tokens[at].value == 0) return std::nullopt;
  return second->after;
}

}  // namespace gazette::indexer
