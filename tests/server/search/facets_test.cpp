// Facet counts over any set of articles, against counting by hand.
#include "server/search/facets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "server/search/facet_codes.h"
#include "tests/server/search/random_articles.h"
#include "tests/server/search/test_archive.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

TEST_CASE("facets: counts are those of a loop over the articles, most frequent first") {
  TempFolder folder;
  Random random(13);
  const std::vector<Article> articles = random_articles(random, 150);
  write_archive(folder.path(), articles);
  TestView view(folder.path());
  const Columns& columns = (*view).columns();
  const std::vector<std::size_t> order = in_date_order(articles, false);
  for (int round = 0; round < 50; ++round) {
    std::vector<Number> some;
    std::map<std::string, std::size_t> places, authors;
    for (Number n = 0; n < columns.size; ++n) {
      if (pick(random, 4) == 0) continue;
      some.push_back(n);
      const Article& article = articles[order[n]];
      std::vector<std::string> inside;
      for (const Place& place : article.places) {
        for (const std::string& id : with_ancestors(place.id)) inside.push_back(id);
      }
      std::sort(inside.begin(), inside.end());
      inside.erase(std::unique(inside.begin(), inside.end()), inside.end());
      for (const std::string& id : inside) ++places[id];
      for (const std::string& author : article.authors) ++authors[author];
    }
    const std::size_t limit = pick(random, 8);
    for (const auto& [field, expected] :
         {std::pair{FacetField::kPlace, places}, {FacetField::kAuthor, authors}}) {
      const Facet facet =
          count_facet(columns, field, some, {.limit = limit, .scope = {.level = PlaceLevel::kAll}});
      CHECK(facet.field == field);
      CHECK(facet.total_values == expected.size());
      REQUIRE(facet.values.size() == std::min(limit, expected.size()));
      std::vector<std::pair<std::string, std::size_t>> sorted(expected.begin(), expected.end());
      std::stable_sort(sorted.begin(), sorted.end(),
                       [](const auto& a, const auto& b) { return a.second > b.second; });
      for (std::size_t i = 0; i < facet.values.size(); ++i) {
        CHECK(facet.values[i].value == sorted[i].first);
        CHECK(facet.values[i].count == sorted[i].second);
      }
    }
  }
}

TEST_CASE("facets: a value that a filter names never vanishes") {
  TempFolder folder;
  Article article;
  article.id = "a";
  article.title = "Un titre";
  article.section = "Monde";
  write_archive(folder.path(), {article});
  TestView view(folder.path());
  const FieldFilter filter{FacetField::kSection, {"Sport", "Monde"}, {"Météo"}};
  const Facet facet = count_facet((*view).columns(), FacetField::kSection, std::vector<Number>{0},
                                  {.limit = 0, .filter = &filter});
  REQUIRE(facet.values.size() == 3);
  CHECK(facet.total_values == 1);
  CHECK(facet.values[0].value == "Sport");
  CHECK(facet.values[0].count == 0);
  CHECK(facet.values[0].selected);
  CHECK(facet.values[1].value == "Monde");
  CHECK(facet.values[1].count == 1);
  CHECK(facet.values[1].selected);
  CHECK(facet.values[2].value == "Météo");
  CHECK(facet.values[2].excluded);
  CHECK_FALSE(facet.values[2].selected);
}

TEST_CASE("facets: places have their French name and what they lie in") {
  TempFolder folder;
  Article article;
  article.id = "a";
  article.title = "Un titre";
  Place paris;
  paris.id = place_pool().front();
  paris.name = "Paris";
  Place unknown;
  unknown.id = "name:saint-loin";
  unknown.name = "Saint-Loin-des-Bois";
  article.places = {paris, unknown};
  write_archive(folder.path(), {article});
  TestView view(folder.path());
  const Facet facet = count_facet((*view).columns(), FacetField::kPlace, std::vector<Number>{0},
                                  {.limit = 50, .scope = {.level = PlaceLevel::kAll}});
  std::map<std::string, FacetValue> by_id;
  for (const FacetValue& value : facet.values) by_id[value.value] = value;
  CHECK(by_id[paris.id].label == "Paris");
  CHECK(by_id.contains(by_id[paris.id].parent));
  CHECK(by_id[place_pool()[2]].label == "France");
  CHECK(by_id["name:saint-loin"].label == "Saint-Loin-des-Bois");
  CHECK(by_id["name:saint-loin"].parent.empty());
}

TEST_CASE("facets: values are searched inside their labels, whatever the case and accents") {
  TempFolder folder;
  std::vector<Article> articles;
  for (const char* section : {"Économie", "Écologie", "Saint-Étienne", "L'info", "Sport"}) {
    Article article;
    article.id = section;
    article.title = section;
    article.section = section;
    articles.push_back(article);
  }
  write_archive(folder.path(), articles);
  TestView view(folder.path());
  const std::vector<Number> all = numbers_of(range_set(0, (*view).columns().size));
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
      {"eco", {"Écologie", "Économie"}},
      {"ÉCO", {"Écologie", "Économie"}},
      {"saint e", {"Saint-Étienne"}},
      {"tienne", {"Saint-Étienne"}},
      {"info", {"L'info"}},
      {"xyz", {}},
  };
  for (const auto& [contains, expected] : cases) {
    CAPTURE(contains);
    const Facet facet =
        count_facet((*view).columns(), FacetField::kSection, all,
                    {.limit = 10, .contains = folded_words(contains, (*view).analyzer)});
    std::vector<std::string> values;
    for (const FacetValue& value : facet.values) values.push_back(value.value);
    CHECK(facet.total_values == expected.size());
    std::sort(values.begin(), values.end());
    std::vector<std::string> sorted = expected;
    std::sort(sorted.begin(), sorted.end());
    CHECK(values == sorted);
  }
}

}  // namespace
}  // namespace gazette::server
