// One method a kind of node; op=or is settled here, so that later stages know only ET, OU, SAUF.
#include "server/query/bind.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "common/utf8.h"
#include "server/query/characters.h"
#include "server/query/dates.h"
#include "server/query/limits.h"
#include "server/query/phrase_groups.h"
#include "server/query/proximity.h"
#include "server/query/quotes.h"

namespace gazette::server {
namespace {

using Kind = Clause::Kind;
using Sign = Clause::Sign;

ValueField value_field(FieldName name) {
  switch (name) {
    case FieldName::kSection:
      return ValueField::kSection;
    case FieldName::kPlace:
      return ValueField::kPlace;
    case FieldName::kSource:
      return ValueField::kSource;
    case FieldName::kTag:
      return ValueField::kTag;
    default:
      return ValueField::kAuthor;
  }
}

class Binder {
 public:
  explicit Binder(const BindContext& context) : context_(context) {}

  Clause bind(const Ast& ast) {
    Clause clause = bind_kind(ast);
    clause.begin = ast.begin;
    clause.end = ast.end;
    return clause;
  }

 private:
  Clause bind_kind(const Ast& ast) {
    switch (ast.kind) {
      case Ast::Kind::kNothing:
        return {};
      case Ast::Kind::kWord:
        return word(ast);
      case Ast::Kind::kPhrase:
        return phrase(ast);
      case Ast::Kind::kSequence:
        return context_.op == JoinWords::kOr ? any_word(ast) : all_of(bind_all(ast), negated_);
      case Ast::Kind::kAnd:
        return all_of(bind_all(ast), negated_);
      case Ast::Kind::kOr:
        return any_of(bind_all(ast));
      case Ast::Kind::kNot:
        return excluded(ast);
      case Ast::Kind::kMust:
        return required(ast);
      case Ast::Kind::kProximity:
        return proximity(ast);
      case Ast::Kind::kField:
        return in_field(ast);
    }
    return {};
  }

  std::vector<Clause> bind_all(const Ast& ast) {
    std::vector<Clause> children;
    children.reserve(ast.children.size());
    for (const Ast& child : ast.children) children.push_back(bind(child));
    return children;
  }

  void mended(std::string_view code, const Ast& ast, std::string detail) {
    context_.diagnostics.mended(code, ast.begin, std::move(detail));
  }

  /// Side by side with op=or: any of the plain ones will do; what has a sign or a field narrows.
  Clause any_word(const Ast& ast) {
    std::vector<Clause> plain, narrowing;
    bool required_one = false;
    for (const Ast& child : ast.children) {
      Clause clause = bind(child);
      if (clause.kind == Kind::kVanished) continue;
      required_one = required_one || child.kind == Ast::Kind::kMust;
      if (child.kind == Ast::Kind::kNot || child.kind == Ast::Kind::kMust ||
          child.kind == Ast::Kind::kField) {
        narrowing.push_back(std::move(clause));
        continue;
      }
      for (Clause& part : parted(std::move(clause))) plain.push_back(std::move(part));
    }
    return any_of_plain(std::move(plain), std::move(narrowing), required_one);
  }

  /// Any of `plain`, within `narrowing`. Stop words only rank beside other words; beside a required
  /// word all of `plain` does.
  Clause any_of_plain(std::vector<Clause> plain, std::vector<Clause> narrowing, bool ranks_only) {
    const auto stop_word = [&](const Clause& clause) {
      return only_stop_words(clause) && !clause.literal && !negated_;
    };
    std::vector<Clause> stop_words;
    if (!std::all_of(plain.begin(), plain.end(), stop_word)) {
      const auto first = std::stable_partition(
          plain.begin(), plain.end(), [&](const Clause& clause) { return !stop_word(clause); });
      std::move(first, plain.end(), std::back_inserter(stop_words));
      plain.erase(first, plain.end());
    }
    std::vector<Clause> all;
    all.push_back(any_of(std::move(plain)));
    all.front().optional = ranks_only && all.front().kind != Kind::kVanished;
    std::move(narrowing.begin(), narrowing.end(), std::back_inserter(all));
    std::move(stop_words.begin(), stop_words.end(), std::back_inserter(all));
    return all_of(std::move(all), negated_);
  }

  /// With op=or, cessez-le-feu is what its words are with spaces.
  std::vector<Clause> parted(Clause clause) {
    if (clause.kind != Kind::kWords || clause.words.size() < 2 || clause.sign != Sign::kNone) {
      return one(std::move(clause));
    }
    std::vector<Clause> parts;
    for (const QueryWord& word : clause.words) {
      Clause& part = parts.emplace_back();
      part.kind = Kind::kWords;
      part.begin = word.begin;
      part.end = word.end;
      part.where = clause.where;
      part.literal = clause.literal;
      part.words = {word};
      part.words.front().offset = 0;
      part.words.front().optional = false;
      const auto here = [&](const QueryWord& w) { return w.begin == word.begin; };
      const auto sharing = std::count_if(clause.words.begin(), clause.words.end(), here);
      part.text = sharing > 1 ? word.forms.exact : word.typed;  // the parts of weekend
    }
    return parts;
  }

  Clause excluded(const Ast& ast) {
    const bool outer = std::exchange(negated_, true);
    Clause child = bind(ast.children.front());
    negated_ = outer;
    return none_of(std::move(child));
  }

  Clause required(const Ast& ast) {
    Clause child = bind(ast.children.front());
    if (child.kind != Kind::kWords) return child;
    child.literal = true;
    return all_of(one(std::move(child)), negated_);
  }

  static std::vector<Clause> one(Clause clause) {
    std::vector<Clause> list;
    list.push_back(std::move(clause));
    return list;
  }

  Clause proximity(const Ast& ast) {
    std::vector<Clause> operands;
    std::vector<Ast::Link> links;
    for (std::size_t i = 0; i < ast.children.size(); ++i) {
      Clause operand = bind(ast.children[i]);
      if (operand.kind == Kind::kVanished) continue;
      if (!operands.empty()) links.push_back(ast.links[i - 1]);
      operands.push_back(std::move(operand));
    }
    if (operands.empty()) return {};
    if (operands.size() == 1) return std::move(operands.front());
    proximities_ += links.size();
    if (proximities_ > limits::kMaxProximities) {
      mended("too-many-proximities", ast,
             "Plus de " + std::to_string(limits::kMaxProximities) +
                 " PROCHE ou SUIVI : les suivants sont lus comme ET.");
      return all_of(std::move(operands), negated_);
    }
    return proximity_of(std::move(operands), std::move(links), negated_, context_.diagnostics);
  }

  Clause in_field(const Ast& ast) {
    const auto outer = std::exchange(field_, ast.field);
    Clause child = bind(ast.children.front());
    field_ = outer;
    return child;
  }

  [[nodiscard]] TextField text_field() const {
    return field_ == FieldName::kTitle ? TextField::kTitle : TextField::kAny;
  }

  /// `auteur:` and the like, or `date:`; none for text.
  std::optional<Clause> filter(const Ast& ast) {
    if (!field_ || *field_ == FieldName::kTitle) return std::nullopt;
    if (*field_ == FieldName::kDate) return date(ast);
    Clause clause;
    const auto words = words_of(ast.text, 0, context_.analyzer);
    if (words.empty()) {
      mended("empty-field", ast,
             "La valeur du champ « " + std::string(french_name(*field_)) +
                 " » n'a pas de mot : il est ignoré.");
      return clause;
    }
    if (ast.prefix || ast.fuzzy) {
      mended("sign-in-field", ast,
             "L'astérisque et le tilde ne s'appliquent pas au champ « " +
                 std::string(french_name(*field_)) + " » : ils sont ignorés.");
    }
    clause.kind = Kind::kValue;
    clause.field = value_field(*field_);
    clause.quoted = ast.kind == Ast::Kind::kPhrase || ast.exact;
    clause.text =
        clause.quoted ? plain_line(ast.text) : trimmed_text(ast.text, 0, words, context_.analyzer);
    return clause;
  }

  Clause date(const Ast& ast) {
    Clause clause;
    const auto value = parse_date_value(ast.text, context_.today);
    if (!value) {
      mended("unknown-date", ast,
             "« " + plain_line(ast.text.substr(0, kLongestQuote)) +
                 " » n'est pas une date (2023, 2023-09, 2023-09-22, 22/09/2023, "
                 "2023-01..2023-03) : elle est ignorée.");
      return clause;
    }
    if (value->swapped) {
      mended("reversed-dates", ast,
             "Les deux dates sont dans l'ordre inverse : elles sont échangées.");
    }
    clause.kind = Kind::kDate;
    clause.from = value->range.from;
    clause.to = value->range.to;
    return clause;
  }

  Clause word(const Ast& ast) {
    if (auto clause = filter(ast)) return std::move(*clause);
    Clause clause;
    const std::size_t at = offset_of(ast);
    clause.words = words_of(ast.text, at, context_.analyzer);
    if (clause.words.empty()) {
      tell_overlong(ast);
      return clause;
    }
    if (ast.exact || ast.prefix || ast.fuzzy) rejoin_last(clause.words, context_.analyzer);
    if (ast.exact && clause.words.size() > 1) return phrase(ast);
    clause.kind = Kind::kWords;
    clause.where = text_field();
    clause.text = trimmed_text(ast.text, at, clause.words, context_.analyzer);
    clause.sign = sign_of(ast, clause.words.back());
    return all_of(one(std::move(clause)), negated_);
  }

  Sign sign_of(const Ast& ast, const QueryWord& last) {
    if (ast.exact && (ast.prefix || ast.fuzzy)) {
      mended("sign-conflict", ast,
             "Le signe = demande la forme exacte : l'astérisque ou le tilde est ignoré.");
    }
    if (ast.exact) return Sign::kExact;
    const std::size_t letters = utf8::length(last.forms.folded);
    const bool ideograph = char_at(last.forms.folded, 0).kind == CharClass::kIdeograph;
    if (ast.prefix) {
      if (letters >= limits::kMinPrefixLetters || ideograph) return Sign::kPrefix;
      mended("prefix-too-short", ast,
             "Il faut au moins " + std::to_string(limits::kMinPrefixLetters) +
                 " lettres devant l'astérisque : il est ignoré.");
    }
    if (!ast.fuzzy) return Sign::kNone;
    if (last.forms.number) {
      mended("fuzzy-number", ast, "Un nombre ne s'approche pas : le tilde est ignoré.");
      return Sign::kNone;
    }
    if (letters >= limits::kMinFuzzyLetters) return Sign::kFuzzy;
    mended("fuzzy-too-short", ast,
           "Il faut au moins " + std::to_string(limits::kMinFuzzyLetters) +
               " lettres devant le tilde : il est ignoré.");
    return Sign::kNone;
  }

  void tell_overlong(const Ast& ast) {
    if (!has_overlong_word(ast.text)) return;
    mended("word-too-long", ast,
           "Un mot de plus de " + std::to_string(kMaxWordBytes) +
               " octets n'est pas dans l'index : il est ignoré.");
  }

  Clause phrase(const Ast& ast) {
    if (auto clause = filter(ast)) return std::move(*clause);
    Clause clause;
    clause.where = text_field();
    clause.sign = ast.exact ? Sign::kExact : Sign::kNone;
    PhraseVariants variants = context_.plain_words || ast.kind == Ast::Kind::kWord
                                  ? PhraseVariants{.texts = {std::string(ast.text)}}
                                  : phrase_variants(ast.text);
    if (variants.bounded) {
      mended("phrase-variants", ast,
             "La phrase et ses groupes font plus de " + std::to_string(limits::kMaxPhraseVariants) +
                 " phrases : les autres sont ignorées.");
    }
    for (const std::string& text : variants.texts) {
      auto words = words_of(text, offset_of(ast), context_.analyzer);
      if (!words.empty()) clause.variants.push_back(std::move(words));
    }
    if (clause.variants.empty()) {
      tell_overlong(ast);
      return {};
    }
    if (variants.groups) place_at(clause, ast);
    clause.text = phrase_text(ast, clause, variants.groups);
    if (clause.variants.size() == 1 && clause.variants.front().size() == 1) {
      clause.kind = Kind::kWords;
      clause.words = std::move(clause.variants.front());
      clause.variants.clear();
      clause.quoted = clause.literal = true;
      return all_of(one(std::move(clause)), negated_);
    }
    clause.kind = Kind::kPhrase;
    return clause;
  }

  /// Spelt-out groups have no bytes of their own: their words stand where the phrase stands.
  static void place_at(Clause& clause, const Ast& ast) {
    for (std::vector<QueryWord>& words : clause.variants) {
      for (QueryWord& word : words) {
        word.begin = ast.begin;
        word.end = ast.end;
      }
    }
  }

  /// A text that reads the same between « and ».
  std::string phrase_text(const Ast& ast, const Clause& clause, bool groups) {
    std::string text = plain_line(ast.text);
    if (groups) return text;
    if (phrase_variants(text).groups) {  // of a query in capitals: brackets that mean nothing
      std::replace(text.begin(), text.end(), '(', ' ');
      std::replace(text.begin(), text.end(), ')', ' ');
      text = plain_line(text);
    }
    if (same_words(words_of(text, 0, context_.analyzer), clause.variants.front())) return text;
    return plain_line(ast.text, true);  // a mark kept two numbers apart: 15 "000"
  }

  /// Bytes of the query before `ast.text`.
  [[nodiscard]] std::size_t offset_of(const Ast& ast) const {
    return static_cast<std::size_t>(ast.text.data() - context_.query.data());
  }

  static constexpr std::size_t kLongestQuote = 40;  // bytes of the query repeated in a message

  const BindContext& context_;
  std::optional<FieldName> field_;
  bool negated_ = false;
  std::size_t proximities_ = 0;
};

}  // namespace

Clause bind(const Ast& ast, const BindContext& context) { return Binder(context).bind(ast); }

}  // namespace gazette::server
