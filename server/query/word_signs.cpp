// Where a word of the query ends, and what its signs say.
#include "server/query/word_signs.h"

#include <string>

#include "common/analysis/compounds.h"
#include "common/analysis/fold.h"
#include "server/query/characters.h"
#include "server/query/quotes.h"

namespace gazette::server {
namespace {

/// The end of "(e)", "(es)", "(trice)" at `at`; `at` itself when it is none.
std::size_t inclusive_end(std::string_view query, std::size_t at) {
  constexpr std::size_t kLongestEnding = 5;  // letters: "trice"
  std::size_t i = at + 1;
  std::size_t letters = 0;
  for (Char c = char_at(query, i); c.kind == CharClass::kLower; c = char_at(query, i)) {
    i += c.length;
    ++letters;
  }
  const bool ending =
      letters > 0 && letters <= kLongestEnding && i < query.size() && query[i] == ')';
  return ending ? i + 1 : at;
}

void take_star(Lexeme& word, Diagnostics& diagnostics) {
  const std::size_t star = word.text.find('*');
  if (star == std::string_view::npos) return;
  word.prefix = is_word_character(char_before(word.text, star).kind);
  if (has_word(word.text.substr(star))) {
    tell_misplaced_star(word.begin, "ce qui suit l'astérisque est ignoré.", diagnostics);
  }
  word.text = word.text.substr(0, star);
}

void take_tilde(Lexeme& word, Diagnostics& diagnostics) {
  const std::size_t tilde = word.text.find_last_of('~');
  if (tilde == std::string_view::npos || tilde == 0) return;
  const std::string_view digits = word.text.substr(tilde + 1);
  const bool number = digits.empty() || digits == "0" || digits == "1" || digits == "2";
  if (!number || !is_word_character(char_before(word.text, tilde).kind)) return;
  word.fuzzy = digits != "0" && !word.prefix;
  word.text = word.text.substr(0, tilde);
  if (digits != "2") return;
  diagnostics.mended("fuzzy-distance", word.begin,
                     "mot~ admet une faute, pas deux : lu comme mot~.");
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t leading_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  return count;
}

std::size_t trailing_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[text.size() - 1 - count])) ++count;
  return count;
}

/// "prud" and "hommes", "49" and "3".
bool one_word_badly_typed(std::string_view left, std::string_view right) {
  constexpr std::size_t kLongest = 16;  // bytes, of such words
  if (left.size() > kLongest || right.size() > kLongest) return false;
  const std::string folded = fold(exact_form(left));
  return may_go_on_across_blank(folded) && one_word_across_blank(folded, fold(exact_form(right)));
}

}  // namespace

bool has_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); i += char_at(text, i).length) {
    if (word_starts(text, i)) return true;
  }
  return false;
}

std::size_t word_end(std::string_view query, std::size_t from) {
  std::size_t i = from;
  CharClass previous = CharClass::kSeparator;
  while (i < query.size()) {
    const Char c = char_at(query, i);
    if (is_blank(c.code_point) || is_quote(c.code_point) || c.code_point == ')') break;
    if (c.code_point == '(') {
      const std::size_t inside = inclusive_end(query, i);
      if (previous != CharClass::kLower || inside == i) break;
      i = inside;
      continue;
    }
    previous = c.kind;
    i += c.length;
  }
  return i;
}

void take_signs(Lexeme& word, Diagnostics& diagnostics) {
  take_star(word, diagnostics);
  take_tilde(word, diagnostics);
}

void tell_misplaced_star(std::size_t at, std::string_view outcome, Diagnostics& diagnostics) {
  diagnostics.mended("wildcard-place", at,
                     "L'astérisque se met à la fin d'un mot (azerb*) : " + std::string(outcome));
}

bool is_article_before_quote(std::string_view query, const Lexeme& word) {
  constexpr std::size_t kLongestArticle = 2;  // letters: "qu"
  if (word.end >= query.size() || !is_quote(char_at(query, word.end).code_point)) return false;
  const Char apostrophe = char_before(query, word.end);
  if (apostrophe.kind != CharClass::kApostrophe) return false;
  const Run run = run_at(word.text, 0);
  return run.letters > 0 && run.letters <= kLongestArticle &&
         run.end + apostrophe.length == word.text.size();
}

bool join_across_blank(std::string_view query, Lexeme& last, const Lexeme& next) {
  constexpr std::size_t kGroup = 3;  // digits between two blanks
  const bool plain = last.kind == Lexeme::Kind::kWord && !last.prefix && !last.fuzzy && !next.exact;
  const bool one_blank =
      next.begin > last.end && next.begin - last.end == char_at(query, last.end).length;
  const bool signs_off = last.text.data() + last.text.size() == query.data() + last.end;
  if (!plain || !one_blank || !signs_off) return false;
  const std::size_t digits = trailing_digits(last.text);
  const bool thousands = digits > 0 && digits <= kGroup && leading_digits(next.text) == kGroup;
  if (!thousands && !one_word_badly_typed(last.text, next.text)) return false;
  const char* const begin = last.text.data();
  const char* const end = next.text.data() + next.text.size();
  last.text = {begin, static_cast<std::size_t>(end - begin)};
  last.end = next.end;
  last.prefix = next.prefix;
  last.fuzzy = next.fuzzy;
  return true;
}

}  // namespace gazette::server
