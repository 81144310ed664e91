// The hierarchical facet of places against counting by hand, on articles with several places.
#include "server/search/place_scope.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/places/gazetteer.h"
#include "server/search/facets.h"
#include "tests/server/search/random_articles.h"
#include "tests/server/search/test_archive.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

using Counts = std::map<std::string, std::size_t>;

/// All that an article is about, with what it lies in.
std::set<std::string> all_places(const Article& article) {
  std::set<std::string> ids;
  for (const Place& place : article.places) {
    for (const std::string& id : with_ancestors(place.id)) ids.insert(id);
  }
  return ids;
}

bool inside(const std::string& id, const std::string& outer) {
  const std::vector<std::string> chain = with_ancestors(id);
  return id != outer && std::find(chain.begin(), chain.end(), outer) != chain.end();
}

std::string type_of(const std::string& id) {
  const auto row = Gazetteer::instance().find_id(id);
  return row ? std::string(Gazetteer::instance().row(*row).type) : "";
}

/// The places of `articles` for which `shown` holds, counted.
template <typename Shown>
Counts count_by_hand(const std::vector<Article>& articles, Shown shown) {
  Counts counts;
  for (const Article& article : articles) {
    for (const std::string& id : all_places(article)) {
      if (shown(id)) ++counts[id];
    }
  }
  return counts;
}

Counts counts_of(const Facet& facet) {
  Counts counts;
  for (const FacetValue& value : facet.values) counts[value.value] = value.count;
  return counts;
}

TEST_CASE("place scope: levels and the inside of a place are those of counting by hand") {
  TempFolder folder;
  Random random(141);
  const std::vector<Article> articles = random_articles(random, 150);
  write_archive(folder.path(), articles);
  TestView view(folder.path());
  const Columns& columns = (*view).columns();
  const std::vector<std::size_t> order = in_date_order(articles, false);
  for (int round = 0; round < 20; ++round) {
    std::vector<Number> some;
    std::vector<Article> chosen;
    for (Number n = 0; n < columns.size; ++n) {
      if (pick(random, 4) == 0) continue;
      some.push_back(n);
      chosen.push_back(articles[order[n]]);
    }
    const auto facet = [&](const PlaceScope& scope) {
      return counts_of(
          count_facet(columns, FacetField::kPlace, some, {.limit = 1000, .scope = scope}));
    };
    CHECK(facet({.level = PlaceLevel::kAll}) ==
          count_by_hand(chosen, [](const std::string&) { return true; }));
    const auto at = [&](const std::string& type) {
      return count_by_hand(chosen, [&](const std::string& id) { return type_of(id) == type; });
    };
    CHECK(facet({.level = PlaceLevel::kContinent}) == at("continent"));
    CHECK(facet({.level = PlaceLevel::kCountry}) == at("country"));
    CHECK(facet({.level = PlaceLevel::kRegion}) == at("admin1"));
    CHECK(facet({.level = PlaceLevel::kDepartment}) == at("admin2"));
    CHECK(facet({.level = PlaceLevel::kCity}) == at("city"));
    const Counts inside_europe = count_by_hand(chosen, [&](const std::string& id) {
      return inside(id, "cont:EU") && type_of(id) == "city";
    });
    CHECK(facet({.level = PlaceLevel::kCity, .parent = "cont:EU"}) == inside_europe);
    const Counts below_france = count_by_hand(chosen, [&](const std::string& id) {
      return inside(id, "country:FR") && with_ancestors(id).at(1) == "country:FR";
    });
    CHECK(facet({.parent = "country:FR"}) == below_france);
    CHECK(facet({.parent = "name:saint-loin"}).empty());
  }
}

TEST_CASE("place scope: by default countries, and places that are the subject themselves") {
  TempFolder folder;
  Random random(142);
  const std::vector<Article> articles = random_articles(random, 120);
  write_archive(folder.path(), articles);
  TestView view(folder.path());
  const Columns& columns = (*view).columns();
  Counts all, alone;
  for (const Article& article : articles) {
    const std::set<std::string> ids = all_places(article);
    for (const std::string& id : ids) {
      ++all[id];
      const bool holds_other =
          std::any_of(ids.begin(), ids.end(), [&](const auto& o) { return inside(o, id); });
      if (!holds_other) ++alone[id];
    }
  }
  Counts expected;
  for (const auto& [id, count] : all) {
    if (type_of(id) == "country" || 2 * alone[id] >= count) expected[id] = count;
  }
  const Facet facet = count_facet(columns, FacetField::kPlace,
                                  numbers_of(range_set(0, columns.size)), {.limit = 1000});
  CHECK(counts_of(facet) == expected);
  CHECK(facet.total_values == expected.size());
  CHECK_FALSE(expected.contains("cont:EU"));
  CHECK(expected.contains("name:saint-loin"));
}

TEST_CASE("place scope: values carry type, country, coordinates and what they lie in") {
  TempFolder folder;
  Article article;
  article.id = "a";
  article.title = "Un titre";
  article.places = {Gazetteer::instance().best("Bakou").value()};
  write_archive(folder.path(), {article});
  TestView view(folder.path());
  const Facet facet = count_facet((*view).columns(), FacetField::kPlace, std::vector<Number>{0},
                                  {.scope = {.level = PlaceLevel::kCity}});
  REQUIRE(facet.values.size() == 1);
  const FacetValue& bakou = facet.values.front();
  CHECK(bakou.label == "Bakou");
  CHECK(bakou.type == "city");
  CHECK(bakou.country == "AZ");
  CHECK(bakou.parent == "country:AZ");
  CHECK(bakou.within == "Azerbaïdjan");
  CHECK(bakou.lat.value() == doctest::Approx(40.38).epsilon(0.01));
  CHECK(bakou.lon.value() == doctest::Approx(49.89).epsilon(0.01));
}

TEST_CASE(
    "place scope: what a filter names stays, whatever the level; a name is looked for in all") {
  TempFolder folder;
  Article article;
  article.id = "a";
  article.title = "Un titre";
  article.places = {Gazetteer::instance().best("Lyon").value()};
  write_archive(folder.path(), {article});
  TestView view(folder.path());
  const FieldFilter filter{FacetField::kPlace, {"cont:EU"}, {}};
  const auto facet = [&](FacetOptions options) {
    return counts_of(
        count_facet((*view).columns(), FacetField::kPlace, std::vector<Number>{0}, options));
  };
  CHECK(facet({}) == Counts{{"country:FR", 1}, {"insee:69123", 1}});
  CHECK(facet({.filter = &filter}) ==
        Counts{{"country:FR", 1}, {"insee:69123", 1}, {"cont:EU", 1}});
  CHECK(facet({.contains = "europe "}) == Counts{{"cont:EU", 1}});
}

}  // namespace
}  // namespace gazette::server
