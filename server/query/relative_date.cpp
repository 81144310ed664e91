// Days counted from today: hier, la semaine dernière, ce mois-ci, lundi dernier.
#include "server/query/relative_date.h"

#include "server/query/date_text.h"
#include "server/query/date_words.h"

namespace gazette::server {
namespace {

class Relative : private DateText {
 public:
  Relative(std::span<const DateToken> tokens, CivilDay today) : DateText(tokens), today_(today) {}

  [[nodiscard]] std::optional<DateMatch> at(std::size_t i) const {
    if (is(i, "hier")) return day(today_ - 1, i + 1);
    if (is(i, "avant") && is_mark(i + 1, U'-') && is(i + 2, "hier")) return day(today_ - 2, i + 3);
    if (is(i, "aujourd") && is_mark(i + 1, U'\'') && is(i + 2, "hui")) return day(today_, i + 3);
    const std::size_t weekend = past_weekend(i);
    const std::size_t next = weekend != i ? weekend : i + 1;
    if (last_word(word(next))) {
      const auto range = weekend != i ? std::optional(last_weekend()) : last(word(i));
      if (range) return DateMatch{*range, next + 1};
    }
    if (i == 0 || !is_any(i - 1, {"cette", "ce", "cet"})) return std::nullopt;
    const bool here = is_mark(next, U'-') && is_any(next + 1, {"ci"});  // ce mois-ci
    const auto range = weekend != i ? std::optional(this_weekend()) : current(word(i));
    if (!range) return std::nullopt;
    return DateMatch{*range, here ? next + 2 : next};
  }

 private:
  /// `i` past "week-end"; `i` itself when it does not stand there.
  [[nodiscard]] std::size_t past_weekend(std::size_t i) const {
    if (is(i, "weekend")) return i + 1;
    return is(i, "week") && is_mark(i + 1, U'-') && is(i + 2, "end") ? i + 3 : i;
  }

  static std::optional<DateMatch> day(CivilDay day, std::size_t next) {
    return DateMatch{{day, day}, next};
  }

  [[nodiscard]] DayRange this_weekend() const {
    const DayRange week = week_range(today_);
    return {week.to - 1, week.to};
  }
  [[nodiscard]] DayRange last_weekend() const {
    const DayRange week = week_range(today_ - 7);
    return {week.to - 1, week.to};
  }

  [[nodiscard]] std::optional<DayRange> last(std::string_view what) const {
    const CivilDate now = to_date(today_);
    if (const auto unit = unit_word(what)) return period(*unit, -1);
    if (const auto month = month_word(what)) {
      return month_range(*month < now.month ? now.year : now.year - 1, *month);
    }
    if (const auto season = season_word(what)) {
      const DayRange range = season_range(now.year, *season);
      return range.to < today_ ? range : season_range(now.year - 1, *season);
    }
    if (const auto wanted = weekday_word(what)) {
      const int back = (weekday(today_) - *wanted + 6) % 7 + 1;
      return DayRange{today_ - back, today_ - back};
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<DayRange> current(std::string_view what) const {
    const auto unit = unit_word(what);
    if (!unit || *unit == TimeUnit::kDay) return std::nullopt;
    return period(*unit, 0);
  }

  /// The week, month or year `shift` from the present one.
  [[nodiscard]] std::optional<DayRange> period(TimeUnit unit, int shift) const {
    const CivilDate date = to_date(moved(today_, unit, shift));
    switch (unit) {
      case TimeUnit::kDay:
        return std::nullopt;
      case TimeUnit::kWeek:
        return week_range(to_day(date));
      case TimeUnit::kMonth:
        return month_range(date.year, date.month);
      case TimeUnit::kYear:
        return year_range(date.year);
    }
    return std::nullopt;
  }

  CivilDay today_;
};

}  // namespace

std::optional<DateMatch> relative_date(std::span<const DateToken> tokens, std::size_t at,
                                       CivilDay today) {
  return Relative(tokens, today).at(at);
}

}  // namespace gazette::server
