// Cursors: they come back as they went out, and nothing else passes for one.
#include "server/search/cursor.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/server/search/random_articles.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

const RevisionId kRevision{"an-uuid", 7};

std::string random_bytes(Random& random, std::size_t max) {
  std::string bytes(pick(random, max + 1), '\0');
  for (char& byte : bytes) byte = static_cast<char>(pick(random, 256));
  return bytes;
}

TEST_CASE("cursor: what is written is read again") {
  Random random(6);
  for (int i = 0; i < 300; ++i) {
    Cursor cursor;
    cursor.sort = pick_from(random, std::vector{Sort::kRelevance, Sort::kNewest, Sort::kOldest});
    cursor.request = random();
    cursor.revision = hash_of(kRevision);
    cursor.score = static_cast<float>(random()) / 1e6F;
    cursor.number = static_cast<Number>(random());
    cursor.dated = pick(random, 2) == 0;
    cursor.day = static_cast<CivilDay>(random()) / 1000;
    cursor.instant = -static_cast<std::int64_t>(random());
    cursor.id = random_bytes(random, 200);
    const Result<Cursor> read =
        parse_cursor(to_text(cursor), cursor.request, cursor.sort, kRevision);
    REQUIRE(read.ok());
    if (cursor.sort == Sort::kRelevance) {
      CHECK(read->score == cursor.score);
      CHECK(read->number == cursor.number);
    } else {
      CHECK(read->dated == cursor.dated);
      CHECK(read->day == cursor.day);
      CHECK(read->instant == cursor.instant);
      CHECK(read->id == cursor.id);
    }
  }
}

TEST_CASE("cursor: it is of one request, one order, and by relevance of one revision") {
  Cursor cursor;
  cursor.request = 5;
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest}) {
    cursor.sort = sort;
    cursor.revision = hash_of(kRevision);
    const std::string text = to_text(cursor);
    CHECK(parse_cursor(text, 6, sort, kRevision).error().code == "bad-cursor");
    CHECK(parse_cursor(text, 5, Sort::kOldest, kRevision).error().code == "bad-cursor");
    const Result<Cursor> later = parse_cursor(text, 5, sort, RevisionId{"an-uuid", 8});
    CHECK(later.ok() == (sort == Sort::kNewest));
    if (!later.ok()) CHECK(later.error().code == "cursor-expired");
    CHECK(parse_cursor(text, 5, sort, RevisionId{"other", 7}).ok() == (sort == Sort::kNewest));
  }
}

TEST_CASE("cursor: any other text is refused") {
  Cursor cursor;
  cursor.sort = Sort::kNewest;
  cursor.id = "an-article";
  const std::string good = to_text(cursor);
  std::vector<std::string> bad = {"",
                                  "x",
                                  "====",
                                  "é",
                                  std::string(100000, 'A'),
                                  good + "A",
                                  good.substr(1),
                                  good.substr(0, good.size() - 1)};
  Random random(7);
  for (int i = 0; i < 500; ++i) {
    bad.push_back(random_bytes(random, 100));
    std::string changed = good;
    char& digit = changed[pick(random, changed.size())];
    digit = digit == 'A' ? 'B' : 'A';
    bad.push_back(changed);
  }
  for (const std::string& text : bad) {
    CAPTURE(text);
    const Result<Cursor> read = parse_cursor(text, 0, Sort::kNewest, kRevision);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == "bad-cursor");
    CHECK(read.error().field == "cursor");
  }
}

TEST_CASE("cursor: requests that differ in what they find differ in their hash") {
  Selection base;
  base.q = "karabakh";
  std::vector<Selection> others(9, base);
  others[0].q = "karabak";
  others[1].op = JoinWords::kOr;
  others[2].match = MatchForm::kExact;
  others[3].dates_in_words = false;
  others[4].from = 0;
  others[5].to = 0;
  others[6].filters = {{FacetField::kSection, {"Monde"}, {}}};
  others[7].filters = {{FacetField::kSection, {}, {"Monde"}}};
  others[8].filters = {{FacetField::kSource, {"Monde"}, {}}};
  for (std::size_t i = 0; i < others.size(); ++i) {
    CAPTURE(i);
    CHECK(hash_of(others[i], Sort::kNewest) != hash_of(base, Sort::kNewest));
    for (std::size_t j = 0; j < i; ++j) {
      CHECK(hash_of(others[i], Sort::kNewest) != hash_of(others[j], Sort::kNewest));
    }
  }
  CHECK(hash_of(base, Sort::kOldest) != hash_of(base, Sort::kNewest));
}

}  // namespace
}  // namespace gazette::server
