// The whole search against brute force: hits, totals, facets, histogram, orders, pages.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "server/search/archive.h"
#include "tests/server/search/asked.h"
#include "tests/server/search/random_articles.h"
#include "tests/server/search/test_archive.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

constexpr std::size_t kArticles = 160;
constexpr int kRounds = 400;

/// One archive for all cases of this file.
struct World {
  TempFolder folder;
  std::vector<KnownArticle> articles;
  std::unique_ptr<Archive> archive;

  explicit World(unsigned seed) {
    Random random(seed);
    const std::vector<Article> made = random_articles(random, kArticles);
    articles = known(made);
    write_archive(folder.path(), made);
    archive = std::make_unique<Archive>(folder.path().string(), ArchiveOptions{});
  }
};

World& world() {
  static World made(20);
  return made;
}

std::vector<std::string> exported_ids(Archive& archive, const Selection& selection) {
  std::vector<std::string> ids;
  const Result<std::size_t> count = archive.export_all(selection, [&](const Hit& hit) {
    ids.push_back(hit.article.id);
    return true;
  });
  CHECK(count.value() == ids.size());
  return ids;
}

std::vector<std::string> ids_of(const SearchAnswer& answer) {
  std::vector<std::string> ids;
  for (const Hit& hit : answer.hits) ids.push_back(hit.article.id);
  return ids;
}

std::vector<std::string> expected_ids(const Asked& asked, const Selection& selection, bool oldest) {
  std::vector<Article> found;
  for (const KnownArticle& known : world().articles) {
    if (asked.matches(known) && passes(known.article, selection)) found.push_back(known.article);
  }
  std::vector<std::string> ids;
  for (const std::size_t i : in_date_order(found, oldest)) ids.push_back(found[i].id);
  return ids;
}

std::map<std::string, std::size_t> expected_counts(const Asked& asked, const Selection& selection,
                                                   FacetField field) {
  std::map<std::string, std::size_t> counts;
  for (const KnownArticle& known : world().articles) {
    if (!asked.matches(known) || !passes(known.article, selection, field)) continue;
    for (const std::string& value : values_of(known.article, field)) ++counts[value];
  }
  return counts;
}

void check_facet(const Facet& facet, const std::map<std::string, std::size_t>& expected,
                 const Selection& selection) {
  CAPTURE(static_cast<int>(facet.field));
  CHECK(facet.total_values == expected.size());
  std::set<std::string> shown;
  for (const FacetValue& value : facet.values) {
    CAPTURE(value.value);
    const auto at = expected.find(value.value);
    CHECK(value.count == (at == expected.end() ? 0 : at->second));
    CHECK(shown.insert(value.value).second);
  }
  for (const FieldFilter& filter : selection.filters) {
    if (filter.field != facet.field) continue;
    for (const std::string& value : filter.include) CHECK(shown.contains(value));
    for (const FacetValue& value : facet.values) {
      const bool asked = std::count(filter.include.begin(), filter.include.end(), value.value) > 0;
      CHECK(value.selected == asked);
    }
  }
}

TEST_CASE("search: hits, total, facets and histogram are those of brute force, in date order") {
  Random random(21);
  for (int round = 0; round < kRounds; ++round) {
    const Asked asked = random_query(random, 3);
    SearchRequest request;
    request.selection = random_selection(random);
    request.selection.q = asked.text;
    const bool oldest = pick(random, 2) == 0;
    request.selection.sort = oldest ? Sort::kOldest : Sort::kNewest;
    request.limit = 100;
    request.facet_limit = 100;
    request.place_scope.level = request.dateline_scope.level = PlaceLevel::kAll;
    request.histogram = true;
    for (std::size_t f = 0; f < kFacetFieldCount; ++f) {
      request.facets.push_back(static_cast<FacetField>(f));
    }
    CAPTURE(asked.text);
    const std::vector<std::string> expected = expected_ids(asked, request.selection, oldest);
    const SearchAnswer answer = world().archive->search(request).value();
    CHECK(answer.total == expected.size());
    CHECK(answer.sort == request.selection.sort);
    CHECK_FALSE(answer.partial);
    std::vector<std::string> first = expected;
    if (first.size() > request.limit) first.resize(request.limit);
    CHECK(ids_of(answer) == first);
    CHECK(exported_ids(*world().archive, request.selection) == expected);
    REQUIRE(answer.facets.size() == kFacetFieldCount);
    for (const Facet& facet : answer.facets) {
      check_facet(facet, expected_counts(asked, request.selection, facet.field), request.selection);
    }
    std::size_t dated = 0;
    for (const KnownArticle& known : world().articles) {
      const bool found = asked.matches(known) && passes(known.article, request.selection);
      if (found && known.article.published) ++dated;
    }
    std::size_t in_buckets = 0;
    for (const Bucket& bucket : answer.histogram.value().buckets) in_buckets += bucket.count;
    CHECK(in_buckets == dated);
  }
}

TEST_CASE("search: by relevance the same articles come, scores fall, ties are newest first") {
  Random random(22);
  for (int round = 0; round < kRounds / 4; ++round) {
    const Asked asked = random_query(random, 2);
    Selection selection = random_selection(random);
    selection.q = asked.text;
    CAPTURE(asked.text);
    const std::vector<std::string> expected = expected_ids(asked, selection, false);
    std::map<std::string, std::size_t> by_date;
    for (std::size_t i = 0; i < expected.size(); ++i) by_date[expected[i]] = i;
    std::vector<std::pair<double, std::size_t>> order;
    const auto count = world().archive->export_all(selection, [&](const Hit& hit) {
      REQUIRE(by_date.contains(hit.article.id));
      order.emplace_back(-hit.score, by_date[hit.article.id]);
      return true;
    });
    CHECK(count.value() == expected.size());
    CHECK(std::is_sorted(order.begin(), order.end()));
  }
}

TEST_CASE("search: pages by offset and pages by cursor are the whole in order, once each") {
  Random random(23);
  for (int round = 0; round < 60; ++round) {
    const Asked asked = random_query(random, 1);
    SearchRequest request;
    request.selection = random_selection(random);
    request.selection.q = pick(random, 4) == 0 ? "" : asked.text;
    request.selection.sort = pick_from(
        random, std::vector{Sort::kDefault, Sort::kRelevance, Sort::kNewest, Sort::kOldest});
    request.limit = 1 + pick(random, 20);
    request.highlight = HighlightForm::kNone;
    CAPTURE(request.selection.q);
    const std::vector<std::string> whole = exported_ids(*world().archive, request.selection);
    std::vector<std::string> by_cursor;
    std::vector<std::string> by_offset;
    for (std::size_t page = 0; page <= whole.size(); ++page) {
      const SearchAnswer answer = world().archive->search(request).value();
      for (const std::string& id : ids_of(answer)) by_cursor.push_back(id);
      SearchRequest at = request;
      at.cursor.clear();
      at.offset = page * request.limit;
      for (const std::string& id : ids_of(world().archive->search(at).value()))
        by_offset.push_back(id);
      request.cursor = answer.cursor;
      if (answer.cursor.empty()) break;
    }
    CHECK(by_cursor == whole);
    CHECK(by_offset == whole);
  }
}

TEST_CASE("search: without words relevance is newest first") {
  SearchRequest request;
  for (const Sort sort : {Sort::kDefault, Sort::kRelevance}) {
    request.selection.sort = sort;
    const SearchAnswer answer = world().archive->search(request).value();
    CHECK(answer.sort == Sort::kNewest);
    CHECK(answer.total == kArticles);
  }
  request.selection.sort = Sort::kDefault;
  request.selection.q = "police";
  CHECK(world().archive->search(request).value().sort == Sort::kRelevance);
}

TEST_CASE("search: a page of none has its total and facets, and no cursor") {
  SearchRequest request;
  request.limit = 0;
  request.facets = {FacetField::kSection};
  const SearchAnswer answer = world().archive->search(request).value();
  CHECK(answer.total == kArticles);
  CHECK(answer.hits.empty());
  CHECK(answer.cursor.empty());
  CHECK(answer.facets.at(0).values.size() == 3);
}

TEST_CASE("search: an offset beyond the bound is refused, one beyond the end is an empty page") {
  SearchRequest request;
  request.offset = 10'001;
  CHECK(world().archive->search(request).error().code == "bad-offset");
  request.offset = 10'000;
  const SearchAnswer answer = world().archive->search(request).value();
  CHECK(answer.hits.empty());
  CHECK(answer.cursor.empty());
}

TEST_CASE("search: cursors of other queries and orders are refused") {
  SearchRequest request;
  request.limit = 3;
  request.selection.q = "police";
  const std::string cursor = world().archive->search(request).value().cursor;
  REQUIRE_FALSE(cursor.empty());
  request.cursor = cursor;
  CHECK(world().archive->search(request).ok());
  request.selection.q = "ministre";
  CHECK(world().archive->search(request).error().code == "bad-cursor");
  request.selection.q = "police";
  request.selection.sort = Sort::kOldest;
  CHECK(world().archive->search(request).error().code == "bad-cursor");
}

TEST_CASE("search: what found nothing says which word, and what the others would find") {
  SearchRequest request;
  request.selection.q = "police xylophone";
  const SearchAnswer answer = world().archive->search(request).value();
  CHECK(answer.total == 0);
  SearchRequest police;
  police.selection.q = "police";
  const std::size_t alone = world().archive->search(police).value().total;
  REQUIRE(answer.words.size() == 2);
  CHECK(answer.words[0].text == "police");
  CHECK(answer.words[0].alone == alone);
  CHECK(answer.words[0].without == 0);
  CHECK(answer.words[1].text == "xylophone");
  CHECK(answer.words[1].alone == 0);
  CHECK(answer.words[1].without == alone);
  CHECK(answer.relaxed_total == alone);
  request.selection.op = JoinWords::kOr;
  CHECK(world().archive->search(request).value().total == alone);
}

TEST_CASE("search: a misspelt word is corrected only when that finds more") {
  SearchRequest request;
  request.selection.q = "ministre karabach";
  const SearchAnswer answer = world().archive->search(request).value();
  CHECK(answer.total == 0);
  CHECK(answer.did_you_mean == "ministre karabakh");
  request.selection.q = "ministre karabakh";
  const SearchAnswer right = world().archive->search(request).value();
  CHECK(right.total > 0);
  CHECK_FALSE(right.did_you_mean.has_value());
  request.selection.q = "ministre karabach";
  request.selection.filters = {{FacetField::kSection, {"Absente"}, {}}};
  CHECK_FALSE(world().archive->search(request).value().did_you_mean.has_value());
}

TEST_CASE("search: a facet's values are searched, under the filters of the selection") {
  Selection selection;
  selection.filters = {{FacetField::kTag, {"vin"}, {}}};
  const Facet facet =
      world().archive->facet(FacetField::kAuthor, selection, {.contains = "DUP"}).value();
  CHECK(facet.total_values == 1);
  REQUIRE(facet.values.size() == 1);
  CHECK(facet.values[0].value == "Jean-Pierre Dupont");
  std::size_t expected = 0;
  for (const KnownArticle& known : world().articles) {
    const auto& authors = known.article.authors;
    if (passes(known.article, selection) &&
        std::count(authors.begin(), authors.end(), "Jean-Pierre Dupont") > 0) {
      ++expected;
    }
  }
  CHECK(facet.values[0].count == expected);
}

}  // namespace
}  // namespace gazette::server
