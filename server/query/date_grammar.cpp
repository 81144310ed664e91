// One rule a method; the longest expression wins, so "entre 2019 et 2021" is not cut at "2019".
#include "server/query/date_grammar.h"

#include <array>

#include "server/query/date_text.h"
#include "server/query/date_words.h"
#include "server/query/partial_date.h"
#include "server/query/relative_date.h"

namespace gazette::server {
namespace {

constexpr int kFirstYear = 1600;  // the first gazettes; a number before is no year of news
constexpr int kPastYear = 2200;

class Grammar : private DateText {
 public:
  Grammar(std::span<const DateToken> tokens, CivilDay today, bool year_alone)
      : DateText(tokens), today_(today), year_alone_(year_alone) {}

  std::optional<DateMatch> longest(std::size_t at) const {
    using Rule = std::optional<DateMatch> (Grammar::*)(std::size_t) const;
    constexpr std::array<Rule, 12> kRules{&Grammar::between,
                                          &Grammar::from_to,
                                          &Grammar::since,
                                          &Grammar::before,
                                          &Grammar::after,
                                          &Grammar::until,
                                          &Grammar::last_n,
                                          &Grammar::days_ago,
                                          &Grammar::point,
                                          &Grammar::decade,
                                          &Grammar::relative_with_preposition,
                                          &Grammar::part_of_month};
    std::optional<DateMatch> best;
    for (const Rule rule : kRules) {
      const auto match = (this->*rule)(at);
      if (match && (!best || match->next > best->next)) best = match;
    }
    return best;
  }

 private:
  static DayRange open_after(DayRange range) { return {range.from, kOpenTo}; }

  /// "entre mars et mai 2021", "entre le 3 et le 7 mai 2022"
  [[nodiscard]] std::optional<DateMatch> between(std::size_t i) const {
    return is(i, "entre") ? two_ends(past_article(i + 1), {"et"}) : std::nullopt;
  }

  /// "du 3 au 7 mai 2022", "de mars à mai 2021", "d'avril à mai 2021"
  [[nodiscard]] std::optional<DateMatch> from_to(std::size_t i) const {
    const std::size_t begin = past(i, {"du", "de", "d"});
    return begin == i ? std::nullopt : two_ends(past_article(begin), {"a", "au", "jusqu"});
  }

  /// Two dates; what the first does not say (month, year) it takes from the second.
  [[nodiscard]] std::optional<DateMatch> two_ends(std::size_t i, Words joined_by) const {
    auto first = partial_date(tokens_, i);
    if (!first) first = day_number(i);
    if (!first) return std::nullopt;
    std::size_t middle = past(first->next, joined_by);
    if (middle == first->next) return std::nullopt;
    const auto second = partial_date(tokens_, past_article(past(middle, {"a", "au", "en"})));
    if (!second || !second->year || !year_of_news(*second->year)) return std::nullopt;
    if (!first->month && first->day) first->month = second->month;
    if (!first->year) {
      const bool wraps = first->month && second->month && *first->month > *second->month;
      first->year = *second->year - (wraps ? 1 : 0);
    }
    const auto from = days_of(*first);
    const auto to = days_of(*second);
    if (!from || !to || from->from > to->to) return std::nullopt;
    return DateMatch{{from->from, to->to}, second->next};
  }

  /// The 3 of "du 3 au 7 mai": a day that waits for its month.
  [[nodiscard]] std::optional<PartialDate> day_number(std::size_t i) const {
    if (is(i, "1er")) return PartialDate{.year = {}, .month = {}, .day = 1, .next = i + 1};
    if (i >= tokens_.size() || tokens_[i].kind != DateToken::Kind::kNumber) return std::nullopt;
    if (tokens_[i].digits > 2) return std::nullopt;
    return PartialDate{.year = {}, .month = {}, .day = tokens_[i].value, .next = i + 1};
  }

  /// "depuis 2020", "depuis le 3 mai 2022", "depuis deux semaines", "à partir de mars 2021"
  [[nodiscard]] std::optional<DateMatch> since(std::size_t i) const {
    std::size_t begin = past(i, {"depuis"});
    if (begin == i && is(i, "a") && is(i + 1, "partir")) begin = past(i + 2, {"de", "du", "d"});
    if (begin == i) return std::nullopt;
    if (const auto length = duration(begin)) {
      return DateMatch{{moved(today_, length->unit, -length->count), kOpenTo}, length->next};
    }
    const auto start = any_point(begin);
    if (!start) return std::nullopt;
    return DateMatch{open_after(start->range), start->next};
  }

  /// "avant 2020": the days before it.
  [[nodiscard]] std::optional<DateMatch> before(std::size_t i) const {
    if (!is(i, "avant")) return std::nullopt;
    const auto end = any_point(i + 1);
    if (!end) return std::nullopt;
    return DateMatch{{kOpenFrom, end->range.from - 1}, end->next};
  }

  /// "après 2020": the days after it.
  [[nodiscard]] std::optional<DateMatch> after(std::size_t i) const {
    if (!is(i, "apres")) return std::nullopt;
    const auto start = any_point(i + 1);
    if (!start || start->range.to == kOpenTo) return std::nullopt;
    return DateMatch{{start->range.to + 1, kOpenTo}, start->next};
  }

  /// "jusqu'en 2020", "jusqu'au 3 mai 2022", "jusqu'à hier"
  [[nodiscard]] std::optional<DateMatch> until(std::size_t i) const {
    const std::size_t begin = past(i, {"jusqu"});
    if (begin == i) return std::nullopt;
    const auto end = any_point(past(begin, {"a", "au", "en"}));
    if (!end) return std::nullopt;
    return DateMatch{{kOpenFrom, end->range.to}, end->next};
  }

  struct Duration {
    int count = 1;
    TimeUnit unit = TimeUnit::kDay;
    std::size_t next = 0;
  };

  [[nodiscard]] std::optional<int> count(std::size_t i) const {
    constexpr std::size_t kMostDigits = 3;  // 999 days
    if (i >= tokens_.size()) return std::nullopt;
    const DateToken& token = tokens_[i];
    if (token.kind == DateToken::Kind::kWord) return number_word(token.word);
    const bool fits = token.kind == DateToken::Kind::kNumber && token.digits <= kMostDigits;
    return fits && token.value > 0 ? std::optional(token.value) : std::nullopt;
  }

  /// "2 semaines", "un mois"
  [[nodiscard]] std::optional<Duration> duration(std::size_t i) const {
    const auto n = count(i);
    const auto unit = unit_word(word(i + 1));
    if (!n || !unit) return std::nullopt;
    return Duration{*n, *unit, i + 2};
  }

  /// "ces 7 derniers jours", "les deux dernières semaines", "ces derniers 6 mois"
  [[nodiscard]] std::optional<DateMatch> last_n(std::size_t i) const {
    std::size_t begin = past(i, {"dans", "durant", "pendant", "sur"});
    if (is(begin, "au") && is(begin + 1, "cours")) begin = past(begin + 2, {"de", "des"});
    if (is_any(begin, {"ces", "les", "des"})) ++begin;
    const auto n = last_word(word(begin)) ? count(begin + 1) : count(begin);
    const bool last = last_word(word(begin)) || last_word(word(begin + 1));
    const auto unit = unit_word(word(begin + 2));
    if (!n || !last || !unit) return std::nullopt;
    return DateMatch{{moved(today_, *unit, -*n), today_}, begin + 3};
  }

  /// "il y a 3 jours": that day. Longer ago it would be vague.
  [[nodiscard]] std::optional<DateMatch> days_ago(std::size_t i) const {
    if (!is(i, "il") || !is(i + 1, "y") || !is(i + 2, "a")) return std::nullopt;
    const auto length = duration(i + 3);
    if (!length || length->unit != TimeUnit::kDay) return std::nullopt;
    const CivilDay day = today_ - length->count;
    return DateMatch{{day, day}, length->next};
  }

  /// What "depuis", "avant" and "jusqu'à" take: a date, a year alone, "la semaine dernière".
  [[nodiscard]] std::optional<DateMatch> any_point(std::size_t i) const {
    const std::size_t begin = past_article(past(i, {"l"}));
    const std::size_t year_begin = past(past(begin, {"annee"}), {"en"});
    for (const std::size_t start : {begin, year_begin}) {
      const auto date = partial_date(tokens_, start);
      if (!date || !date->year || !year_of_news(*date->year)) continue;
      if (const auto days = days_of(*date)) return DateMatch{*days, date->next};
    }
    const auto period = period_of_year(begin);
    return period ? period : relative_date(tokens_, begin, today_);
  }

  /// "(le vendredi) 22 septembre 2023", "en septembre 2023", "au mois de mai 2021", "en 2021",
  /// "l'année 2021", "l'été 2022", "le premier trimestre 2023"
  [[nodiscard]] std::optional<DateMatch> point(std::size_t i) const {
    std::size_t begin = past(i, {"de", "d", "en", "a", "pendant", "durant", "courant", "pour"});
    const bool in = is(i, "en");
    begin = past(begin, {"le", "l", "au", "du", "ce", "cet", "cette"});
    bool year_said = year_alone_ || in;
    if (is(begin, "annee")) {
      ++begin;
      year_said = true;
    }
    if (is(begin, "mois")) begin = past(begin + 1, {"de", "d"});
    if (begin > 0 && day_number(begin - 1) && month_word(word(begin)))
      return std::nullopt;  // 30 février
    const auto date = partial_date(tokens_, begin);
    if (date && date->year && (date->month || year_said) && year_of_news(*date->year)) {
      if (const auto days = days_of(*date)) return DateMatch{*days, date->next};
    }
    return period_of_year(begin);
  }

  /// "été 2022", "hiver 2022-2023", "premier trimestre 2023", "second semestre de 2021"
  [[nodiscard]] std::optional<DateMatch> period_of_year(std::size_t i) const {
    if (const auto season = season_word(word(i))) {
      const std::size_t at = past(i + 1, {"de"});
      const auto y = year_at(at);
      if (!y) return std::nullopt;
      const bool two_years = *season == Season::kWinter &&
                             (is_mark(at + 1, U'-') || is_mark(at + 1, U'/')) &&
                             year_at(at + 2) == *y + 1;
      return DateMatch{season_range(*y, *season), two_years ? at + 3 : at + 1};
    }
    const auto ordinal = ordinal_word(word(i));
    const bool quarter = is(i + 1, "trimestre");
    const bool half = is(i + 1, "semestre");
    if (!ordinal || !(quarter || (half && *ordinal <= 2))) return std::nullopt;
    const std::size_t at = past(i + 2, {"de"});
    const auto y = year_at(at);
    if (!y) return std::nullopt;
    return DateMatch{quarter ? quarter_range(*y, *ordinal) : half_range(*y, *ordinal), at + 1};
  }

  [[nodiscard]] std::optional<int> year_at(std::size_t i) const {
    if (i >= tokens_.size() || tokens_[i].kind != DateToken::Kind::kNumber) return std::nullopt;
    if (tokens_[i].digits != 4 || !year_of_news(tokens_[i].value)) return std::nullopt;
    return tokens_[i].value;
  }
  /// Any year will do where a date was asked for by name.
  [[nodiscard]] bool year_of_news(int year) const {
    return year_alone_ || (year >= kFirstYear && year < kPastYear);
  }

  /// "années 1990", "dans les années 90"
  [[nodiscard]] std::optional<DateMatch> decade(std::size_t i) const {
    const std::size_t begin = past(past(i, {"dans"}), {"les", "des"});
    if (!is(begin, "annees") || begin + 1 >= tokens_.size()) return std::nullopt;
    const DateToken& number = tokens_[begin + 1];
    if (number.kind != DateToken::Kind::kNumber || number.value % 10 != 0) return std::nullopt;
    int first = number.value;
    if (number.digits == 2) first += first >= 30 ? 1900 : 2000;  // les années 30, les années 20
    if (number.digits != 2 && number.digits != 4) return std::nullopt;
    if (!year_of_news(first)) return std::nullopt;
    return DateMatch{{year_range(first).from, year_range(first + 9).to}, begin + 2};
  }

  /// "début septembre 2023", "à la mi-mai 2021", "fin 2022" is vague and stays words
  [[nodiscard]] std::optional<DateMatch> part_of_month(std::size_t i) const {
    constexpr int kFirstThird = 10;
    constexpr int kSecondThird = 20;
    const std::size_t begin = past_article(past(i, {"a", "de"}));
    if (!is_any(begin, {"debut", "mi", "fin"})) return std::nullopt;
    std::size_t at = is_mark(begin + 1, U'-') ? begin + 2 : begin + 1;
    const auto date = partial_date(tokens_, past(at, {"de", "d"}));
    if (!date || !date->year || !date->month || date->day || !year_of_news(*date->year)) {
      return std::nullopt;
    }
    DayRange range = month_range(*date->year, *date->month);
    const CivilDay first = range.from;
    if (is(begin, "debut")) range.to = first + kFirstThird - 1;
    if (is(begin, "mi")) range = {first + kFirstThird, first + kSecondThird - 1};
    if (is(begin, "fin")) range.from = first + kSecondThird;
    return DateMatch{range, date->next};
  }

  /// "de la semaine dernière", "d'hier"
  [[nodiscard]] std::optional<DateMatch> relative_with_preposition(std::size_t i) const {
    return relative_date(tokens_, past_article(past(i, {"de", "d", "en", "pendant", "durant"})),
                         today_);
  }

  CivilDay today_;
  bool year_alone_;
};

}  // namespace

std::optional<DateMatch> date_expression(std::span<const DateToken> tokens, std::size_t at,
                                         CivilDay today) {
  return Grammar(tokens, today, false).longest(at);
}

std::optional<DateMatch> date_value(std::span<const DateToken> tokens, std::size_t at,
                                    CivilDay today) {
  return Grammar(tokens, today, true).longest(at);
}

}  // namespace gazette::server
