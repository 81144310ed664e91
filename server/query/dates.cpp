// Dates of a query: the value of `date:`, and dates in words at its beginning or end.
#include "server/query/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "server/query/characters.h"
#include "server/query/date_grammar.h"
#include "server/query/limits.h"

namespace gazette::server {
namespace {

using Kind = Lexeme::Kind;

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(char_at(text, 0).code_point)) {
    text.remove_prefix(char_at(text, 0).length);
  }
  while (!text.empty() && is_blank(char_before(text, text.size()).code_point)) {
    text.remove_suffix(char_before(text, text.size()).length);
  }
  return text;
}

/// "-7d", "3m", "1y", with the French j, s, a as well: that long ago.
std::optional<CivilDay> days_back(std::string_view text, CivilDay today) {
  constexpr std::size_t kLongest = 5;  // "-999d"
  constexpr std::array<std::pair<char, TimeUnit>, 7> kUnits{{{'d', TimeUnit::kDay},
                                                             {'j', TimeUnit::kDay},
                                                             {'w', TimeUnit::kWeek},
                                                             {'s', TimeUnit::kWeek},
                                                             {'m', TimeUnit::kMonth},
                                                             {'y', TimeUnit::kYear},
                                                             {'a', TimeUnit::kYear}}};
  if (text.size() < 3 || text.size() > kLongest || text.front() != '-') return std::nullopt;
  int count = 0;
  const char* const end = text.data() + text.size() - 1;
  const auto [stop, error] = std::from_chars(text.data() + 1, end, count);
  if (error != std::errc{} || stop != end || count < 0) return std::nullopt;
  for (const auto& [letter, unit] : kUnits) {
    if (text.back() == letter) return moved(today, unit, -count);
  }
  return std::nullopt;
}

/// One end of a range, or a whole value without "..".
std::optional<DayRange> parse_point(std::string_view text, CivilDay today) {
  text = without_blanks(text);
  if (text == "today") return DayRange{today, today};
  if (const auto day = days_back(text, today)) return DayRange{*day, today};
  std::vector<DateToken> tokens = date_tokens(text);
  while (!tokens.empty() && tokens.back().kind == DateToken::Kind::kMark) tokens.pop_back();
  const auto match = date_value(tokens, 0, today);
  if (!match || match->next != tokens.size()) return std::nullopt;
  return match->range;
}

/// Days that can be written: CivilDate goes from the year 1 to 9999.
bool writable(DayRange range) {
  constexpr int kLastYear = 9999;
  const CivilDay first = to_day({1, 1, 1});
  const CivilDay last = to_day({kLastYear, 12, 31});
  const auto inside = [&](CivilDay day) { return first <= day && day <= last; };
  return (range.from == kOpenFrom || inside(range.from)) &&
         (range.to == kOpenTo || inside(range.to));
}

bool plain_word(const Lexeme& lexeme) {
  return lexeme.kind == Kind::kWord && !lexeme.exact && !lexeme.prefix && !lexeme.fuzzy;
}
bool binds_left(const Lexeme& lexeme) {  // takes what follows it
  return lexeme.kind != Kind::kWord && lexeme.kind != Kind::kPhrase && lexeme.kind != Kind::kClose;
}
bool binds_right(const Lexeme& lexeme) {  // takes what stands before it
  return lexeme.kind == Kind::kAnd || lexeme.kind == Kind::kOr || lexeme.kind == Kind::kNear ||
         lexeme.kind == Kind::kThen;
}

/// The tokens of the plain words [first, last], and which lexeme begins at which token.
class WordRun {
 public:
  WordRun(std::string_view query, const std::vector<Lexeme>& lexemes, std::size_t first,
          std::size_t last)
      : first_(first) {
    const std::size_t begin = lexemes[first].begin;
    tokens_ = date_tokens(query.substr(begin, lexemes[last].end - begin));
    std::size_t token = 0;
    for (std::size_t i = first; i <= last; ++i) {
      while (token < tokens_.size() && begin + tokens_[token].begin < lexemes[i].begin) ++token;
      starts_.push_back(token);
    }
  }

  [[nodiscard]] const std::vector<DateToken>& tokens() const { return tokens_; }
  [[nodiscard]] std::size_t token_of(std::size_t lexeme) const { return starts_[lexeme - first_]; }

  /// The last lexeme of an expression that ends before token `next`; none when it ends inside one.
  [[nodiscard]] std::optional<std::size_t> last_lexeme(std::size_t next) const {
    while (next < tokens_.size() && tokens_[next].kind == DateToken::Kind::kMark &&
           !tokens_[next].starts_run) {
      ++next;  // the comma after it
    }
    if (next >= tokens_.size()) return first_ + starts_.size() - 1;
    const auto found = std::find(starts_.begin(), starts_.end(), next);
    if (found == starts_.end() || found == starts_.begin()) return std::nullopt;
    return first_ + static_cast<std::size_t>(found - starts_.begin()) - 1;
  }

 private:
  std::size_t first_;
  std::vector<DateToken> tokens_;
  std::vector<std::size_t> starts_;
};

std::optional<DateRun> at_the_end(std::string_view query, const std::vector<Lexeme>& lexemes,
                                  CivilDay today) {
  const std::size_t last = lexemes.size() - 1;
  std::size_t first = lexemes.size();
  while (first > 0 && lexemes.size() - first < limits::kMaxDateWords &&
         plain_word(lexemes[first - 1])) {
    --first;
  }
  if (first == lexemes.size()) return std::nullopt;
  const WordRun run(query, lexemes, first, last);
  for (std::size_t i = first; i <= last; ++i) {
    if (i > 0 && binds_left(lexemes[i - 1])) continue;
    const auto match = date_expression(run.tokens(), run.token_of(i), today);
    if (match && run.last_lexeme(match->next) == last) return DateRun{match->range, i, last};
  }
  return std::nullopt;
}

std::optional<DateRun> at_the_beginning(std::string_view query, const std::vector<Lexeme>& lexemes,
                                        CivilDay today) {
  std::size_t count = 0;
  while (count < lexemes.size() && count < limits::kMaxDateWords && plain_word(lexemes[count])) {
    ++count;
  }
  if (count == 0) return std::nullopt;
  const WordRun run(query, lexemes, 0, count - 1);
  const auto match = date_expression(run.tokens(), 0, today);
  if (!match) return std::nullopt;
  const auto last = run.last_lexeme(match->next);
  if (!last || (*last + 1 < lexemes.size() && binds_right(lexemes[*last + 1]))) return std::nullopt;
  return DateRun{match->range, 0, *last};
}

std::optional<DateValue> read_value(std::string_view text, CivilDay today) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    const auto range = parse_point(text, today);
    return range ? std::optional(DateValue{*range, false}) : std::nullopt;
  }
  std::size_t after = dots;
  while (after < text.size() && text[after] == '.') ++after;  // "...": the same
  const std::string_view left = without_blanks(text.substr(0, dots));
  const std::string_view right = without_blanks(text.substr(after));
  if (left.empty() && right.empty()) return std::nullopt;
  const auto from = left.empty() ? std::optional(DayRange{}) : parse_point(left, today);
  const auto to = right.empty() ? std::optional(DayRange{}) : parse_point(right, today);
  if (!from || !to) return std::nullopt;
  if (from->from <= to->to) return DateValue{{from->from, to->to}, false};
  return DateValue{{to->from, from->to}, true};
}

}  // namespace

std::optional<DateValue> parse_date_value(std::string_view text, CivilDay today) {
  const auto value = read_value(text, today);
  return value && writable(value->range) ? value : std::nullopt;
}

std::string date_value_text(DayRange range) {
  const bool open_from = range.from == kOpenFrom;
  const bool open_to = range.to == kOpenTo;
  if (open_from && open_to) return "..";
  if (open_from) return ".." + to_string(to_date(range.to));
  if (open_to) return to_string(to_date(range.from)) + "..";
  const CivilDate from = to_date(range.from);
  std::string first = to_string(from);
  constexpr std::size_t kYear = 4;   // characters of 2023
  constexpr std::size_t kMonth = 7;  // and of 2023-09
  if (range == year_range(from.year)) return first.substr(0, kYear);
  if (range == month_range(from.year, from.month)) return first.substr(0, kMonth);
  if (range.from == range.to) return first;
  return first + ".." + to_string(to_date(range.to));
}

std::optional<DateRun> date_in_words(std::string_view query, const std::vector<Lexeme>& lexemes,
                                     CivilDay today) {
  if (lexemes.empty()) return std::nullopt;
  if (auto run = at_the_end(query, lexemes, today)) return run;
  return at_the_beginning(query, lexemes, today);
}

}  // namespace gazette::server
