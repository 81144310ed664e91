// Characters to lexemes in one pass: the context that a sign needs is what stands around it.
#include "server/query/lexer.h"

#include <algorithm>
#include <string>

#include "common/utf8.h"
#include "server/query/characters.h"
#include "server/query/limits.h"
#include "server/query/operators.h"
#include "server/query/quotes.h"

namespace gazette::server {
namespace {

using Kind = Lexeme::Kind;

class Lexer {
 public:
  Lexer(std::string_view query, Diagnostics& diagnostics)
      : query_(query), diagnostics_(diagnostics), quotes_(query), plain_(all_in_capitals(query)) {}

  Lexemes run() {
    while (at_ < query_.size()) {
      if (words_ >= limits::kMaxWords) {
        diagnostics_.mended("too-many-words", at_,
                            "La requête a plus de " + std::to_string(limits::kMaxWords) +
                                " mots : la suite n'est pas lue.");
        break;
      }
      step();
    }
    return {std::move(list_), plain_};
  }

 private:
  void step() {
    const Char c = char_at(query_, at_);
    Quoted quoted;
    if (is_blank(c.code_point)) {
      at_ += c.length;
    } else if (c.code_point == '(' || c.code_point == ')') {
      push(c.code_point == '(' ? Kind::kOpen : Kind::kClose, at_, at_ + 1);
    } else if (const auto reading = quotes_.read(at_, quoted);
               reading == Quotes::Reading::kQuoted) {
      phrase(quoted, false);
    } else if (reading == Quotes::Reading::kStray) {
      unbalanced_quote(at_);
      at_ += c.length;
    } else if (c.code_point == '*') {
      leading_star();
    } else if (!sign(c)) {
      chunk();
    }
  }

  Lexeme& push(Kind kind, std::size_t begin, std::size_t end) {
    Lexeme& lexeme = list_.emplace_back();
    lexeme.kind = kind;
    lexeme.begin = begin;
    lexeme.end = end;
    at_ = end;
    return lexeme;
  }

  /// True when the last lexeme is of this kind and touches what stands here.
  [[nodiscard]] bool right_after(Kind kind) const {
    return !list_.empty() && list_.back().kind == kind && list_.back().end == at_;
  }
  [[nodiscard]] bool right_after_field() const { return right_after(Kind::kField); }

  /// A sign means something only at the beginning of a word.
  [[nodiscard]] bool after_space() const {
    if (at_ == 0 || is_blank(char_before(query_, at_).code_point)) return true;
    return right_after(Kind::kOpen) || right_after(Kind::kNot) || right_after(Kind::kMust);
  }

  [[nodiscard]] bool quote_or_group_starts(std::size_t at) const {
    Quoted ignored;
    return (at < query_.size() && query_[at] == '(') ||
           quotes_.read(at, ignored) == Quotes::Reading::kQuoted;
  }

  /// -word, +word, =word and ="phrase"; false when the character is no sign here.
  bool sign(const Char& c) {
    const std::size_t after = at_ + c.length;
    if (c.code_point == '=' && (after_space() || right_after_field())) return exact(after);
    if (!after_space() || right_after_field()) return false;
    const bool equals = after < query_.size() && query_[after] == '=';
    const std::size_t target = equals ? after + 1 : after;
    const bool minus = c.kind == CharClass::kHyphen && !is_dash(c.code_point);
    if (minus && (letter_starts(query_, target) || quote_or_group_starts(target))) {
      push(Kind::kNot, at_, after);
      return true;
    }
    if (c.code_point == '+' && (word_starts(query_, target) || quote_or_group_starts(target))) {
      push(Kind::kMust, at_, after);
      return true;
    }
    return false;
  }

  /// The en and em dashes are punctuation; only what a keyboard gives for "minus" excludes.
  static bool is_dash(char32_t c) { return c >= 0x2012 && c <= 0x2015; }

  bool exact(std::size_t after) {
    Quoted quoted;
    if (quotes_.read(after, quoted) == Quotes::Reading::kQuoted) {
      phrase(quoted, true);
      return true;
    }
    if (!word_starts(query_, after)) return false;
    const std::size_t begin = at_;
    at_ = after;
    word(begin, chunk_end(after), true);
    return true;
  }

  void phrase(const Quoted& quoted, bool exact) {
    if (!quoted.closed) unbalanced_quote(quoted.begin);
    Lexeme& lexeme = push(Kind::kPhrase, exact ? at_ : quoted.begin, quoted.end);
    lexeme.text = query_.substr(quoted.text_begin, quoted.text_end - quoted.text_begin);
    lexeme.exact = exact;
    words_ += 1 + static_cast<std::size_t>(std::count(lexeme.text.begin(), lexeme.text.end(), ' '));
    std::size_t sign_end = at_;  // "phrase"~5 and "phrase"* mean nothing here
    while (sign_end < query_.size() && (query_[sign_end] == '~' || query_[sign_end] == '*')) {
      ++sign_end;
      while (sign_end < query_.size() && query_[sign_end] >= '0' && query_[sign_end] <= '9') {
        ++sign_end;
      }
    }
    if (sign_end == at_) return;
    diagnostics_.mended("sign-after-phrase", at_,
                        "Le signe « " + std::string(query_.substr(at_, 1)) +
                            " » ne s'applique pas à une phrase : il est ignoré.");
    at_ = sign_end;
  }

  void unbalanced_quote(std::size_t at) {
    diagnostics_.mended("unbalanced-quote", at, "Un guillemet n'a pas son pendant.");
  }

  /// Up to a blank, a quotation mark or a bracket; the (e) of étudiant(e)s stays inside.
  [[nodiscard]] std::size_t chunk_end(std::size_t from) const {
    std::size_t i = from;
    CharClass previous = CharClass::kSeparator;
    while (i < query_.size()) {
      const Char c = char_at(query_, i);
      if (is_blank(c.code_point) || is_quote(c.code_point) || c.code_point == ')') break;
      if (c.code_point == '(') {
        const std::size_t inside = inclusive_end(i);
        if (previous != CharClass::kLower || inside == i) break;
        i = inside;
        continue;
      }
      previous = c.kind;
      i += c.length;
    }
    return i;
  }

  /// The end of "(e)", "(es)", "(trice)" at `at`; `at` itself when it is none.
  [[nodiscard]] std::size_t inclusive_end(std::size_t at) const {
    constexpr std::size_t kLongestEnding = 5;  // letters: "trice"
    std::size_t i = at + 1;
    std::size_t letters = 0;
    for (Char c = char_at(query_, i); c.kind == CharClass::kLower; c = char_at(query_, i)) {
      i += c.length;
      ++letters;
    }
    const bool ending =
        letters > 0 && letters <= kLongestEnding && i < query_.size() && query_[i] == ')';
    return ending ? i + 1 : at;
  }

  void chunk() {
    const std::size_t begin = at_;
    const std::size_t end = chunk_end(begin);
    const std::string_view text = query_.substr(begin, end - begin);
    const bool after_field = right_after_field();
    const bool after_sign = right_after(Kind::kNot) || right_after(Kind::kMust);
    if (end == begin) {  // a mark that neither opens nor parts: nothing to read
      at_ += std::max<std::size_t>(char_at(query_, begin).length, 1);
    } else if (!plain_ && !after_field && !after_sign && operator_lexeme(text)) {
      return;
    } else if (field(text, after_field)) {
      return;
    } else {
      word(begin, end, false);
    }
  }

  bool operator_lexeme(std::string_view text) {
    const auto op = operator_word(text);
    if (!op) return false;
    const std::size_t at = at_;
    Lexeme& lexeme = push(op->kind, at, at + text.size());
    if (op->kind != Kind::kNear && op->kind != Kind::kThen) return true;
    const std::uint32_t asked = op->window.value_or(limits::kDefaultWindow);
    lexeme.window = std::clamp(asked, 1U, limits::kMaxWindow);
    if (!op->window) {
      diagnostics_.noted("default-distance", at,
                         std::string(text) + " sans nombre : au plus " +
                             std::to_string(limits::kDefaultWindow) + " mots d'écart.");
    } else if (lexeme.window != asked) {
      diagnostics_.mended("distance", at,
                          "L'écart va de 1 à " + std::to_string(limits::kMaxWindow) +
                              " : il est ramené à " + std::to_string(lexeme.window) + ".");
    }
    return true;
  }

  /// `titre:` at the beginning of the chunk; an unknown name is a word, and said to be.
  bool field(std::string_view text, bool after_field) {
    std::size_t colon = 0;
    while (colon < text.size()) {
      const Char c = char_at(text, colon);
      const bool in_name = is_letter(c.kind) || c.kind == CharClass::kMark ||
                           (c.kind == CharClass::kHyphen && colon > 0);
      if (!in_name) break;
      colon += c.length;
    }
    const Char mark = char_at(text, colon);
    if (colon == 0 || (mark.code_point != ':' && mark.code_point != U'：')) return false;
    const std::string_view name = text.substr(0, colon);
    const std::size_t begin = at_;
    const std::size_t after = begin + colon + mark.length;
    if (const auto known = field_named(name); known && !plain_) {
      push(Kind::kField, begin, after).field = *known;
      return true;
    }
    Quoted ignored;
    const bool value =
        word_starts(query_, after) || quotes_.read(after, ignored) == Quotes::Reading::kQuoted;
    if (after_field || !value) return false;
    if (!plain_) tell_unknown_field(name, begin);
    word(begin, begin + colon, false);
    at_ = after;
    return true;
  }

  void tell_unknown_field(std::string_view name, std::size_t begin) {
    diagnostics_.mended("unknown-field", begin,
                        "« " + std::string(name) + " » n'est pas un champ (" +
                            std::string(all_field_names()) +
                            ") : les deux parties sont lues comme des mots.");
  }

  /// The word in [at_, end), its `*` and `~` taken off; `begin` is where its sign stands.
  void word(std::size_t begin, std::size_t end, bool exact) {
    std::string_view text = query_.substr(at_, end - at_);
    Lexeme lexeme;
    lexeme.begin = begin;
    lexeme.end = end;
    lexeme.exact = exact;
    text = take_star(text, lexeme);
    text = take_tilde(text, lexeme);
    lexeme.text = text;
    at_ = end;
    const bool article = elided_article_before_quote(text, end);
    if (article || !has_word(text)) return;
    if (join_thousands(lexeme)) return;
    list_.push_back(lexeme);
    ++words_;
  }

  static bool has_word(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); i += char_at(text, i).length) {
      if (word_starts(text, i)) return true;
    }
    return false;
  }

  std::string_view take_star(std::string_view text, Lexeme& lexeme) {
    const std::size_t star = text.find('*');
    if (star == std::string_view::npos) return text;
    lexeme.prefix = is_word_character(char_before(text, star).kind);
    if (has_word(text.substr(star))) {
      misplaced_star(lexeme.begin, "ce qui suit l'astérisque est ignoré.");
    }
    return text.substr(0, star);
  }

  /// `*mot`: what follows is read as if the star were not there.
  void leading_star() {
    const std::size_t begin = at_;
    while (at_ < query_.size() && query_[at_] == '*') ++at_;
    if (word_starts(query_, at_)) misplaced_star(begin, "il est ignoré.");
  }

  void misplaced_star(std::size_t at, std::string_view outcome) {
    diagnostics_.mended("wildcard-place", at,
                        "L'astérisque se met à la fin d'un mot (azerb*) : " + std::string(outcome));
  }

  std::string_view take_tilde(std::string_view text, Lexeme& lexeme) {
    const std::size_t tilde = text.find_last_of('~');
    if (tilde == std::string_view::npos || tilde == 0) return text;
    const std::string_view digits = text.substr(tilde + 1);
    const bool number = digits.empty() || digits == "0" || digits == "1" || digits == "2";
    if (!number || !is_word_character(char_before(text, tilde).kind)) return text;
    lexeme.fuzzy = digits != "0" && !lexeme.prefix;
    if (digits == "2") {
      diagnostics_.mended("fuzzy-distance", lexeme.begin,
                          "mot~ admet une faute, pas deux : lu comme mot~.");
    }
    return text.substr(0, tilde);
  }

  /// The l' of l'« État islamique »: not a word to look for.
  [[nodiscard]] bool elided_article_before_quote(std::string_view text, std::size_t end) const {
    constexpr std::size_t kLongestArticle = 2;  // letters: "qu"
    if (end >= query_.size() || !is_quote(char_at(query_, end).code_point)) return false;
    if (char_before(query_, end).kind != CharClass::kApostrophe) return false;
    const Run run = run_at(text, 0);
    return run.begin == 0 && run.letters > 0 && run.letters <= kLongestArticle &&
           run.end + char_before(query_, end).length == text.size();
  }

  /// "15" and "000" are one word to the analyzer, so they are one here.
  bool join_thousands(const Lexeme& next) {
    if (list_.empty()) return false;
    Lexeme& last = list_.back();
    const bool plain = last.kind == Kind::kWord && !last.prefix && !last.fuzzy && !next.exact;
    const std::size_t gap = next.begin - last.end;
    if (!plain || gap == 0 || gap > 3 || gap != char_at(query_, last.end).length) return false;
    if (last.text.data() + last.text.size() != query_.data() + last.end) return false;
    if (!digit_group(last.text.substr(last.text.size() - trailing_digits(last.text)), 1) ||
        !digit_group(next.text.substr(0, leading_digits(next.text)), 3)) {
      return false;
    }
    last.text = query_.substr(
        static_cast<std::size_t>(last.text.data() - query_.data()),
        static_cast<std::size_t>(next.text.data() + next.text.size() - last.text.data()));
    last.end = next.end;
    last.prefix = next.prefix;
    last.fuzzy = next.fuzzy;
    return true;
  }

  static bool digit_group(std::string_view digits, std::size_t at_least) {
    return digits.size() >= at_least && digits.size() <= 3;
  }
  static std::size_t trailing_digits(std::string_view text) {
    std::size_t n = 0;
    while (n < text.size() && text[text.size() - 1 - n] >= '0' && text[text.size() - 1 - n] <= '9')
      ++n;
    return n;
  }
  static std::size_t leading_digits(std::string_view text) {
    std::size_t n = 0;
    while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
    return n;
  }

  std::string_view query_;
  Diagnostics& diagnostics_;
  Quotes quotes_;
  bool plain_;
  std::vector<Lexeme> list_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;
};

}  // namespace

Lexemes lex(std::string_view query, Diagnostics& diagnostics) {
  if (query.size() > limits::kMaxQueryBytes) {
    std::size_t cut = limits::kMaxQueryBytes;
    while (cut > 0 && !utf8::on_boundary(query, cut)) --cut;
    diagnostics.mended("query-too-long", cut,
                       "La requête dépasse " + std::to_string(limits::kMaxQueryBytes) +
                           " octets : la suite n'est pas lue.");
    query = query.substr(0, cut);
  }
  Lexemes lexemes = Lexer(query, diagnostics).run();
  return lexemes;
}

}  // namespace gazette::server
