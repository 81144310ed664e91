// `lieu:` of a query: which place is meant, and what the reader is told.
#include "server/search/place_readings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/places/place_choice.h"
#include "server/search/archive.h"
#include "tests/server/search/test_archive.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

Article about(const std::string& id, const std::string& place) {
  Article article;
  article.id = id;
  article.title = "Un titre";
  const PlaceChoice choice = choose_place(place);
  const auto row = Gazetteer::instance().find_id(choice.id);
  if (row) {
    article.places = {Gazetteer::instance().place(*row)};
  } else {
    Place own;
    own.id = "name:" + place;
    own.name = place;
    article.places = {own};
  }
  return article;
}

std::vector<Article> newsroom() {
  return {about("bakou", "Bakou"),
          about("karabakh", "Haut-Karabakh"),
          about("paris", "Paris"),
          about("texas", "Paris, Texas"),
          about("drome", "Valence (Drôme)"),
          about("garonne", "Valence (Tarn-et-Garonne)"),
          about("own", "Saint-Loin-des-Bois")};
}

struct Asked {
  std::string ids;     ///< of the hits, sorted
  std::string read;    ///< names of the places read
  std::string warned;  ///< codes
};

Asked ask(Archive& archive, const std::string& q) {
  SearchRequest request;
  request.selection.q = q;
  const SearchAnswer answer = archive.search(request).value();
  std::vector<std::string> ids;
  for (const Hit& hit : answer.hits) ids.push_back(hit.article.id);
  std::sort(ids.begin(), ids.end());
  Asked asked;
  for (const std::string& id : ids) asked.ids += (asked.ids.empty() ? "" : " ") + id;
  for (const PlaceReading& place : answer.query.places) {
    asked.read += (asked.read.empty() ? "" : "|") + place.name + "<" + place.within;
  }
  for (const QueryWarning& warning : answer.query.warnings) asked.warned += warning.code;
  return asked;
}

TEST_CASE("lieu: a name is the place that the place filter takes, with all inside it") {
  TempFolder folder;
  write_archive(folder.path(), newsroom());
  Archive archive(folder.path().string(), {});
  struct Case {
    const char* q;
    const char* ids;
    const char* read;
    const char* warned;
  };
  const std::vector<Case> cases = {
      {"lieu:Bakou", "bakou", "Bakou<Azerbaïdjan", ""},
      {"lieu:azerbaidjan", "bakou karabakh", "Azerbaïdjan<Asie", ""},
      {"lieu:\"Haut-Karabakh\"", "karabakh", "Karabakh<Azerbaïdjan", ""},
      {"place:haut-karabakh", "karabakh", "Karabakh<Azerbaïdjan", ""},
      {"lieu:Paris", "paris", "Paris<Île-de-France", ""},
      {"titre SAUF lieu:France", "bakou karabakh own texas", "France<Europe", ""},
      {"lieu:\"Valence (Drôme)\"", "drome", "Valence<Drôme", ""},
      {"lieu:Saint-Loin-des-Bois", "own", "Saint-Loin-des-Bois<", ""},
      {"lieu:Xyzzyville", "", "", "unknown-place"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.q);
    const Asked asked = ask(archive, c.q);
    CHECK(asked.ids == c.ids);
    CHECK(asked.read == c.read);
    CHECK(asked.warned == c.warned);
  }
}

TEST_CASE("lieu: an ambiguous name looks for all its places and says so") {
  TempFolder folder;
  write_archive(folder.path(), newsroom());
  Archive archive(folder.path().string(), {});
  const Asked asked = ask(archive, "lieu:Valence");
  CHECK(asked.ids == "drome");  // the one of the Tarn-et-Garonne has 150 times fewer people
  CHECK(asked.warned == "ambiguous-place");
  SearchRequest request;
  request.selection.q = "titre lieu:Valence";
  const QueryWarning warning = archive.search(request).value().query.warnings.at(0);
  CHECK(warning.position == 11);
  CHECK(warning.detail.find("Valence (Drôme)") != std::string::npos);
}

TEST_CASE("place choice: the prominent one, the one inside another, or the candidates") {
  struct Case {
    const char* text;
    const char* id;
  };
  const std::vector<Case> cases = {
      {"Paris", "insee:75056"},
      {"paris, texas", "gn:4717560"},
      {"Géorgie", "country:GE"},
      {"Vienne", "gn:2761369"},
      {"Vienne (Isère)", "insee:38544"},
      {"Bakou", "gn:587084"},
      {"haut karabakh", "reg:karabakh"},
      {"KIEV", "gn:703448"},
      {"la reunion", "country:RE"},
      {"Luxembourg", "country:LU"},
      {"country:FR", "country:FR"},
      {"name:ici", "name:ici"},
      {"Saint-Denis", ""},
      {"Valence", ""},
      {"Xyzzyville", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const PlaceChoice choice = choose_place(c.text);
    CHECK(choice.id == c.id);
    CHECK((choice.kind == PlaceChoice::Kind::kPlace) == !choice.id.empty());
  }
  CHECK(choose_place("Saint-Denis").kind == PlaceChoice::Kind::kAmbiguous);
  CHECK(choose_place("Saint-Denis").candidates.size() >= 2);
  for (const Gazetteer::Row row : choose_place("Saint-Denis").candidates) {
    const PlaceChoice again = choose_place(name_with_parent(row));
    CHECK(again.id == Gazetteer::instance().row(row).id);
  }
}

}  // namespace
}  // namespace gazette::server
