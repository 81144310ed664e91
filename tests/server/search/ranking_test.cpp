// BM25: the same scores as Xapian's own, and what exact forms and stop words add to them.
#include "server/search/ranking.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "server/search/matcher.h"
#include "tests/server/search/random_articles.h"
#include "tests/server/search/test_archive.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

Node word_node(const std::vector<std::string>& terms) {
  Node node;
  node.kind = Node::Kind::kWord;
  node.word.terms = terms;
  return node;
}

Node any_of(std::vector<Node> children) {
  Node node;
  node.kind = Node::Kind::kOr;
  node.children = std::move(children);
  return node;
}

std::map<Xapian::docid, double> xapian_scores(const Xapian::Database& db,
                                              const Xapian::Query& query,
                                              const RankingOptions& options) {
  Xapian::Enquire enquire(db);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(options.k1, 0, 1, options.b, 0));
  std::map<Xapian::docid, double> scores;
  const Xapian::MSet hits = enquire.get_mset(0, db.get_doccount());
  for (auto at = hits.begin(); at != hits.end(); ++at) scores[*at] = at.get_weight();
  return scores;
}

TEST_CASE("ranking: scores of plain words are Xapian's BM25") {
  TempFolder folder;
  Random random(10);
  write_archive(folder.path(), random_articles(random, 300));
  TestView view(folder.path());
  const RankingOptions options;
  for (int round = 0; round < 100; ++round) {
    std::vector<Node> words;
    Xapian::Query query;
    for (std::size_t i = pick(random, 4) + 1; i > 0; --i) {
      const std::string term = "Z" + pick_from(random, vocabulary()).substr(0, 4 + i);
      if (query.empty()) {
        query = Xapian::Query(term);
      } else if (query.get_description().find(term) != std::string::npos) {
        continue;
      } else {
        query |= Xapian::Query(term);
      }
      words.push_back(word_node({term}));
    }
    const Node root = any_of(words);
    const std::vector<Number> found = numbers_of(Matcher(*view).match(root));
    const std::vector<float> scores = Ranking(*view, root, options).scores_of(found);
    const auto expected = xapian_scores((*view).db, query, options);
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      const double score = expected.at((*view).columns().docid[found[i]]);
      CHECK(static_cast<double>(scores[i]) == doctest::Approx(score).epsilon(1e-4));
    }
  }
}

TEST_CASE("ranking: forms of one word count as one word, as Xapian's synonyms do") {
  TempFolder folder;
  Random random(11);
  write_archive(folder.path(), random_articles(random, 200));
  TestView view(folder.path());
  const std::vector<std::string> terms = {"Zpolic", "Zpont", "Ztrain"};
  const Node root = word_node(terms);
  const std::vector<Number> found = numbers_of(Matcher(*view).match(root));
  REQUIRE(found.size() > 50);
  const std::vector<float> scores = Ranking(*view, root).scores_of(found);
  const std::size_t articles = (*view).columns().size;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const double most = 2.2 * rarity(found.size(), articles);
    CHECK(scores[i] > 0);
    CHECK(static_cast<double>(scores[i]) <
          most);  // one word's weight, however many forms stand there
  }
}

TEST_CASE("ranking: a score does not depend on which other articles are asked for") {
  TempFolder folder;
  Random random(12);
  write_archive(folder.path(), random_articles(random, 300));
  TestView view(folder.path());
  const Node root = any_of({word_node({"Zpolic"}), word_node({"Zde"}), word_node({"Zministr"})});
  const Ranking ranking(*view, root);
  const std::vector<Number> all = numbers_of(range_set(0, (*view).columns().size));
  const std::vector<float> scores = ranking.scores_of(all);
  for (const Number number : all) {
    CHECK(ranking.scores_of(std::vector<Number>{number}).front() == scores[number]);
  }
}

TEST_CASE("ranking: an article with the form as typed comes before one with another form") {
  TempFolder folder;
  Article typed, other;
  typed.id = "typed";
  typed.body = "Le réfugié arrive au village.";
  other.id = "other";
  other.body = "Les réfugiés arrivent au village.";
  write_archive(folder.path(), {other, typed});
  TestView view(folder.path());
  Node root = word_node({"Zréfugi"});
  root.word.exact_term = "Eréfugié";
  const std::vector<Number> found = numbers_of(Matcher(*view).match(root));
  REQUIRE(found.size() == 2);
  const std::vector<float> scores = Ranking(*view, root).scores_of(found);
  const std::size_t first = scores[0] > scores[1] ? 0 : 1;
  CHECK((*view).db.get_document((*view).columns().docid[found[first]]).get_value(8) == "typed");
}

TEST_CASE("ranking: rarer words weigh more, and no word weighs less than nothing") {
  for (std::size_t found = 0; found < 100; ++found) {
    CHECK(rarity(found, 100) > rarity(found + 1, 100));
    CHECK(rarity(found, 100) > 0);
  }
  CHECK(rarity(100, 100) > 0);
  CHECK(rarity(5, 0) > 0);
}

}  // namespace
}  // namespace gazette::server
