// The terms in memory: the same walk as over the index.
#include "server/search/vocabulary.h"

#include <doctest/doctest.h>

#include <string>

#include "common/index/schema.h"
#include "server/search/index_terms.h"
#include "tests/server/search/random_articles.h"
#include "tests/server/search/test_archive.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

TEST_CASE("vocabulary: seeks and steps are those of the index, ids left out") {
  TempFolder folder;
  Random random(60);
  write_archive(folder.path(), random_articles(random, 80));
  const Xapian::Database db(folder.path().string());
  const Vocabulary vocabulary(db);
  CHECK(vocabulary.size() > 100);
  const IndexTerms index(db);
  const auto walk = vocabulary.cursor();
  const auto expected = index.cursor();
  for (int round = 0; round < 500; ++round) {
    std::string target(1, pick_from(random, std::vector{'E', 'F', 'S', 'Z', 'A', '\x7f'}));
    target += pick_from(random, testing::vocabulary()).substr(0, pick(random, 5));
    CAPTURE(target);
    bool more = walk->seek(target);
    REQUIRE(more == expected->seek(target));
    for (std::size_t steps = pick(random, 4); more; --steps) {
      CHECK(walk->term() == expected->term());
      CHECK(walk->articles() == expected->articles());
      if (steps == 0) break;
      more = walk->next();
      const bool more_expected = expected->next();
      if (more_expected && expected->term().starts_with(schema::kIdPrefix)) break;
      REQUIRE(more == more_expected);
    }
  }
  for (std::size_t i = 0; i < vocabulary.size(); ++i) {
    CHECK_FALSE(vocabulary.term(i).starts_with(schema::kIdPrefix));
  }
}

TEST_CASE("vocabulary: of an empty archive there is nothing to walk") {
  TempFolder folder;
  write_archive(folder.path(), {});
  const Vocabulary vocabulary(Xapian::Database(folder.path().string()));
  CHECK(vocabulary.size() == 0);
  CHECK_FALSE(vocabulary.cursor()->seek(""));
}

}  // namespace
}  // namespace gazette::server
