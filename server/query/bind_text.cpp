// Words and phrases: what the analyzer makes of them, and which of their signs mean something.
#include "server/query/bind_text.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/utf8.h"
#include "server/query/characters.h"
#include "server/query/limits.h"
#include "server/query/phrase_groups.h"
#include "server/query/quotes.h"

namespace gazette::server {
namespace {

using Kind = Clause::Kind;
using Sign = Clause::Sign;

class TextBinder {
 public:
  TextBinder(TextField where, const BindContext& context) : where_(where), context_(context) {}

  Clause word(const Ast& ast) {
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
    clause.where = where_;
    clause.text = trimmed_text(ast.text, at, clause.words, context_.analyzer);
    clause.sign = sign_of(ast, clause.words.back());
    return clause;
  }

  Clause phrase(const Ast& ast) {
    Clause clause;
    clause.where = where_;
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
      return clause;
    }
    clause.kind = Kind::kPhrase;
    return clause;
  }

 private:
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

  void mended(std::string_view code, const Ast& ast, std::string detail) {
    context_.diagnostics.mended(code, ast.begin, std::move(detail));
  }

  TextField where_;
  const BindContext& context_;
};

}  // namespace

Clause bind_text(const Ast& ast, TextField where, const BindContext& context) {
  TextBinder binder(where, context);
  return ast.kind == Ast::Kind::kPhrase ? binder.phrase(ast) : binder.word(ast);
}

}  // namespace gazette::server
