// Titles in memory: found by their words, whatever was kept and what was read anew.
#include "server/search/suggest/title_search.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "server/search/suggest/title_index_builder.h"
#include "tests/server/search/random_articles.h"

namespace gazette::server {
namespace {

using testing::pick;
using testing::Random;

using Titles = std::vector<std::string>;

std::shared_ptr<const TitleIndex> index_of(const Titles& titles, Analyzer& analyzer) {
  TitleIndexBuilder builder(nullptr, analyzer);
  Xapian::docid docid = 1;
  for (const std::string& title : titles) builder.add(docid++, 7, title);
  return builder.build();
}

/// The words of each title of the index, as text.
Titles texts_of(const TitleIndex& index) {
  Titles texts;
  for (TitleNumber title = 0; title < index.size(); ++title) {
    std::string text;
    for (const TitleWord word : index.words(title)) text += std::string(index.word(word)) + ' ';
    texts.push_back(text);
  }
  return texts;
}

std::vector<TitleNumber> found(const TitleIndex& index, const char* q, Analyzer& analyzer) {
  return search_titles(index, parse_typed(q, analyzer), 10).titles;
}

TEST_CASE("titles: those that begin as typed come first, then word by word, then the others") {
  Analyzer analyzer;
  const auto index = index_of({"Hier, l'aide était humaine", "L'aide humanitaire est partie",
                               "Pas d'aide humanitaire à Bakou", "Aide humanitaire : le convoi",
                               "L'école sans aide", "Humanité sans école"},
                              analyzer);
  using Numbers = std::vector<TitleNumber>;
  CHECK(found(*index, "aide hum", analyzer) == Numbers{1, 3, 2, 0});
  CHECK(found(*index, "l'aide hum", analyzer) == Numbers{1, 3, 2, 0});
  CHECK(found(*index, "AIDE HUMANITAIRE", analyzer) == Numbers{1, 3, 2});
  CHECK(found(*index, "hum", analyzer) == Numbers{5, 0, 1, 2, 3});
  CHECK(found(*index, "ecol", analyzer) == Numbers{4, 5});
  CHECK(found(*index, "aide ", analyzer).size() == 5);
  CHECK(found(*index, "xyz", analyzer).empty());
  CHECK(found(*index, "", analyzer).empty());
}

TEST_CASE("titles: when none has all the words, the most frequent are given up first") {
  Analyzer analyzer;
  const auto index = index_of({"Convoi à Bakou", "Aide à Lyon", "Aide à Paris"}, analyzer);
  CHECK(found(*index, "aide convoi b", analyzer) == std::vector<TitleNumber>{0});
}

TEST_CASE("titles: words beside those typed, right behind them before others") {
  Analyzer analyzer;
  const auto index = index_of({"aide aux humains", "aide aux humains", "aide humanitaire",
                               "humour sans rien", "aide sans humour"},
                              analyzer);
  std::vector<std::string> words;
  for (const TitleWord word :
       search_titles(*index, parse_typed("aide hum", analyzer), 9).next_words)
    words.emplace_back(index->word(word));
  CHECK(words == std::vector<std::string>{"humanitaire", "humains", "humour"});
}

TEST_CASE("titles: names are known by how they are printed inside sentences") {
  Analyzer analyzer;
  const auto index = index_of(
      {"Le président Macron à l'ONU", "Macron parle", "DISCOURS DE FORCE", "La force de Macron"},
      analyzer);
  CHECK(index->printed(index->find("macron")) == Printed::kCapital);
  CHECK(index->printed(index->find("onu")) == Printed::kUpper);
  CHECK(index->printed(index->find("force")) == Printed::kLower);
}

TEST_CASE("titles: an index made from an earlier one is the one made afresh") {
  Analyzer analyzer;
  Random random(91);
  struct Known {
    Xapian::docid docid;
    std::string title;
  };
  std::vector<Known> titles;
  std::shared_ptr<const TitleIndex> index;
  for (int round = 0; round < 30; ++round) {
    TitleIndexBuilder builder(index, analyzer);
    std::vector<Known> now;
    for (std::size_t fresh = pick(random, 4); fresh > 0; --fresh) {
      const Article article = testing::random_article(random, "a");
      now.push_back({static_cast<Xapian::docid>(1 + round * 10 + fresh), article.title});
      builder.add(now.back().docid, 1, now.back().title);
    }
    for (const Known& known : titles) {
      if (pick(random, 5) == 0) continue;
      for (TitleNumber title = 0; title < index->size(); ++title) {
        if (index->docid(title) == known.docid) builder.keep(title);
      }
      now.push_back(known);
    }
    titles = now;
    index = builder.build();
    TitleIndexBuilder afresh(nullptr, analyzer);
    for (const Known& known : titles) afresh.add(known.docid, 1, known.title);
    const auto expected = afresh.build();
    REQUIRE(texts_of(*index) == texts_of(*expected));
    REQUIRE(index->word_count() == expected->word_count());
    for (TitleWord word = 0; word < index->word_count(); ++word) {
      REQUIRE(index->word(word) == expected->word(word));
      REQUIRE(std::ranges::equal(index->titles(word), expected->titles(word)));
      REQUIRE(std::ranges::equal(index->starting(word), expected->starting(word)));
    }
  }
}

}  // namespace
}  // namespace gazette::server
