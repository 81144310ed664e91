// Gathers the years that each kind of evidence allows; one alone is the year.
#include "indexer/readers/page_year.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <set>

#include "common/cli/language.h"
#include "indexer/enrich/date_tokens.h"
#include "indexer/enrich/printed_day.h"

namespace gazette::indexer {
namespace {

// A weekday falls on the same day of the year again after 5, 6 or 11 years: of any five years at
// most one has it.
constexpr int kYearsBack = 5;
constexpr CivilDay kMostDaysAhead = 1;  // a page saved in the Pacific
constexpr CivilDay kWeek = 7;           // how near to its date a text names days by weekday
constexpr CivilDay kMonth = 31;
constexpr std::size_t kLeastListed = 3;    // dates of one month that make a list of recent articles
constexpr std::size_t kAddressWords = 40;  // a line with an address, not a paragraph
constexpr int kFirstWebYear = 1991;
constexpr int kLastYear = 2100;

/// 1 (Monday) .. 7.
int weekday_of(CivilDay day) { return ((day + 3) % 7 + 7) % 7 + 1; }

/// The day that the page's clock shows.
CivilDay local_day(const NewsTime& time) {
  const auto day = static_cast<CivilDay>(time.local_seconds / 86'400);
  return time.local_seconds % 86'400 < 0 ? day - 1 : day;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The day without a year that a date line prints.
std::optional<PrintedDay> day_without_year(std::string_view text) {
  for (const DateItem& item : read_date_items(DateTokens(text))) {
    if (item.kind != DateItemKind::kDay || item.day.date.year != 0) continue;
    if (item.day.problem == DayProblem::kNone) return item.day;
  }
  return std::nullopt;
}

class Finder {
 public:
  Finder(const YearSearch& search, const PrintedDay& day) : search_(search), day_(day) {}

  /// The year and what shows it; none when nothing does, or not all agree.
  [[nodiscard]] std::optional<std::pair<int, std::string>> run() const {
    const std::set<int> written = written_years();
    if (written.size() > 1) return std::nullopt;
    if (written.size() == 1) {
      if (!fits(*written.begin())) return std::nullopt;
      return std::pair(*written.begin(), tr("le jour est écrit en entier ailleurs dans la page",
                                            "the page has the whole day elsewhere"));
    }
    const std::optional<CivilDay> saved = saved_day();
    if (!saved) return std::nullopt;
    if (day_.weekday) {
      const std::optional<int> year = year_with(day_, *saved + kMostDaysAhead);
      if (!year) return std::nullopt;
      return std::pair(*year, tr("le jour de la semaine", "the weekday"));
    }
    const std::set<int> named = years_of_named_days(*saved);
    if (named.size() != 1) return std::nullopt;
    return std::pair(*named.begin(), tr("les jours de la semaine que le texte donne",
                                        "the weekdays that the text names"));
  }

 private:
  /// The printed day exists in `year`, on the printed weekday.
  [[nodiscard]] bool fits(int year) const {
    const CivilDate date{year, day_.date.month, day_.date.day};
    return exists(date) && (!day_.weekday || weekday_of(to_day(date)) == *day_.weekday);
  }

  /// The only year of the last five in which `day` falls on its weekday.
  [[nodiscard]] static std::optional<int> year_with(const PrintedDay& day, CivilDay last) {
    const int latest = to_date(last).year;
    for (int year = latest; year > latest - kYearsBack; --year) {
      const CivilDate date{year, day.date.month, day.date.day};
      if (exists(date) && to_day(date) <= last && weekday_of(to_day(date)) == *day.weekday) {
        return year;
      }
    }
    return std::nullopt;
  }

  /// When the page was saved, at least: the latest day of its list of recent articles. A date or
  /// two may be of older articles that the page recalls.
  [[nodiscard]] std::optional<CivilDay> saved_day() const {
    std::vector<CivilDay> days;
    for (std::size_t i = 0; i < search_.dates.size(); ++i) {
      if (i == search_.date_line || !search_.dates[i] || !search_.dates[i]->date) continue;
      days.push_back(local_day(search_.dates[i]->date->value));
    }
    std::sort(days.begin(), days.end(), std::greater<>());
    const bool list =
        days.size() >= kLeastListed && days.front() - days[kLeastListed - 1] <= kMonth;
    return list ? std::optional(days.front()) : std::nullopt;
  }

  /// Of the day in an address, or in a date line between headline and text.
  [[nodiscard]] std::set<int> written_years() const {
    std::set<int> years;
    const auto add = [&](const CivilDate& date) {
      if (date.month == day_.date.month && date.day == day_.date.day) years.insert(date.year);
    };
    for (const PageLine& line : search_.lines) {
      if (line.words <= kAddressWords && line.text.find("://") != std::string::npos) {
        if (const std::optional<CivilDate> date = day_of_address(line.text)) add(*date);
      }
    }
    for (const std::size_t i : {search_.date_line - 1, search_.date_line + 1}) {
      if (i >= search_.dates.size() || !search_.dates[i] || !search_.dates[i]->date) continue;
      add(to_date(local_day(search_.dates[i]->date->value)));
    }
    return years;
  }

  /// "mardi 19 février" in the text, for a page of 20 February.
  [[nodiscard]] std::set<int> years_of_named_days(CivilDay saved) const {
    std::set<int> years;
    const std::size_t end = std::min(search_.body_end, search_.lines.size());
    for (std::size_t i = search_.body_begin; i < end; ++i) {
      const DateTokens tokens(search_.lines[i].text);
      for (std::size_t at = 0; at < tokens.size();) {
        const std::optional<DayMatch> found = read_day(tokens, at);
        if (found) add_year_beside(found->day, saved, years);
        at = found ? std::max(found->after, at + 1) : at + 1;
      }
    }
    return years;
  }

  /// The year of the date line's day that stands within a week of a day of the text.
  void add_year_beside(const PrintedDay& named, CivilDay saved, std::set<int>& years) const {
    if (!named.weekday || named.date.year != 0 || named.problem != DayProblem::kNone) return;
    const std::optional<int> year = year_with(named, saved + kWeek);
    if (!year) return;
    const CivilDay day = to_day({*year, named.date.month, named.date.day});
    for (const int candidate : {*year - 1, *year, *year + 1}) {
      if (!fits(candidate)) continue;
      const CivilDay own = to_day({candidate, day_.date.month, day_.date.day});
      if (std::abs(own - day) <= kWeek && own <= saved + kMostDaysAhead) years.insert(candidate);
    }
  }

  const YearSearch& search_;
  const PrintedDay& day_;
};

/// A reference for which days without a year are of `year`: it allows two days ahead.
DateLineOptions end_of(int year, const TimeZone& zone) {
  constexpr std::int64_t kNoon = 43'200;
  DateLineOptions options;
  options.zone = &zone;
  options.reference_seconds = static_cast<std::int64_t>(to_day({year, 12, 29})) * 86'400 + kNoon;
  return options;
}

}  // namespace

std::optional<CompletedDate> complete_year(const YearSearch& search, std::string_view text) {
  const std::optional<PrintedDay> day = day_without_year(text);
  if (!day) return std::nullopt;
  const auto found = Finder(search, *day).run();
  if (!found) return std::nullopt;
  Result<DateLine> date = parse_date_line(text, end_of(found->first, search.zone));
  if (!date.ok() || to_date(local_day(date->value)).year != found->first) return std::nullopt;
  return CompletedDate{std::move(date).value(),
                       tr("année absente de la ligne de date, prouvée par : ",
                          "the date line has no year; proved by: ") +
                           found->second + " (" + std::to_string(found->first) + ")"};
}

std::optional<CivilDate> day_of_address(std::string_view address) {
  constexpr std::size_t kDayLength = 10;  // 2019/02/20
  for (std::size_t at = address.find('/'); at != std::string_view::npos;
       at = address.find('/', at + 1)) {
    const std::string_view part = address.substr(at + 1, kDayLength);
    const std::string_view behind = address.substr(std::min(at + 1 + kDayLength, address.size()));
    if (part.size() < kDayLength || (!behind.empty() && is_digit(behind.front()))) continue;
    if ((part[4] != '/' && part[4] != '-') || part[7] != part[4]) continue;
    std::string digits(part);
    std::erase(digits, part[4]);
    if (digits.size() != 8 || !std::all_of(digits.begin(), digits.end(), is_digit)) continue;
    const int number = std::stoi(digits);
    const CivilDate date{number / 10'000, number / 100 % 100, number % 100};
    if (date.year >= kFirstWebYear && date.year <= kLastYear && exists(date)) return date;
  }
  return std::nullopt;
}

}  // namespace gazette::indexer
