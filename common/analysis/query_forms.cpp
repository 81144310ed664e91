// A query word without accents stands for the stems of all its accented spellings that the archive
// has.
//
// A spelling W of the folded word b has the accented stem s when fold(W) = b and stem(W) = s. Stems
// are prefixes of their words but for a few regular endings (-que/-c, -aux/-al, -trice/-teur,
// -ive/-if), so the candidates are the lexicon's entries for the prefixes of b, and of b with such
// an ending exchanged; each is tried by giving the rest of the word its possible accents and
// stemming it.
#include "common/analysis/query_forms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/analysis/analyzer.h"
#include "common/analysis/fold.h"
#include "common/analysis/stop_words.h"
#include "common/utf8.h"

namespace gazette {
namespace {

constexpr std::size_t kShortestStem = 2;        // bytes: "né", "tu"
constexpr std::size_t kLongestEnding = 9;       // bytes that a stemmer takes off: "issements"
constexpr std::size_t kMaxAccentedLetters = 3;  // of an ending; 3^3 spellings are tried at most

using Ending = std::pair<std::string_view, std::string_view>;
constexpr std::array<Ending, 12> kExchanged = {{{"", ""},
                                                {"que", "c"},
                                                {"ques", "c"},
                                                {"aux", "al"},
                                                {"eaux", "eau"},
                                                {"trice", "teur"},
                                                {"trices", "teur"},
                                                {"ive", "if"},
                                                {"ives", "if"},
                                                {"euse", "eux"},
                                                {"euses", "eux"},
                                                {"oux", "ou"}}};

void add_unique(std::vector<std::string>& forms, std::string form) {
  if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
}

/// The accented spellings of an ending: e may be é or è, a may be â or à, i may be î or ï, o ô, u
/// û.
std::vector<std::string> spellings(std::string_view ending) {
  std::vector<std::string> all = {""};
  std::size_t accented = 0;
  for (const char c : ending) {
    std::vector<std::string_view> letters;
    const std::string_view plain(&c, 1);
    letters.push_back(plain);
    if (accented < kMaxAccentedLetters && (c == 'e' || c == 'a')) {
      ++accented;
      if (c == 'e') letters.insert(letters.end(), {"é", "è"});
      if (c == 'a') letters.insert(letters.end(), {"â"});
    }
    std::vector<std::string> longer;
    for (const std::string& prefix : all) {
      for (const std::string_view letter : letters) longer.push_back(prefix + std::string(letter));
    }
    all = std::move(longer);
  }
  return all;
}

/// True when a spelling of `folded` has the stem `stem`, which folds to its first `prefix` bytes
/// (after the exchange).
bool some_spelling_has(const std::string& stem, std::string_view rest, const Ending& exchanged,
                       Analyzer& analyzer) {
  for (const std::string& ending : spellings(rest)) {
    std::string word = stem + ending;
    if (!exchanged.first.empty()) {
      if (!word.ends_with(exchanged.second)) continue;
      word.resize(word.size() - exchanged.second.size());
      word += exchanged.first;
    }
    const WordForms& forms = analyzer.forms(word);
    if (forms.stem == stem) return true;
  }
  return false;
}

void add_accented(const std::string& folded, const StemLexicon& lexicon, Analyzer& analyzer,
                  std::vector<std::string>& forms) {
  std::vector<std::string> candidates;
  for (const Ending& exchanged : kExchanged) {
    if (!folded.ends_with(exchanged.first)) continue;
    const std::string word =
        folded.substr(0, folded.size() - exchanged.first.size()) + std::string(exchanged.second);
    const std::size_t shortest =
        word.size() > kLongestEnding + kShortestStem ? word.size() - kLongestEnding : kShortestStem;
    for (std::size_t length = word.size(); length >= shortest; --length) {
      candidates.clear();
      if (!lexicon.find(std::string_view(word).substr(0, length), candidates)) continue;
      for (const std::string& stem : candidates) {
        if (std::find(forms.begin(), forms.end(), stem) != forms.end()) continue;
        if (some_spelling_has(stem, std::string_view(word).substr(length), exchanged, analyzer))
          forms.push_back(stem);
      }
    }
  }
}

}  // namespace

std::vector<std::string> query_forms(const WordForms& given, const StemLexicon& lexicon,
                                     Analyzer& analyzer) {
  const WordForms word = given;  // the analyzer's next call would take it away
  std::vector<std::string> forms = {word.stem};
  if (!word.name.empty()) add_unique(forms, word.name);
  if (word.number) return forms;
  // maïs is not mais, sûr is not sur: an accent that tells a word from a function word is kept.
  if (word.exact != word.folded && !word.stop_word && is_stop_word(word.folded)) return forms;
  if (word.exact != word.folded) {
    const WordForms& bare = analyzer.forms(word.folded);
    const std::string name = bare.name;
    add_unique(forms, bare.stem);
    if (!name.empty()) add_unique(forms, name);
  }
  add_accented(word.folded, lexicon, analyzer, forms);
  return forms;
}

}  // namespace gazette
