// How a word is typed never changes the set of hits: real words of the sample corpus, typed in
// every way a reader might.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "common/analysis/analyzer.h"
#include "tests/agreement/retyped.h"
#include "tests/agreement/small_archive.h"
#include "tests/shared_data.h"
#include "tests/source_tree.h"

namespace gazette::testing {
namespace {

constexpr std::size_t kPicks = 800;  // words picked; each is asked in some ten ways
constexpr std::size_t kArticlesOfAFile = 150;
constexpr unsigned kSeed = 20230922;

void add_paragraphs(std::istream&& text, std::vector<Article>& articles) {
  for (std::string line; std::getline(text, line);) {
    if (!line.empty()) articles.push_back(article_of(std::to_string(articles.size()), "", line));
  }
}

/// The paragraphs of the first `count` articles of an NDJSON file.
void add_ndjson(const std::filesystem::path& path, std::size_t count, std::vector<Article>& into) {
  std::ifstream file(path);
  for (std::string line; count > 0 && std::getline(file, line); --count) {
    add_paragraphs(std::istringstream(nlohmann::json::parse(line).value("body", "")), into);
  }
}

/// The paragraphs of the sample corpus, and of some real news where there is any, each an article
/// of its own: words meet in few of them, so a lost or added hit shows.
const std::vector<Article>& paragraphs() {
  static const std::vector<Article> articles = [] {
    const std::filesystem::path corpus = gazette::testing::source_tree() / "sample-corpus";
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<Article> found;
    for (const auto& path : files) {
      if (path.extension() == ".txt") add_paragraphs(std::ifstream(path), found);
      if (path.extension() == ".ndjson") add_ndjson(path, kArticlesOfAFile, found);
    }
    for (const char* const name : {"agency-2010-2020", "africa-undated", "headlines-2022"}) {
      const std::filesystem::path path = shared_file(std::string("news/") + name + ".ndjson");
      if (!path.empty()) add_ndjson(path, kArticlesOfAFile, found);
    }
    return found;
  }();
  return articles;
}

SmallArchive& archive() {
  static SmallArchive small(paragraphs());
  return small;
}

/// Each run of `count` neighbouring words of the texts, as written, hyphens and all.
std::vector<std::string> runs_of_words(std::size_t count) {
  std::set<std::string> runs;
  Analyzer analyzer;
  for (const Article& article : paragraphs()) {
    std::vector<Token> words;
    for (const Token& token : analyzer.analyze(article.body)) {
      if (token.kind == TokenKind::kWord) words.push_back(token);
    }
    for (std::size_t i = 0; i + count <= words.size(); ++i) {
      const std::size_t begin = words[i].begin;
      runs.insert(article.body.substr(begin, words[i + count - 1].end - begin));
    }
  }
  return {runs.begin(), runs.end()};
}

std::vector<std::string> picked(std::vector<std::string> all) {
  std::shuffle(all.begin(), all.end(), std::mt19937(kSeed));
  if (all.size() > kPicks) all.resize(kPicks);
  return all;
}

/// Collects what changed the hits, so that one run shows it all.
class Differences {
 public:
  void compare(const std::string& plain, const std::string& other, const std::string& how) {
    const std::set<std::string> expected = archive().ids(plain);
    const std::set<std::string> found = archive().ids(other);
    ++compared_;
    if (found == expected) return;
    if (++count_ <= kShown) {
      report_ << "\n  « " << plain << " » has " << expected.size() << " hits, « " << other
              << " » has " << found.size() << " (" << how << ")";
    }
  }
  void check() const {
    INFO("of " << compared_ << " comparisons these differ:" << report_.str());
    CHECK(compared_ > kPicks / 2);
    CHECK(count_ == 0);
  }

 private:
  static constexpr int kShown = 60;
  std::size_t compared_ = 0;
  int count_ = 0;
  std::ostringstream report_;
};

/// Which words of `text` are stop words.
std::vector<bool> stop_words(const std::string& text, Analyzer& analyzer) {
  std::vector<bool> flags;
  for (const Token& token : analyzer.analyze(text)) {
    if (token.kind == TokenKind::kWord) flags.push_back(token.word->stop_word);
  }
  return flags;
}

/// The documented exception: a word that without its accents is a stop word (maïs, sûr) is another
/// word than that one.
bool bare_form_says_another_word(const std::string& text, Analyzer& analyzer) {
  return stop_words(text, analyzer) != stop_words(without_accents(text), analyzer);
}

TEST_CASE("agreement: case, accents, apostrophes, elision and composition never change the hits") {
  Analyzer analyzer;
  Differences differences;
  for (const std::string& word : picked(runs_of_words(1))) {
    if (bare_form_says_another_word(word, analyzer)) continue;
    for (const Retyped& way : retyped(word)) differences.compare(word, way.query, way.how);
  }
  differences.check();
}

TEST_CASE("agreement: nor do they in a phrase") {
  Analyzer analyzer;
  Differences differences;
  for (const std::string& phrase : picked(runs_of_words(3))) {
    if (phrase.find('"') != std::string::npos) continue;
    if (bare_form_says_another_word(phrase, analyzer)) continue;
    const std::string plain = '"' + phrase + '"';
    for (const Retyped& way : retyped(phrase)) {
      if (way.how == "a question mark") continue;
      differences.compare(plain, '"' + way.query + '"', way.how);
    }
  }
  differences.check();
}

TEST_CASE("agreement: a phrase taken from a text finds that text") {
  const std::vector<std::string> phrases = picked(runs_of_words(4));
  std::ostringstream lost;
  int count = 0;
  for (const std::string& phrase : phrases) {
    if (phrase.find_first_of("\"") != std::string::npos) continue;
    if (archive().ids('"' + phrase + '"').empty() && ++count <= 40) lost << "\n  " << phrase;
  }
  INFO("not found:" << lost.str());
  CHECK(phrases.size() > 100);
  CHECK(count == 0);
}

TEST_CASE("agreement: a hyphen and a space ask for the same") {
  Differences differences;
  for (const std::string& pair : picked(runs_of_words(2))) {
    const std::size_t space = pair.find(' ');
    if (space == std::string::npos || pair.find(' ', space + 1) != std::string::npos) continue;
    if (pair.find_first_not_of(" '-", space) == std::string::npos) continue;
    std::string hyphenated = pair;
    hyphenated[space] = '-';
    differences.compare(pair, hyphenated, "a hyphen for the space");
    differences.compare('"' + pair + '"', '"' + hyphenated + '"', "a hyphen in the phrase");
  }
  differences.check();
}

}  // namespace
}  // namespace gazette::testing
