// Dates: what `date:` takes, and which words at either end of a query are a date.
#include "server/query/dates.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/server/query/reader.h"

using namespace gazette;
using gazette::testing::Reader;

namespace {

const CivilDay kToday = to_day({2023, 11, 22});  // a Wednesday

struct Case {
  std::string text;
  std::string days;  ///< as date_value_text() prints them; empty: no date
};

}  // namespace

TEST_CASE("dates: what the field takes") {
  const std::vector<Case> cases{
      {"2023", "2023"},
      {"2023-09", "2023-09"},
      {"2023-9", "2023-09"},
      {"2023-09-22", "2023-09-22"},
      {"2023/09/22", "2023-09-22"},
      {"22/09/2023", "2023-09-22"},
      {"22.09.2023", "2023-09-22"},
      {"22-09-2023", "2023-09-22"},
      {"1/9/2023", "2023-09-01"},
      {"09/2023", "2023-09"},
      {"2023-09-20..2023-09-25", "2023-09-20..2023-09-25"},
      {"2023-09-20 .. 2023-09-25", "2023-09-20..2023-09-25"},
      {"2022..2023", "2022-01-01..2023-12-31"},
      {"2022-03..2022-05", "2022-03-01..2022-05-31"},
      {"2020..", "2020-01-01.."},
      {"..2020-06", "..2020-06-30"},
      {"2023-09-25..2023-09-20", "2023-09-20..2023-09-25"},
      {"2024-02-29", "2024-02-29"},
      {"septembre 2023", "2023-09"},
      {"22 sept. 2023", "2023-09-22"},
      {"hier", "2023-11-21"},
      {"today", "2023-11-22"},
      {"-7d..", "2023-11-15.."},
      {"-3m..today", "2023-08-22..2023-11-22"},
      {"-1y", "2022-11-22..2023-11-22"},
      {"0001", "0001"},
      {"2023-13", ""},
      {"2023-02-30", ""},
      {"31/04/2023", ""},
      {"septembre", ""},
      {"22", ""},
      {"..", ""},
      {"demain", ""},
      {"2023-09-22T10:00", ""},
      {"20230922", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto value = server::parse_date_value(c.text, kToday);
    CHECK((value ? server::date_value_text(value->range) : "") == c.days);
  }
  CHECK(server::parse_date_value("2023..2022", kToday)->swapped);
}

TEST_CASE("dates: words at the end or the beginning of a query that are a date") {
  Reader reader;
  const std::vector<Case> cases{
      {"septembre 2023", "2023-09"},
      {"en septembre 2023", "2023-09"},
      {"de septembre 2023", "2023-09"},
      {"au mois de septembre 2023", "2023-09"},
      {"sept. 2023", "2023-09"},
      {"Septembre 2023", "2023-09"},
      {"SEPTEMBRE 2023", "2023-09"},
      {"FÉVRIER 2023", "2023-02"},
      {"fevrier 2023", "2023-02"},
      {"de\u0301cembre 2022", "2022-12"},
      {"22 septembre 2023", "2023-09-22"},
      {"le 22 septembre 2023", "2023-09-22"},
      {"du 22 septembre 2023", "2023-09-22"},
      {"vendredi 22 septembre 2023", "2023-09-22"},
      {"le vendredi 22 septembre 2023", "2023-09-22"},
      {"1er mai 2022", "2022-05-01"},
      {"le 1er mai 2022", "2022-05-01"},
      {"22/09/2023", "2023-09-22"},
      {"le 22/09/2023", "2023-09-22"},
      {"2023-09-22", "2023-09-22"},
      {"2023-09", "2023-09"},
      {"09/2023", "2023-09"},
      {"en 2021", "2021"},
      {"année 2021", "2021"},
      {"l'année 2021", "2021"},
      {"entre mars et mai 2021", "2021-03-01..2021-05-31"},
      {"entre mars 2020 et mai 2021", "2020-03-01..2021-05-31"},
      {"entre novembre et février 2022", "2021-11-01..2022-02-28"},
      {"entre 2019 et 2021", "2019-01-01..2021-12-31"},
      {"entre le 3 et le 7 mai 2022", "2022-05-03..2022-05-07"},
      {"du 3 au 7 mai 2022", "2022-05-03..2022-05-07"},
      {"du 1er au 7 mai 2022", "2022-05-01..2022-05-07"},
      {"du 28 avril au 3 mai 2022", "2022-04-28..2022-05-03"},
      {"du 28 décembre 2021 au 3 janvier 2022", "2021-12-28..2022-01-03"},
      {"de mars à mai 2021", "2021-03-01..2021-05-31"},
      {"d'avril à mai 2021", "2021-04-01..2021-05-31"},
      {"d’avril à mai 2021", "2021-04-01..2021-05-31"},
      {"de 2019 à 2021", "2019-01-01..2021-12-31"},
      {"depuis 2020", "2020-01-01.."},
      {"depuis septembre 2023", "2023-09-01.."},
      {"depuis le 3 mai 2022", "2022-05-03.."},
      {"depuis 2 semaines", "2023-11-08.."},
      {"depuis deux semaines", "2023-11-08.."},
      {"depuis un mois", "2023-10-22.."},
      {"depuis un an", "2022-11-22.."},
      {"depuis hier", "2023-11-21.."},
      {"depuis la semaine dernière", "2023-11-13.."},
      {"depuis l'été 2022", "2022-06-21.."},
      {"à partir de mars 2021", "2021-03-01.."},
      {"à partir du 3 mai 2022", "2022-05-03.."},
      {"avant 2020", "..2019-12-31"},
      {"avant le 3 mai 2022", "..2022-05-02"},
      {"après 2020", "2021-01-01.."},
      {"après le 3 mai 2022", "2022-05-04.."},
      {"jusqu'en 2020", "..2020-12-31"},
      {"jusqu’au 3 mai 2022", "..2022-05-03"},
      {"été 2022", "2022-06-21..2022-09-22"},
      {"l'été 2022", "2022-06-21..2022-09-22"},
      {"à l'automne 2022", "2022-09-23..2022-12-20"},
      {"printemps 2022", "2022-03-20..2022-06-20"},
      {"hiver 2022", "2022-12-21..2023-03-19"},
      {"hiver 2022-2023", "2022-12-21..2023-03-19"},
      {"l'été dernier", "2023-06-21..2023-09-22"},
      {"hier", "2023-11-21"},
      {"avant-hier", "2023-11-20"},
      {"aujourd'hui", "2023-11-22"},
      {"aujourd’hui", "2023-11-22"},
      {"la semaine dernière", "2023-11-13..2023-11-19"},
      {"de la semaine passée", "2023-11-13..2023-11-19"},
      {"cette semaine", "2023-11-20..2023-11-26"},
      {"le mois dernier", "2023-10"},
      {"ce mois-ci", "2023-11"},
      {"l'année dernière", "2022"},
      {"l'an passé", "2022"},
      {"cette année", "2023"},
      {"le week-end dernier", "2023-11-18..2023-11-19"},
      {"ce week-end", "2023-11-25..2023-11-26"},
      {"lundi dernier", "2023-11-20"},
      {"mercredi dernier", "2023-11-15"},
      {"en septembre dernier", "2023-09"},
      {"décembre dernier", "2022-12"},
      {"ces 7 derniers jours", "2023-11-15..2023-11-22"},
      {"les deux dernières semaines", "2023-11-08..2023-11-22"},
      {"au cours des 3 derniers mois", "2023-08-22..2023-11-22"},
      {"il y a 3 jours", "2023-11-19"},
      {"les années 1990", "1990-01-01..1999-12-31"},
      {"années 90", "1990-01-01..1999-12-31"},
      {"premier trimestre 2023", "2023-01-01..2023-03-31"},
      {"le second semestre 2022", "2022-07-01..2022-12-31"},
      {"début septembre 2023", "2023-09-01..2023-09-10"},
      {"mi-mai 2021", "2021-05-11..2021-05-20"},
      {"fin février 2024", "2024-02-21..2024-02-29"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(reader.tree("karabakh " + c.text) == "(and karabakh (date " + c.days + "))");
    CHECK(reader.tree(c.text + " karabakh") == "(and karabakh (date " + c.days + "))");
    CHECK(reader.tree(c.text + ", karabakh") == "(and karabakh (date " + c.days + "))");
    CHECK(reader.tree(c.text) == "(date " + c.days + ")");
  }
}

TEST_CASE("dates: what stays words") {
  Reader reader;
  const std::vector<std::string> queries{
      "2023",
      "karabakh 2023",
      "septembre",
      "22 septembre",
      "11 septembre attentats",
      "karabakh \"septembre 2023\"",
      "\"hier\"",
      "karabakh septembre 2023 arménie",
      "karabakh ET hier",
      "hier ET karabakh",
      "karabakh OU hier",
      "titre:hier",
      "+hier karabakh",
      "=hier",
      "karabakh (septembre 2023)",
      "entre deux guerres",
      "depuis toujours",
      "30 février 2023",
      "31/04/2023",
      "en 49",
      "mai 68",
      "avant-garde",
      "été",
      "la dernière semaine",
      "du pain au lait 2021",
      "il y a 3 semaines",
      "années folles",
      "fin 2022",
  };
  for (const std::string& query : queries) {
    CAPTURE(query);
    CHECK_FALSE(reader.read(query).date);
  }
}

TEST_CASE("dates: the answer says which words became a filter, and the query without them") {
  Reader reader;
  const server::ResolvedQuery query = reader.read("  grève  à l'été 2022");
  REQUIRE(query.date);
  CHECK(query.date->from == to_day({2022, 6, 21}));
  CHECK(query.date->to == to_day({2022, 9, 22}));
  CHECK(query.date->text == "à l'été 2022");
  CHECK(query.date->position == 9);  // code points: è and à are one each
  CHECK(query.date->length == 12);
  CHECK(query.date->without == "  grève");
  CHECK(query.interpreted == "grève ET date:2022-06-21..2022-09-22");
  CHECK(reader.read("hier grève").date->without == "grève");
  CHECK(reader.read("hier").date->without.empty());
}

TEST_CASE("dates: only one end of the query is read, the end first") {
  Reader reader;
  CHECK(reader.tree("hier karabakh depuis 2020") == "(and hier karabakh (date 2020-01-01..))");
}

TEST_CASE("dates: in a sentence that was pasted they stay text, and the answer says so") {
  Reader reader;
  const auto eight =
      reader.read("les manifestations contre la réforme des retraites dures en mars 2023");
  REQUIRE(eight.date.has_value());
  CHECK(eight.warnings.empty());
  const std::string pasted =
      "Emmanuel Macron a repris des morceaux du discours de François Hollande en 2012";
  const auto sentence = reader.read(pasted);
  CHECK_FALSE(sentence.date.has_value());
  CHECK(sentence.interpreted.find("date:") == std::string::npos);
  CHECK(sentence.interpreted.find("2012") != std::string::npos);
  REQUIRE(sentence.warnings.size() == 1);
  CHECK(sentence.warnings[0].code == "date-as-words");
  CHECK(sentence.warnings[0].detail.find("date:2012") != std::string::npos);
  CHECK(reader.read_strictly(pasted).ok());  // nothing was mended
}

TEST_CASE("dates: dates=off leaves them words") {
  Reader reader;
  reader.defaults.dates_in_words = false;
  CHECK(reader.tree("karabakh septembre 2023") == "(and karabakh septembre 2023)");
  CHECK_FALSE(reader.read("hier").date);
  CHECK(reader.tree("karabakh date:2023-09") == "(and karabakh (date 2023-09))");
}

TEST_CASE("dates: op=or and alternatives stand within the date") {
  Reader reader;
  CHECK(reader.tree("paix OU guerre septembre 2023") == "(and (or paix guerre) (date 2023-09))");
  CHECK(reader.tree("paix -guerre en 2021") == "(not (and paix (date 2021)) guerre)");
  CHECK(reader.tree("le la septembre 2023") == "(and le la (date 2023-09))");
}
