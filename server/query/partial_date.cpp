// A date as far as it was written: 22 septembre 2023, septembre 2023, 2023, 22/09/2023, 2023-09.
#include "server/query/partial_date.h"

#include "server/query/date_words.h"

namespace gazette::server {
namespace {

constexpr int kLastDay = 31;
constexpr int kLastMonth = 12;

class Reader {
 public:
  Reader(std::span<const DateToken> tokens, std::size_t at) : tokens_(tokens), at_(at) {}

  std::optional<PartialDate> read() {
    if (at_ >= tokens_.size()) return std::nullopt;
    if (auto date = in_figures()) return date;
    std::size_t i = at_;
    if (is_word(i) && weekday_word(tokens_[i].word)) ++i;
    if (auto date = in_words(i)) return date;
    if (const auto y = year(at_))
      return PartialDate{.year = y, .month = {}, .day = {}, .next = at_ + 1};
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool is_word(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == DateToken::Kind::kWord;
  }
  [[nodiscard]] bool is_mark(std::size_t i, char32_t mark) const {
    return i < tokens_.size() && tokens_[i].kind == DateToken::Kind::kMark &&
           tokens_[i].mark == mark;
  }

  [[nodiscard]] std::optional<int> number(std::size_t i, std::size_t least,
                                          std::size_t most) const {
    if (i >= tokens_.size() || tokens_[i].kind != DateToken::Kind::kNumber) return std::nullopt;
    if (tokens_[i].digits < least || tokens_[i].digits > most) return std::nullopt;
    return tokens_[i].value;
  }
  [[nodiscard]] std::optional<int> year(std::size_t i) const {
    const auto y = number(i, 4, 4);
    return y && *y >= 1 ? y : std::nullopt;
  }
  [[nodiscard]] std::optional<int> small(std::size_t i, int greatest) const {
    const auto n = number(i, 1, 2);
    return n && *n >= 1 && *n <= greatest ? n : std::nullopt;
  }

  /// The mark between two figures, which stand without a blank: / - or .
  [[nodiscard]] std::optional<char32_t> separator(std::size_t i) const {
    if (i + 1 >= tokens_.size() || tokens_[i].kind != DateToken::Kind::kMark) return std::nullopt;
    if (tokens_[i].starts_run || tokens_[i + 1].starts_run) return std::nullopt;
    const char32_t mark = tokens_[i].mark;
    return mark == U'/' || mark == U'-' || mark == U'.' ? std::optional(mark) : std::nullopt;
  }

  [[nodiscard]] std::optional<PartialDate> in_figures() const {
    const auto first = separator(at_ + 1);
    if (!first) return std::nullopt;
    const bool three = separator(at_ + 3) == first;
    PartialDate date;
    if (year(at_)) {
      date.year = year(at_);
      date.month = small(at_ + 2, kLastMonth);
      if (three) date.day = small(at_ + 4, kLastDay);
    } else if (three && small(at_, kLastDay)) {
      date.day = small(at_, kLastDay);
      date.month = small(at_ + 2, kLastMonth);
      date.year = year(at_ + 4);
    } else if (!three && *first == U'/') {
      date.month = small(at_, kLastMonth);
      date.year = year(at_ + 2);
    }
    date.next = at_ + (three ? 5 : 3);
    const bool whole = date.year && date.month && (!three || date.day);
    return whole && days_of(date) ? std::optional(date) : std::nullopt;
  }

  /// [22 | 1er] septembre [2023]
  [[nodiscard]] std::optional<PartialDate> in_words(std::size_t i) const {
    PartialDate date;
    if (auto day = small(i, kLastDay)) {
      date.day = day;
      ++i;
    } else if (is_word(i) && (tokens_[i].word == "1er" || tokens_[i].word == "premier")) {
      date.day = 1;
      ++i;
    }
    if (!is_word(i)) return std::nullopt;
    date.month = month_word(tokens_[i].word);
    if (!date.month) return std::nullopt;
    ++i;
    if (is_mark(i, U'.') && !tokens_[i].starts_run) ++i;
    date.year = year(i);
    if (date.year) ++i;
    date.next = i;
    if (date.year && !days_of(date)) return std::nullopt;
    return date;
  }

  std::span<const DateToken> tokens_;
  std::size_t at_;
};

}  // namespace

std::optional<PartialDate> partial_date(std::span<const DateToken> tokens, std::size_t at) {
  return Reader(tokens, at).read();
}

std::optional<DayRange> days_of(const PartialDate& date) {
  if (!date.year || !exists({*date.year, date.month.value_or(1), date.day.value_or(1)})) {
    return std::nullopt;
  }
  if (!date.month) return year_range(*date.year);
  if (!date.day) return month_range(*date.year, *date.month);
  return day_range({*date.year, *date.month, *date.day});
}

}  // namespace gazette::server
