// The accent scheme: a word typed without accents finds what it finds with them, and the other way
// round.
#include "common/analysis/query_forms.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/analysis/fold.h"

namespace {

using gazette::Analyzer;
using gazette::WordForms;

/// The lexicon of a few words, as the indexer would keep it.
class WordsLexicon : public gazette::StemLexicon {
 public:
  explicit WordsLexicon(const std::vector<std::string_view>& words, Analyzer& analyzer) {
    for (const std::string_view word : words) {
      const std::string stem = analyzer.forms(word).stem;
      stems_.insert(stem);
      if (const std::string folded = gazette::fold(stem); folded != stem)
        accented_[folded].insert(stem);
    }
  }
  bool find(std::string_view folded, std::vector<std::string>& stems) const override {
    const auto found = accented_.find(folded);
    if (found == accented_.end()) return false;
    stems.insert(stems.end(), found->second.begin(), found->second.end());
    return true;
  }
  [[nodiscard]] bool has(std::string_view stem) const override { return stems_.contains(stem); }

 private:
  std::map<std::string, std::set<std::string>, std::less<>> accented_;
  std::set<std::string, std::less<>> stems_;
};

bool finds(std::string_view query, std::string_view text_word) {
  Analyzer analyzer;
  const WordsLexicon lexicon({text_word}, analyzer);
  const std::string stem = analyzer.forms(text_word).stem;
  const WordForms word = analyzer.forms(query);
  const auto forms = gazette::query_forms(word, lexicon, analyzer);
  return std::find(forms.begin(), forms.end(), stem) != forms.end();
}

TEST_CASE("query forms: accents may be missing in the query or in the text, inflected or not") {
  const std::vector<std::pair<std::string_view, std::string_view>> pairs = {
      {"refugie", "réfugiés"},
      {"refugiees", "réfugié"},
      {"securite", "sécurité"},
      {"premiere", "première"},
      {"majorite", "majorité"},
      {"conference", "conférences"},
      {"electrique", "électriques"},
      {"generaux", "général"},
      {"creatrice", "créateur"},
      {"francaise", "français"},
      {"azerbaidjanaise", "azerbaïdjanais"},
      {"preferait", "préférait"},
      {"tracabilite", "traçabilité"},
      {"mosaique", "mosaïque"},
      {"apres", "après"},
      {"ete", "été"},
      {"mais", "maïs"},
      {"coeur", "cœurs"},
      {"état", "etat"},
      {"sécurité", "securite"},
      {"élections", "elections"},
      {"Garcia", "García"},
      {"serieusement", "sérieux"},
      {"chatiment", "châtiments"}};
  for (const auto& [query, text] : pairs) {
    CAPTURE(query);
    CAPTURE(text);
    CHECK(finds(query, text));
  }
}

TEST_CASE("query forms: what is another word is not found") {
  const std::vector<std::pair<std::string_view, std::string_view>> pairs = {
      {"chat", "châtiment"}, {"châtiment", "chat"}, {"maïs", "mais"},
      {"sûr", "sur"},        {"tué", "tu"},         {"armée", "arme"}};
  for (const auto& [query, text] : pairs) {
    CAPTURE(query);
    CAPTURE(text);
    CHECK_FALSE(finds(query, text));
  }
}

TEST_CASE("query forms: with and without accents is one query") {
  Analyzer analyzer;
  const std::vector<std::string_view> words = {
      "élection", "électeur", "élevé", "élève", "pêche",   "péché",   "pécher", "côte",
      "côté",     "cote",     "tâche", "tache", "réfugié", "général", "été"};
  const WordsLexicon lexicon(words, analyzer);
  for (const std::string_view word : words) {
    CAPTURE(word);
    const WordForms accented = analyzer.forms(word);
    const WordForms bare = analyzer.forms(accented.folded);
    auto with = gazette::query_forms(accented, lexicon, analyzer);
    auto without = gazette::query_forms(bare, lexicon, analyzer);
    std::sort(with.begin(), with.end());
    std::sort(without.begin(), without.end());
    CHECK(with == without);
  }
}

}  // namespace
