// Characters to lexemes in one pass: the context that a sign needs is what stands around it.
#include "server/query/lexer.h"

#include <algorithm>
#include <string>

#include "common/utf8.h"
#include "server/query/characters.h"
#include "server/query/limits.h"
#include "server/query/operators.h"
#include "server/query/quotes.h"
#include "server/query/word_signs.h"

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
    word(begin, word_end(query_, after), true);
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

  void chunk() {
    const std::size_t begin = at_;
    const std::size_t end = word_end(query_, begin);
    const std::string_view text = query_.substr(begin, end - begin);
    const bool after_field = right_after_field();
    const bool after_sign = right_after(Kind::kNot) || right_after(Kind::kMust);
    if (end == begin) {  // a mark that neither opens nor parts: nothing to read
      at_ += std::max<std::size_t>(char_at(query_, begin).length, 1);
      return;
    }
    const bool may_be_operator = !plain_ && !after_field && !after_sign;
    if (may_be_operator && operator_lexeme(text)) return;
    if (!field(text, after_field)) word(begin, end, false);
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
    Lexeme lexeme;
    lexeme.begin = begin;
    lexeme.end = end;
    lexeme.exact = exact;
    lexeme.text = query_.substr(at_, end - at_);
    at_ = end;
    take_signs(lexeme, diagnostics_);
    if (!has_word(lexeme.text) || is_article_before_quote(query_, lexeme)) return;
    if (!list_.empty() && join_across_blank(query_, list_.back(), lexeme)) return;
    list_.push_back(lexeme);
    ++words_;
  }

  /// `*mot`: what follows is read as if the star were not there.
  void leading_star() {
    const std::size_t begin = at_;
    while (at_ < query_.size() && query_[at_] == '*') ++at_;
    if (word_starts(query_, at_)) tell_misplaced_star(begin, "il est ignoré.", diagnostics_);
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
  return Lexer(query, diagnostics).run();
}

}  // namespace gazette::server
