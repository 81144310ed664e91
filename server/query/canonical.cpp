// Prints a clause; brackets only where the reader, or the parser, needs them.
#include "server/query/canonical.h"

#include <algorithm>

#include "common/analysis/fold.h"
#include "common/analysis/scanner.h"
#include "server/query/date_grammar.h"
#include "server/query/dates.h"
#include "server/query/lexer.h"

namespace gazette::server {
namespace {

using Kind = Clause::Kind;

constexpr std::string_view kOpenQuote = "«\u00A0";
constexpr std::string_view kCloseQuote = "\u00A0»";

/// Word by word, so that the analyzer parts it where it did.
std::string lower_case(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const Char c = char_at(text, i);
    const Run run = is_letter(c.kind) || c.kind == CharClass::kDigit ? run_at(text, i) : Run{};
    const std::size_t length = run.size() > 0 ? run.size() : c.length;
    const std::string_view part = text.substr(i, length);
    out += all_in_capitals(part) && run.letters > 0 ? exact_form(part) : std::string(part);
    i += length;
  }
  return out;
}

class Printer {
 public:
  explicit Printer(CanonicalOptions options) : options_(options) {}

  [[nodiscard]] std::string print(const Clause& clause) const {
    switch (clause.kind) {
      case Kind::kVanished:
        return "";
      case Kind::kWords:
        return words(clause, clause.literal);
      case Kind::kPhrase:
        return in_field(clause) + sign(clause) + quoted(phrase_text(clause));
      case Kind::kAnd:
        return conjunction(clause);
      case Kind::kOr:
        return alternatives(clause);
      case Kind::kNot:
        return "SAUF " + grouped(clause.children.front());
      case Kind::kProximity:
        return proximity(clause);
      case Kind::kValue:
        return value(clause);
      case Kind::kDate:
        return "date:" + date_value_text({clause.from, clause.to});
    }
    return "";
  }

 private:
  static std::string quoted(const std::string& text) {
    return std::string(kOpenQuote) + text + std::string(kCloseQuote);
  }
  static std::string in_field(const Clause& clause) {
    return clause.where == TextField::kTitle ? "titre:" : "";
  }
  static std::string sign(const Clause& clause) {
    return clause.sign == Clause::Sign::kExact ? "=" : "";
  }

  [[nodiscard]] std::string words(const Clause& clause, bool literal) const {
    const bool bare = clause.sign == Clause::Sign::kNone && clause.where == TextField::kAny;
    std::string text = clause.text;
    if (options_.lower_case || (bare && looks_like_operator(text))) text = lower_case(text);
    if (clause.quoted) return in_field(clause) + sign(clause) + quoted(text);
    const bool asked = literal && clause.sign != Clause::Sign::kExact && has_stop_word(clause);
    const bool dated = bare && may_read_as_date(text);
    if (dated && clause.words.size() > 1) return apart(clause);
    std::string out = asked || dated ? "+" : "";
    out += in_field(clause) + sign(clause) + text;
    if (clause.sign == Clause::Sign::kPrefix) out += '*';
    if (clause.sign == Clause::Sign::kFuzzy) out += '~';
    return out;
  }

  /// "22/09/2023" that is no date: each of its words by itself.
  static std::string apart(const Clause& clause) {
    std::string out;
    for (const QueryWord& word : clause.words) {
      if (!word.optional) out += (out.empty() ? "(" : " ET ") + word.forms.exact;
    }
    return out + ")";
  }

  static bool has_stop_word(const Clause& clause) {
    return std::any_of(clause.words.begin(), clause.words.end(),
                       [](const QueryWord& word) { return word.forms.stop_word; });
  }

  [[nodiscard]] bool may_read_as_date(const std::string& text) const {
    if (!options_.guard_dates) return false;
    const std::vector<DateToken> tokens = date_tokens(text);
    const auto match = date_expression(tokens, 0, 0);  // whether it is one does not depend on today
    return match && match->next == tokens.size();
  }

  /// Operators inside « (aide OU assistance) humanitaire » keep their capitals.
  [[nodiscard]] std::string phrase_text(const Clause& clause) const {
    if (!options_.lower_case) return clause.text;
    std::string out;
    for (std::size_t at = 0; at < clause.text.size();) {
      const std::size_t blank = std::min(clause.text.find(' ', at), clause.text.size());
      const std::string word = clause.text.substr(at, blank - at);
      const bool keep = clause.variants.size() > 1 && looks_like_operator(word);
      out += keep ? word : lower_case(word);
      if (blank < clause.text.size()) out += ' ';
      at = blank + 1;
    }
    return out;
  }

  [[nodiscard]] std::string conjunction(const Clause& clause) const {
    if (&alone(clause) != &clause) return print(alone(clause));
    std::string out;
    for (const Clause& child : clause.children) {
      if (child.kind == Kind::kNot || only_ranks(child)) continue;
      if (!out.empty()) out += " ET ";
      out += child.kind == Kind::kOr ? grouped(child) : print(child);
    }
    for (const Clause& child : clause.children) {
      if (child.kind != Kind::kNot) continue;
      if (!out.empty()) out += ' ';
      out += print(child);
    }
    return out;
  }

  [[nodiscard]] std::string alternatives(const Clause& clause) const {
    std::string out;
    for (const Clause& child : clause.children) {
      if (!out.empty()) out += " OU ";
      const Kind kind = alone(child).kind;
      const bool bare = kind != Kind::kAnd && kind != Kind::kNot;
      out += bare ? print(child) : grouped(child);
    }
    return out;
  }

  [[nodiscard]] std::string proximity(const Clause& clause) const {
    std::string out = operand(clause.children.front());
    for (std::size_t i = 0; i < clause.links.size(); ++i) {
      const Ast::Link& link = clause.links[i];
      out += (link.ordered ? " SUIVI/" : " PROCHE/") + std::to_string(link.window) + " ";
      out += operand(clause.children[i + 1]);
    }
    return out;
  }

  /// Inside a proximity several words are a phrase already.
  [[nodiscard]] std::string operand(const Clause& clause) const {
    if (clause.kind != Kind::kWords) return grouped(clause);
    const bool bare = clause.sign == Clause::Sign::kNone && !clause.quoted;
    if (bare && may_read_as_date(clause.text)) return in_field(clause) + quoted(clause.text);
    return words(clause, false);
  }

  /// The one child of a conjunction that is printed, when there is but one; else `clause`.
  static const Clause& alone(const Clause& clause) {
    if (clause.kind != Kind::kAnd) return clause;
    const Clause* only = nullptr;
    for (const Clause& child : clause.children) {
      if (only_ranks(child)) continue;
      if (only != nullptr) return clause;
      only = &child;
    }
    return only != nullptr && only->kind != Kind::kNot ? *only : clause;
  }

  [[nodiscard]] std::string grouped(const Clause& clause) const {
    const Clause& inner = alone(clause);
    const bool atom = inner.kind == Kind::kWords || inner.kind == Kind::kPhrase ||
                      is_filter(inner) || inner.kind == Kind::kVanished;
    return atom ? print(clause) : "(" + print(clause) + ")";
  }

  static std::string value(const Clause& clause) {
    std::string text = clause.quoted ? quoted(clause.text) : clause.text;
    switch (clause.field) {
      case ValueField::kAuthor:
        return "auteur:" + text;
      case ValueField::kSection:
        return "rubrique:" + text;
      case ValueField::kSource:
        return "source:" + text;
      case ValueField::kTag:
        return "mot-clé:" + text;
      case ValueField::kPlace:
        return "lieu:" + text;
    }
    return text;
  }

  CanonicalOptions options_;
};

bool has_operators(const Clause& clause) {
  return (clause.kind != Kind::kWords && clause.kind != Kind::kPhrase) ||
         clause.variants.size() > 1;
}

}  // namespace

std::string canonical(const Clause& clause, CanonicalOptions options) {
  return Printer(options).print(clause);
}

std::string canonical_query(const Clause& root) {
  CanonicalOptions options{.lower_case = false, .guard_dates = true};
  std::string text = canonical(root, options);
  if (has_operators(root) && all_in_capitals(text)) {
    options.lower_case = true;
    text = canonical(root, options);
  }
  return text;
}

}  // namespace gazette::server
