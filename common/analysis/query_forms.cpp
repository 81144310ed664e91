// A query word without accents stands for the stems of all its accented spellings.
//
// A spelling W of the folded word b counts when fold(W) = b. Its stem's own accents are looked up
// in the archive's lexicon; the accents that a stemmer takes off or loses stand near the end of the
// word (majorité -> major, préférait -> préfer), and are tried one by one. Stems are prefixes of
// their words but for a few regular endings (-que/-c, -aux/-al, -trice/-teur …), which are
// exchanged before the lexicon is asked.
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

constexpr std::size_t kShortestStem = 2;   // bytes: "né", "tu"
constexpr std::size_t kLongestEnding = 9;  // bytes that a stemmer takes off: "issements"
constexpr std::size_t kMaxAccentedLetters =
    3;  // near the end of a word; 3^3 spellings are tried at most

using Ending = std::pair<std::string_view, std::string_view>;
constexpr std::array<Ending, 18> kExchanged = {{{"", ""},
                                                {"emment", "ent"},
                                                {"usement", "ux"},
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
                                                {"oux", "ou"},
                                                {"ence", "ent"},
                                                {"ences", "ent"},
                                                {"bilite", "bl"},
                                                {"bilites", "bl"}}};

void add_unique(std::vector<std::string>& forms, std::string form) {
  if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
}

bool vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

/// True when the consonants from `at` on are one sound before a vowel or the end, so that é or è
/// may stand before them.
bool one_consonant(std::string_view word, std::size_t at) {
  std::size_t end = at;
  while (end < word.size() && word[end] >= 'a' && word[end] <= 'z' && !vowel(word[end])) ++end;
  const std::size_t count = end - at;
  if (count <= 1) return true;
  const std::string_view group = word.substr(at, count);
  if (end == word.size()) return group == "ts";  // projets
  constexpr std::array<std::string_view, 6> kOneSound = {"ch", "ph", "th", "gn", "qu", "gu"};
  if (std::find(kOneSound.begin(), kOneSound.end(), group) != kOneSound.end()) return true;
  return count == 2 && group[0] != group[1] && (group[1] == 'r' || group[1] == 'l');
}

/// The letters that may stand for the bare letter at `at`: itself first, then the accented ones
/// that French would write.
std::vector<std::string_view> accented_letters(std::string_view word, std::size_t at) {
  std::vector<std::string_view> letters = {word.substr(at, 1)};
  const bool last = at + 1 == word.size();
  const bool after_vowel =
      at > 0 && std::string_view("aeo").find(word[at - 1]) != std::string_view::npos;
  if (word[at] == 'a') letters.emplace_back(last ? "à" : "â");  // déjà, théâtre
  if (word == "ou" && last) letters.emplace_back("ù");
  if (word[at] == 'i' && after_vowel) letters.emplace_back("ï");  // mosaïque
  if (word[at] != 'e') return letters;
  const bool second_of_two = at > 0 && word[at - 1] == 'e';  // musée, never museé
  if (!second_of_two && one_consonant(word, at + 1)) letters.emplace_back("é");
  if (!last && !second_of_two && !vowel(word[at + 1]) && one_consonant(word, at + 1))
    letters.emplace_back("è");
  return letters;
}

/// `word` with its last bare e, a and i (at most kMaxAccentedLetters) given the accents they may
/// have, itself included.
std::vector<std::string> spellings(const std::string& word) {
  std::vector<std::string> all = {""};  // what may stand from byte `at` on
  std::size_t accented = 0;
  for (std::size_t at = word.size(); at-- > 0;) {
    std::vector<std::string_view> letters = {std::string_view(word).substr(at, 1)};
    if (accented < kMaxAccentedLetters) letters = accented_letters(word, at);
    if (letters.size() > 1) ++accented;
    std::vector<std::string> longer;
    longer.reserve(all.size() * letters.size());
    for (const std::string_view letter : letters) {
      for (const std::string& rest : all) longer.push_back(std::string(letter) + rest);
    }
    all = std::move(longer);
  }
  return all;
}

/// True when a spelling of `word`, which begins with the accents of `stem`, has that stem.
bool some_spelling_has(const std::string& stem, const std::string& word, Analyzer& analyzer) {
  for (const std::string& spelling : spellings(word)) {
    if (analyzer.forms(spelling).stem == stem) return true;
  }
  return false;
}

/// Stems of `folded` with accents only near its end; those that the archive has.
void add_bare(const std::string& folded, const StemLexicon& lexicon, Analyzer& analyzer,
              std::vector<std::string>& forms) {
  for (const std::string& spelling : spellings(folded)) {
    const std::string stem = analyzer.forms(spelling).stem;
    if (std::find(forms.begin(), forms.end(), stem) == forms.end() && lexicon.has(stem))
      forms.push_back(stem);
  }
}

/// Stems with accents of their own, from the lexicon.
void add_accented(const std::string& folded, const StemLexicon& lexicon, Analyzer& analyzer,
                  std::vector<std::string>& forms) {
  std::vector<std::string> candidates;
  for (const auto& [written, stemmed] : kExchanged) {
    if (!folded.ends_with(written)) continue;
    const std::string word =
        folded.substr(0, folded.size() - written.size()) + std::string(stemmed);
    const std::size_t shortest =
        word.size() > kLongestEnding + kShortestStem ? word.size() - kLongestEnding : kShortestStem;
    for (std::size_t length = word.size(); length >= shortest; --length) {
      candidates.clear();
      if (!lexicon.find(std::string_view(word).substr(0, length), candidates)) continue;
      for (const std::string& stem : candidates) {
        if (std::find(forms.begin(), forms.end(), stem) != forms.end()) continue;
        std::string spelled = stem + word.substr(length);
        if (!spelled.ends_with(stemmed)) continue;
        spelled.replace(spelled.size() - stemmed.size(), stemmed.size(), written);
        if (some_spelling_has(stem, spelled, analyzer)) forms.push_back(stem);
      }
    }
  }
}

}  // namespace

std::vector<std::string> query_forms(const WordForms& given, const StemLexicon& lexicon,
                                     Analyzer& analyzer) {
  const WordForms word = given;  // the analyzer's next call would take it away
  if (word.mostly_name) return {word.name};
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
  add_bare(word.folded, lexicon, analyzer, forms);
  add_accented(word.folded, lexicon, analyzer, forms);
  return forms;
}

}  // namespace gazette
