// Small things that every format writes its own way: times, bylines, places with coordinates.
#include <doctest/doctest.h>

#include "indexer/readers/byline.h"
#include "indexer/readers/located_place.h"
#include "indexer/readers/source_time.h"

namespace gazette::indexer {
namespace {

TEST_CASE("source time: RFC 822 and the compact form, offsets as printed") {
  struct Case {
    const char *text, *time;
  };
  const Case cases[] = {
      {"Fri, 22 Sep 2023 18:58:00 +0100", "2023-09-22T18:58:00+01:00"},
      {"22 Sep 2023 18:58 GMT", "2023-09-22T18:58:00+00:00"},
      {"Fri, 2 Sep 23 8:58:07 EST", "2023-09-02T08:58:07-05:00"},
      {"Friday, 22 September 2023 18:58:00 +02:00", "2023-09-22T18:58:00+02:00"},
      {"22 Sep 2023", "2023-09-22"},
      {"Fri, 22 Sep 2023 18:58:00", "2023-09-22T18:58:00+02:00"},
      {"20230922T185800+0100", "2023-09-22T18:58:00+01:00"},
      {"20230922T185800Z", "2023-09-22T18:58:00+00:00"},
      {"20230922T1858", "2023-09-22T18:58:00+02:00"},
      {"20230922", "2023-09-22"},
      {"31 Feb 2023 10:00 GMT", ""},
      {"20230231", ""},
      {"Fri, 22 Sep 2023 18:58:00 heure de Paris", ""},
      {"22 sept 2023", "2023-09-22"},
      {"2023", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const std::optional<NewsTime> time = parse_source_time(c.text, TimeZone::paris());
    CHECK((time ? time->to_string() : "") == c.time);
  }
}

TEST_CASE("byline: names alone, in their order") {
  using Names = std::vector<std::string>;
  struct Case {
    const char* byline;
    Names names;
  };
  const Case cases[] = {
      {"Par Anne Lemoine et Karim Belhadj", {"Anne Lemoine", "Karim Belhadj"}},
      {"PAR ANNE LEMOINE", {"ANNE LEMOINE"}},
      {"Anne Lemoine, Karim Belhadj et Li Wei", {"Anne Lemoine", "Karim Belhadj", "Li Wei"}},
      {"Par Anne Lemoine, envoyée spéciale à Bakou", {"Anne Lemoine"}},
      {"By Meredith Jameson, Staff Reporter", {"Meredith Jameson"}},
      {"Von Christian Hollmann, dpa", {"Christian Hollmann"}},
      {"Propos recueillis par Anne Lemoine (à Genève)", {"Anne Lemoine"}},
      {"Adel Zaanoun with Guillaume Lavallee in Jerusalem ",
       {"Adel Zaanoun", "Guillaume Lavallee"}},
      {"La rédaction", {"La rédaction"}},
      {"gr/bp", {}},
      {"By Sam Lister, Press Association Political Correspondent", {"Sam Lister"}},
      {"La Gazette avec AFP", {"La Gazette", "AFP"}},
      {"Paris-Match", {"Paris-Match"}},
      {"Jean-Pierre Dupont-Étienne", {"Jean-Pierre Dupont-Étienne"}},
      {"J. M. Coetzee", {"J. M. Coetzee"}},
      {"Par Paul Parmentier.", {"Paul Parmentier"}},
      {"", {}},
      {" , ; / ", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.byline);
    CHECK(split_byline(c.byline) == c.names);
  }
  CHECK(person_name("jean@exemple.fr (Jean Dupont)") == "Jean Dupont");
  CHECK(person_name("Jean Dupont <jean@exemple.fr>") == "Jean Dupont");
  CHECK(person_name("jean@exemple.fr") == "jean@exemple.fr");
  CHECK(person_name(" Jean  Dupont ") == "Jean Dupont");
}

TEST_CASE("located place: coordinates choose the homonym, wrong ones are refused") {
  const auto id = [](const char* name, double lat, double lon) {
    const LocatedPlace located = place_at(name, lat, lon);
    return (located.place ? located.place->id : "-") + (located.fault.empty() ? "" : " !");
  };
  CHECK(id("Paris", 48.85, 2.35) == "insee:75056");
  CHECK(id("Saint-Denis", -20.88, 55.45) == "insee:97411");
  CHECK(id("Saint-Denis", 48.94, 2.36) == "insee:93066");
  CHECK(id("Paris", 2.35, 48.85) == "insee:75056 !");
  CHECK(id("Paris", 148.85, 2.35) == "insee:75056 !");
  CHECK(id("Paris", -33.9, 151.2) == "insee:75056 !");
  CHECK(id("France", 46.6, 2.4) == "country:FR");
  CHECK(id("Villebrune-sur-Gartempe", -84.8, 38.2) == "name:villebrune-sur-gartempe !");
  CHECK(id("", 48.853, 2.349) == "insee:75056");
  CHECK(id("", 30, -45) == "-");
  const LocatedPlace unknown = place_at("Villebrune-sur-Gartempe", 46.3, 0.9);
  CHECK(unknown.fault.empty());
  REQUIRE(unknown.place);
  CHECK(unknown.place->lat == 46.3);
  CHECK_FALSE(place_at("", std::nullopt, 3).place);
}

}  // namespace
}  // namespace gazette::indexer
