// One word of the query as terms of the index.
#include "server/query/word_terms.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "common/index/schema.h"

namespace gazette::server {
namespace {

using Sign = Clause::Sign;

std::string term(std::string_view any, std::string_view title, TextField where,
                 std::string_view form) {
  return std::string(where == TextField::kTitle ? title : any) + std::string(form);
}
std::string stem_term(TextField where, std::string_view form) {
  return term(schema::kStemPrefix, schema::kTitlePrefix, where, form);
}
std::string exact_term(TextField where, std::string_view form) {
  return term(schema::kExactPrefix, schema::kTitleExactPrefix, where, form);
}
std::string folded_term(TextField where, std::string_view form) {
  return term(schema::kFoldedPrefix, schema::kTitleFoldedPrefix, where, form);
}

void sort_each_once(std::vector<std::string>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Calls `each` for the word and for what is as good.
template <typename Each>
void for_each_form(const QueryWord& word, Each each) {
  each(word.forms);
  for (const WordForms& forms : word.alternatives) each(forms);
}

}  // namespace

Word::Kind WordTerms::kind_of(const QueryWord& word, Sign sign) const {
  if (sign == Sign::kPrefix) return Word::Kind::kPrefix;
  if (sign == Sign::kFuzzy) return Word::Kind::kFuzzy;
  if (word.forms.number) return Word::Kind::kStem;  // exact already, and its only term
  if (sign == Sign::kExact) return Word::Kind::kExact;
  switch (context_.match) {
    case MatchForm::kExact:
      return Word::Kind::kExact;
    case MatchForm::kFolded:
      return Word::Kind::kFolded;
    case MatchForm::kStem:
      break;
  }
  return Word::Kind::kStem;
}

Word WordTerms::common(const QueryWord& word, Word::Kind kind, TextField where) const {
  Word out;
  out.text = word.typed;
  out.kind = kind;
  out.begin = word.begin;
  out.end = word.end;
  out.stop_word = word.forms.stop_word;
  const bool spelled = kind != Word::Kind::kPrefix && kind != Word::Kind::kFuzzy;
  if (!spelled || word.forms.number) return out;
  out.exact_term = exact_term(where, word.forms.exact);
  for_each_form(word, [&](const WordForms& forms) {
    if (forms.number) return;
    out.folded_terms.push_back(exact_term(where, forms.folded));
    out.folded_terms.push_back(folded_term(where, forms.folded));
  });
  return out;
}

/// The stems that the word is found by. An exact form is only ever indexed by its own.
std::vector<std::string> WordTerms::stems_of(const QueryWord& word, Word::Kind kind) const {
  std::vector<std::string> stems;
  for_each_form(word, [&](const WordForms& forms) {
    if (kind == Word::Kind::kExact) {
      stems.push_back(forms.stem);
      if (!forms.name.empty()) stems.push_back(forms.name);
      return;
    }
    for (std::string& stem : query_forms(forms, context_.lexicon, context_.analyzer)) {
      stems.push_back(std::move(stem));
    }
  });
  sort_each_once(stems);
  return stems;
}

void WordTerms::add_stems(Word& out, const QueryWord& word, TextField where) const {
  std::vector<std::string> forms = stems_of(word, out.kind);
  for (const std::string& form : forms) out.terms.push_back(stem_term(where, form));
  if (out.kind == Word::Kind::kStem) {
    out.mark_by = Word::MarkBy::kStem;
    out.mark_forms = std::move(forms);
  }
}

/// Terms of the exact or folded form, and what to compare with it in the text.
void WordTerms::add_forms(Word& out, const QueryWord& word, std::vector<std::string>& terms,
                          TextField where) const {
  const bool exact = out.kind == Word::Kind::kExact;
  out.mark_by = exact ? Word::MarkBy::kExact : Word::MarkBy::kFolded;
  for_each_form(word, [&](const WordForms& forms) {
    const std::string& form = exact ? forms.exact : forms.folded;
    out.mark_forms.push_back(form);
    if (forms.number) {
      terms.push_back(stem_term(where, form));
      return;
    }
    terms.push_back(exact_term(where, form));
    if (!exact) terms.push_back(folded_term(where, form));
  });
  sort_each_once(out.mark_forms);
  sort_each_once(terms);
}

void WordTerms::add_expansion(Word& out, const QueryWord& word, TextField where) {
  const bool prefix = out.kind == Word::Kind::kPrefix;
  Expansion expansion = prefix ? expander_.prefix(word.forms.folded, where)
                               : expander_.fuzzy(word.forms.folded, where);
  out.positional = false;
  out.mark_by = Word::MarkBy::kFolded;
  out.terms = std::move(expansion.terms);
  out.mark_forms = std::move(expansion.forms);
  out.text += prefix ? "*" : "~";
  if (!expansion.bounded) return;
  context_.diagnostics.noted(
      "expansion-bounded", word.begin,
      "« " + out.text + " » a plus de formes dans l'archive qu'une requête n'en peut chercher : " +
          std::to_string(out.mark_forms.size()) + " ont été gardées, les plus fréquentes.");
}

Word WordTerms::free_word(const QueryWord& word, Sign sign, TextField where) {
  Word out = common(word, kind_of(word, sign), where);
  switch (out.kind) {
    case Word::Kind::kStem:
      add_stems(out, word, where);
      break;
    case Word::Kind::kExact:
    case Word::Kind::kFolded:
      out.positional = false;
      add_forms(out, word, out.terms, where);
      break;
    case Word::Kind::kPrefix:
    case Word::Kind::kFuzzy:
      add_expansion(out, word, where);
      break;
  }
  return out;
}

Word WordTerms::placed_word(const QueryWord& word, Sign sign, TextField where, bool& verify) {
  const Word::Kind kind = kind_of(word, sign);
  if (kind == Word::Kind::kStem) return free_word(word, sign, where);
  verify = true;
  if (kind == Word::Kind::kPrefix || kind == Word::Kind::kFuzzy)
    return free_word(word, sign, where);
  Word out = common(word, kind, where);
  add_stems(out, word, where);
  add_forms(out, word, out.also_terms, where);
  return out;
}

}  // namespace gazette::server
