// Questions with judged answers, where that data is at hand: the figures may only fall with a word
// on why.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <string>

#include "server/search/archive.h"
#include "tests/relevance/judged_set.h"
#include "tests/server/search/test_archive.h"
#include "tests/shared_data.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

constexpr std::size_t kDeep = 20;  // ranks looked at

struct Figures {
  double reciprocal_rank = 0;  ///< mean, of the first relevant hit among kDeep
  double recall_at_10 = 0;     ///< share of the queries with a relevant hit among ten
  double nothing = 0;          ///< share of the queries that find nothing
};

/// A question is nobody's syntax: only its letters, digits, apostrophes and hyphens are asked.
std::string plain_words(const std::string& text) {
  std::string words;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool kept = byte >= 0x80 || std::isalnum(byte) != 0 || c == '\'' || c == '-';
    words += kept ? c : ' ';
  }
  return words;
}

Figures measure(const JudgedSet& set) {
  const TempFolder folder;
  write_archive(folder.path(), set.articles);
  Archive archive(folder.path().string(), ArchiveOptions{});
  Figures sum;
  for (const JudgedQuery& query : set.queries) {
    SearchRequest request;
    request.selection.q = plain_words(query.text);
    request.selection.op = JoinWords::kOr;
    request.limit = kDeep;
    request.highlight = HighlightForm::kNone;
    const SearchAnswer answer = archive.search(request).value();
    const auto first = std::find_if(answer.hits.begin(), answer.hits.end(), [&](const Hit& hit) {
      return query.relevant.contains(hit.article.id);
    });
    if (answer.hits.empty()) ++sum.nothing;
    if (first == answer.hits.end()) continue;
    const auto rank = static_cast<double>(first - answer.hits.begin() + 1);
    sum.reciprocal_rank += 1 / rank;
    if (rank <= 10) ++sum.recall_at_10;
  }
  const auto queries = static_cast<double>(set.queries.size());
  return {sum.reciprocal_rank / queries, sum.recall_at_10 / queries, sum.nothing / queries};
}

struct Golden {
  std::string folder;
  std::size_t queries;
  double reciprocal_rank, recall_at_10;  ///< floors, a hair under what was measured
};

TEST_CASE("relevance: questions find their answers at the top") {
  // Stock Xapian (stemmed or-query, BM25): .815 and .965, .708 and .862.
  const Golden goldens[] = {
      {"questions-service-public", 1000, 0.845, 0.970},
      {"questions-wikipedia", 1000, 0.755, 0.880},
  };
  for (const Golden& golden : goldens) {
    const auto folder = shared_file("retrieval/" + golden.folder);
    if (folder.empty()) continue;
    CAPTURE(golden.folder);
    const Figures figures = measure(read_judged_set(folder, golden.queries));
    CHECK(figures.reciprocal_rank >= golden.reciprocal_rank);
    CHECK(figures.recall_at_10 >= golden.recall_at_10);
    CHECK(figures.nothing == 0);
    MESSAGE(golden.folder << ": MRR@20 " << figures.reciprocal_rank << ", R@10 "
                          << figures.recall_at_10);
  }
}

}  // namespace
}  // namespace gazette::server
