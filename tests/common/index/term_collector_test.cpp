// Terms gathered flat are the terms that Xapian would have gathered one by one.
#include "common/index/term_collector.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

#include "common/index/schema.h"

namespace gazette {
namespace {

struct Expected {
  std::set<std::uint32_t> positions;
  std::uint32_t wdf = 0;
};

void check_same(const Xapian::Document& document, const std::map<std::string, Expected>& expected) {
  REQUIRE(document.termlist_count() == expected.size());
  auto term = document.termlist_begin();
  for (const auto& [text, want] : expected) {
    CAPTURE(text);
    REQUIRE(*term == text);
    CHECK(term.get_wdf() == want.wdf);
    const std::set<std::uint32_t> positions(term.positionlist_begin(), term.positionlist_end());
    CHECK(positions == want.positions);
    ++term;
  }
}

TEST_CASE("term collector: random postings give the same document as Xapian's own calls") {
  std::mt19937 random(42);
  TermCollector collector;  // reused: nothing of one document may leak into the next
  for (int round = 0; round < 50; ++round) {
    std::map<std::string, Expected> expected;
    const std::size_t vocabulary = 1 + random() % 3000;
    std::uint32_t position = 1;
    for (int i = 0; i < 2000; ++i) {
      const std::string word = std::to_string(random() % vocabulary);
      const TermCollector::TermId stem = collector.term("Z", word);
      const TermCollector::TermId exact = collector.term("E", word);
      collector.add(stem, position, 3);
      collector.add(stem, position, 3);  // the same place again counts once
      collector.add(exact, 2);
      expected["Z" + word].positions.insert(position);
      expected["Z" + word].wdf += 3;
      expected["E" + word].wdf += 2;
      position += static_cast<std::uint32_t>(random() % 3 + 1);
    }
    Xapian::Document document;
    collector.move_into(document);
    check_same(document, expected);
  }
}

TEST_CASE("term collector: a term too long for the index is ignored") {
  TermCollector collector;
  const std::string longest(schema::kMaxTermBytes - 1, 'a');
  CHECK(collector.term("Z", longest) != TermCollector::kNoTerm);
  const TermCollector::TermId none = collector.term("Z", longest + "a");
  CHECK(none == TermCollector::kNoTerm);
  collector.add(none, 1, 1);
  collector.add(none, 1);
  Xapian::Document document;
  collector.move_into(document);
  CHECK(document.termlist_count() == 0);  // the first was made but never occurred
}

}  // namespace
}  // namespace gazette
