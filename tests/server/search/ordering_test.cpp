// Orders of hits.
#include "server/search/ordering.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/index/schema.h"
#include "tests/server/search/random_articles.h"
#include "tests/server/search/test_archive.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

TEST_CASE("ordering: oldest first is by instant, then id, the undated last") {
  TempFolder folder;
  Random random(8);
  const std::vector<Article> articles = random_articles(random, 200);
  write_archive(folder.path(), articles);
  TestView view(folder.path());
  const Columns& columns = (*view).columns();
  const std::vector<Number> order = oldest_first(columns, numbers_of(range_set(0, columns.size)));
  const std::vector<std::size_t> expected = in_date_order(articles, true);
  REQUIRE(order.size() == expected.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Xapian::Document document = (*view).db.get_document(columns.docid[order[i]]);
    CHECK(document.get_value(schema::kIdSlot) == articles[expected[i]].id);
  }
}

TEST_CASE("ordering: of none there is none") {
  const Columns columns;
  CHECK(oldest_first(columns, {}).empty());
  CHECK(most_relevant({}, {}, 10, std::nullopt).empty());
}

TEST_CASE("ordering: the most relevant are those of a full sort, at any depth and after any hit") {
  Random random(9);
  for (int round = 0; round < 200; ++round) {
    std::vector<Number> articles;
    std::vector<float> scores;
    for (Number n = 0; n < pick(random, 60); ++n) {
      articles.push_back(n * 3);
      scores.push_back(static_cast<float>(pick(random, 6)));  // many equal
    }
    std::vector<std::size_t> sorted(articles.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) sorted[i] = i;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    const std::size_t start = articles.empty() ? 0 : pick(random, articles.size());
    std::optional<Ranked> after;
    if (start > 0) after = Ranked{articles[sorted[start - 1]], scores[sorted[start - 1]]};
    const std::size_t count = pick(random, 70);
    const std::vector<Ranked> best = most_relevant(articles, scores, count, after);
    REQUIRE(best.size() == std::min(count, articles.size() - start));
    for (std::size_t i = 0; i < best.size(); ++i) {
      CHECK(best[i].number == articles[sorted[start + i]]);
      CHECK(best[i].score == scores[sorted[start + i]]);
    }
  }
}

}  // namespace
}  // namespace gazette::server
