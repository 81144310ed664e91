// Look-up in the gazetteer: by name, id, prefix; the tree.
#include "common/places/gazetteer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "common/places/place_name.h"

namespace gazette {
namespace {

const Gazetteer& places() { return Gazetteer::instance(); }

std::string id_of(std::string_view name) {
  const auto row = places().resolve(name);
  return row ? std::string(places().row(*row).id) : "none";
}

TEST_CASE("gazetteer: a name leads to its most prominent place, however it is written") {
  struct Case {
    const char* name;
    const char* id;
  };
  const Case cases[] = {
      {"Bakou", "gn:587084"},
      {"BAKOU", "gn:587084"},
      {"Baku", "gn:587084"},
      {"kiev", "gn:703448"},
      {"KYIV", "gn:703448"},
      {"le caire", "gn:360630"},
      {"Caire", "gn:360630"},
      {"Haut-Karabakh", "reg:karabakh"},
      {"haut karabakh", "reg:karabakh"},
      {"Karabakh", "reg:karabakh"},
      {"azerbaidjan", "country:AZ"},
      {"l’Azerbaïdjan", "country:AZ"},
      {"États-Unis", "country:US"},
      {"les etats unis", "country:US"},
      {"USA", "country:US"},
      {"France", "country:FR"},
      {"la France", "country:FR"},
      {"Paris", "insee:75056"},
      {"Havre", "insee:76351"},
      {"St-Denis", "insee:93066"},
      {"Saint-Denis", "insee:93066"},
      {"Saint-Denis (La Réunion)", "insee:97411"},
      {"Saint-Denis (Seine-Saint-Denis)", "insee:93066"},
      {"Paris, Texas", "gn:4717560"},
      {"Paris, France", "insee:75056"},
      {"Lyon (quartier inconnu)", "insee:69123"},
      {"Ndjamena", "gn:2427123"},
      {"N'Djaména", "gn:2427123"},
      {"Réunion", "country:RE"},
      {"Donbass", "reg:donbass"},
      {"mer Noire", "reg:mer-noire"},
      {"Seine-Saint-Denis", "sub:FR-93"},
      {"Vienne", "gn:2761369"},
      {"Lyon, Texas", "none"},  // both are known, but no Lyon lies there
      {"Xyzzy", "none"},
      {"", "none"},
      {"()", "none"},
      {",", "none"},
      {"Paris (", "insee:75056"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(id_of(c.name) == c.id);
  }
}

TEST_CASE("gazetteer: homonyms come best rank first") {
  const std::vector<Gazetteer::Row> found = places().find_name("vienne");
  REQUIRE(found.size() >= 3);
  for (std::size_t i = 1; i < found.size(); ++i) {
    CHECK(places().row(found[i - 1]).rank >= places().row(found[i]).rank);
  }
  CHECK(places().row(found[0]).country == "AT");
}

TEST_CASE("gazetteer: a prefix finds names and aliases, the best first") {
  const auto first = [](std::string_view prefix) {
    const auto found = places().find_prefix(prefix, 5);
    CHECK(found.size() <= 5);
    return found.empty() ? "none" : std::string(places().row(found.front()).id);
  };
  CHECK(first("azer") == "country:AZ");
  CHECK(first("haut-kar") == "reg:karabakh");
  CHECK(first("le hav") == "insee:76351");
  CHECK(first("marse") == "insee:13055");
  CHECK(first("l'azer") == "country:AZ");
  CHECK(first("zzzz") == "none");
  CHECK(first("") == "none");
  CHECK(places().find_prefix("saint", 0).empty());
  const auto saints = places().find_prefix("saint-", 50);
  CHECK(saints.size() == 50);
  CHECK(std::set<Gazetteer::Row>(saints.begin(), saints.end()).size() == 50);
}

TEST_CASE("gazetteer: every place is found by its id and by its own name") {
  std::size_t unfound = 0;
  for (std::size_t i = 0; i < places().size(); ++i) {
    const auto row = static_cast<Gazetteer::Row>(i);
    const PlaceRow place = places().row(row);
    REQUIRE(places().find_id(place.id) == row);
    const auto found = places().find_name(place.name);
    if (std::find(found.begin(), found.end(), row) == found.end()) ++unfound;
  }
  CHECK(unfound == 0);
  CHECK(places().size() > 35'000);
  CHECK_FALSE(places().find_id("gn:0").has_value());
  CHECK_FALSE(places().find_id("").has_value());
  CHECK_FALSE(places().find_id("zzz").has_value());
}

TEST_CASE("gazetteer: the tree leads from the city to the continent") {
  const auto ids = [](const std::vector<Gazetteer::Row>& rows) {
    std::vector<std::string> out;
    for (const Gazetteer::Row row : rows) out.emplace_back(places().row(row).id);
    return out;
  };
  const auto row = [](std::string_view id) { return places().find_id(id).value(); };
  CHECK(ids(places().ancestors(row("gn:587084"))) ==
        std::vector<std::string>{"country:AZ", "cont:AS"});
  CHECK(ids(places().ancestors(row("insee:93066"))) ==
        std::vector<std::string>{"sub:FR-93", "sub:FR-IDF", "country:FR", "cont:EU"});
  CHECK(ids(places().ancestors(row("world"))).empty());
  CHECK(places().inside(row("insee:93066"), row("country:FR")));
  CHECK(places().inside(row("country:FR"), row("country:FR")));
  CHECK_FALSE(places().inside(row("country:FR"), row("insee:93066")));
  CHECK(places().inside(row("insee:97411"), row("country:FR")));  // La Réunion, by Outre-mer
  CHECK(places().inside(row("reg:karabakh"), row("country:AZ")));
  CHECK(places().inside(row("gn:587084"), row("world")));
}

TEST_CASE("gazetteer: children, descendants, ancestors and inside agree") {
  std::mt19937 random(4);
  for (int i = 0; i < 2'000; ++i) {
    const auto row = static_cast<Gazetteer::Row>(random() % places().size());
    for (const Gazetteer::Row child : places().children(row)) {
      REQUIRE(places().row(child).parent == row);
      REQUIRE(places().inside(child, row));
    }
    for (const Gazetteer::Row above : places().ancestors(row)) {
      REQUIRE(places().inside(row, above));
      const auto below = places().descendants(above);
      REQUIRE(std::find(below.begin(), below.end(), row) != below.end());
    }
  }
  CHECK(places().descendants(places().find_id("world").value()).size() == places().size() - 1);
}

TEST_CASE("gazetteer: a place is carried with its French name, country and coordinates") {
  const auto place = places().best("baku");
  REQUIRE(place.has_value());
  CHECK(*place == Place{"gn:587084", "Bakou", "city", "AZ", 40.3777, 49.892});
  const auto none = places().best("Proche-Orient");
  REQUIRE(none.has_value());
  CHECK(none->type == "macroregion");
  CHECK_FALSE(places().best("Nulle-Part-sur-Rien").has_value());
}

TEST_CASE("gazetteer: a walk follows names word by word") {
  NameWalk walk(places(), "haut");
  CHECK_FALSE(walk.over());
  CHECK(walk.goes_on());
  REQUIRE(walk.next("karabakh"));
  REQUIRE_FALSE(walk.names().empty());
  CHECK(places().row(walk.names()[0].row).id == "reg:karabakh");
  CHECK_FALSE(walk.next("xyz"));
  CHECK(walk.over());
  CHECK(walk.names().empty());
  CHECK(NameWalk(places(), "xyzzy").over());
  CHECK(NameWalk(places(), "").over());

  NameWalk paris(places(), "paris");
  REQUIRE_FALSE(paris.names().empty());
  CHECK(places().row(paris.names()[0].row).id == "insee:75056");
}

TEST_CASE("gazetteer: walking finds what find_name finds, for every name") {
  for (std::size_t i = 0; i < places().size(); i += 7) {
    const std::string folded = fold_place_name(places().row(static_cast<Gazetteer::Row>(i)).name);
    std::string_view rest = folded;
    NameWalk walk(places(), packed::first_word(rest));
    for (std::size_t at = rest.find(' '); at != std::string_view::npos; at = rest.find(' ')) {
      rest = rest.substr(at + 1);
      REQUIRE(walk.next(packed::first_word(rest)));
    }
    const std::vector<Gazetteer::Row> found = places().find_name(folded);
    REQUIRE(walk.names().size() == found.size());
    for (std::size_t k = 0; k < found.size(); ++k) REQUIRE(walk.names()[k].row == found[k]);
  }
}

TEST_CASE("gazetteer: any bytes are a name") {
  std::mt19937 random(35'818);
  std::size_t found = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string name;
    for (auto n = random() % 4; n > 0; --n) {
      name += static_cast<char>(random() % 4 == 0 ? random() % 256 : 'a' + random() % 26);
    }
    found += places().find_name(name).size();
    const auto prefixed = places().find_prefix(name, 3);
    REQUIRE(prefixed.size() <= 3);
    if (const auto best = places().resolve(name)) REQUIRE(*best >= 0);
  }
  CHECK(found > 0);
}

}  // namespace
}  // namespace gazette
