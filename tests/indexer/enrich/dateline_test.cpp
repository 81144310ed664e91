// Datelines: forms, what is none, where the body begins.
#include "indexer/enrich/dateline.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace gazette::indexer {
namespace {

std::string ids(const ParsedDateline& dateline) {
  std::string out;
  for (const DatelinePlace& place : dateline.places) {
    if (!out.empty()) out += ";";
    out += place.row ? std::string(Gazetteer::instance().row(*place.row).id) : place.text + "?";
  }
  return out;
}

TEST_CASE("dateline: a place with its agency, publisher, day or correspondent is read") {
  struct Case {
    std::string text, places, agency, day, body;
  };
  const Case cases[] = {
      {"Lyon / La Feuille du Rhône", "insee:69123", "La Feuille du Rhône", "", ""},
      {"Dakar / Le Matinal", "gn:2253354", "Le Matinal", "", ""},
      {"Rennes | Ouest-Infos", "insee:35238", "Ouest-Infos", "", ""},
      {"Paris / L'Union", "insee:75056", "L'Union", "", ""},  // L'Union is a town too
      {"LOMÉ, 7 mai (AFP) - Le marché rouvre", "gn:2365267", "AFP", "05-07", "Le marché rouvre"},
      {"Lomé, 7 mai 2021 (AFP) — Le marché rouvre", "gn:2365267", "AFP", "2021-05-07",
       "Le marché rouvre"},
      {"LOMÉ, mardi 7 mai 2019 (AFP)- Le marché", "gn:2365267", "AFP", "2019-05-07", "Le marché"},
      {"Lomé, le 1er juin (Xinhua) -- Le marché", "gn:2365267", "Xinhua", "06-01", "Le marché"},
      {"Lomé (AFP): Le marché", "gn:2365267", "AFP", "", "Le marché"},
      {"Lomé (AFP) Le marché", "gn:2365267", "AFP", "", "Le marché"},
      {"LOMÉ (ATOP).- Le marché", "gn:2365267", "ATOP", "", "Le marché"},
      {"Dakar, 12 déc (APS)-Le président", "gn:2253354", "APS", "12-12", "Le président"},
      {"MOSCOU, 7 mars /TASS/. Le ministère", "gn:524901", "TASS", "03-07", "Le ministère"},
      {"New York (Nations Unies), 23 sept 2023 (AFP) - L'assemblée", "gn:5128581", "AFP",
       "2023-09-23", "L'assemblée"},
      {"Paris, France | AFP | vendredi 22/09/2023", "insee:75056", "AFP", "2023-09-22", ""},
      {"Libreville, le 3 mars (Gabonactu.com) – Le port", "gn:2399697", "Gabonactu.com", "03-03",
       "Le port"},
      {"FRANCFORT (dpa-AFX) - La banque", "gn:2925533", "dpa-AFX", "", "La banque"},
      {"MONTRÉAL | La neige a bloqué les rues toute la nuit.", "gn:6077243", "", "",
       "La neige a bloqué les rues toute la nuit."},
      {"Reuters - PARIS, 3 janvier", "insee:75056", "Reuters", "01-03", ""},
      {"SAINT-ETIENNE, 3 avr. 2021 (AFP) - Le stade", "insee:42218", "AFP", "2021-04-03",
       "Le stade"},
      {"LE\u00a0CAIRE, 3\u00a0janv.\u00a02021 (Xinhua) -- Les quais", "gn:360630", "Xinhua",
       "2021-01-03", "Les quais"},
      {"Tunis. De notre correspondant", "gn:2464470", "", "", ""},
      {"KINSHASA, 3 juin (ACP).- Le marché", "gn:2314302", "ACP", "06-03", "Le marché"},
      {"Tunis, 5 avril (TAP)-", "gn:2464470", "TAP", "04-05", ""},
      {"Alger - (APS)", "gn:2507480", "APS", "", ""},
      {"Rabat-MAP", "gn:2538475", "MAP", "", ""},
      {"AFP - Nairobi", "gn:184745", "AFP", "", ""},
      {"BERLIN/PARIS (Reuters) - Les ministres", "gn:2950159;insee:75056", "Reuters", "",
       "Les ministres"},
      {"Bamako et Niamey (AFP) - Les ministres", "gn:2460596;gn:2440485", "AFP", "",
       "Les ministres"},
      {"Goma (RDC), 5 janv. (AFP) - Les déplacés", "gn:216281", "AFP", "01-05", "Les déplacés"},
      {"Goma, RDC (AFP) - Les déplacés", "gn:216281", "AFP", "", "Les déplacés"},
      {"Saint-Pierre (La Réunion) - La rade", "insee:97416", "", "", "La rade"},
      {"Luxembourg (AFP) - La cour", "gn:2960316", "AFP", "", "La cour"},
      {"N'DJAMÉNA (AFP) - La pluie", "gn:2427123", "AFP", "", "La pluie"},
      {"LE CAIRE, 2 févr (AFP) - La pluie", "gn:360630", "AFP", "02-02", "La pluie"},
      {"HAUT-KARABAKH (AFP) - La route", "reg:karabakh", "AFP", "", "La route"},
      {"Orange (AFP) - Le théâtre", "insee:84087", "AFP", "", "Le théâtre"},
      {"Kpalimé-Ouest, 7 mai (AFP) - La récolte", "Kpalimé-Ouest?", "AFP", "05-07", "La récolte"},
      {"KIEV — La neige", "gn:703448", "", "", "La neige"},
      {"TOURS — La Loire monte", "insee:37261", "", "", "La Loire monte"},
      {"Nouméa - « La mine »", "insee:98818", "", "", "« La mine »"},
      {"Monaco – Un défilé", "gn:2993458", "", "", "Un défilé"},
      {"Ouagadougou", "gn:2357048", "", "", ""},
      {"Paris, le 22 septembre 2023", "insee:75056", "", "2023-09-22", ""},
      {"Québec, 4 juin – Le fleuve", "gn:6325494", "", "06-04", "Le fleuve"},
      {"De notre envoyé spécial à Bakou", "gn:587084", "", "", ""},
      {"De nos envoyés spéciaux à Bakou – Les rues", "gn:587084", "", "", "Les rues"},
      {"De notre correspondante à Rome, Léa Roche", "gn:3169070", "", "", ""},
      {"Hugo Petit, envoyé spécial à Erevan", "gn:616052", "", "", ""},
      {"Par Léa Roche, correspondante à Jérusalem", "gn:281184", "", "", ""},
      {"Correspondance à Tunis", "gn:2464470", "", "", ""},
      {"Berlin, de notre correspondant", "gn:2950159", "", "", ""},
      {"Berlin (correspondance) – La gare", "gn:2950159", "", "", "La gare"},
      {"(Bruxelles, correspondante)", "gn:2800866", "", "", ""},
      {"(Kiev, envoyée spéciale) – La gare", "gn:703448", "", "", "La gare"},
      {"(Lomé, AFP) La pluie", "gn:2365267", "AFP", "", "La pluie"},
      {"À Lyon, Léa Roche", "insee:69123", "", "", ""},
      {"A Fort-de-France, Jean-Marc Zobel", "insee:97209", "", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Result<ParsedDateline> found = parse_dateline(c.text);
    if (c.places.empty()) {
      CHECK_FALSE(found.ok());
      continue;
    }
    CHECK(found.ok());
    if (!found.ok()) continue;
    CHECK(ids(*found) == c.places);
    CHECK(found->agency == c.agency);
    CHECK((found->day ? to_string(*found->day) : "") == c.day);
    CHECK(c.text.substr(found->length) == c.body);
    CHECK(c.text.find(found->text) != std::string::npos);
    for (const DatelinePlace& place : found->places) {
      CHECK(c.text.substr(place.begin, place.end - place.begin) == place.text);
    }
  }
}

TEST_CASE("dateline: rubrics, persons, topics and prose are none") {
  struct Case {
    std::string text, code;
  };
  const Case cases[] = {
      {"", "no-place"},
      {"   ", "no-place"},
      {"Le marché de Lomé rouvre", "no-place"},
      {"Les rues de Lomé - La pluie", "no-place"},
      {"ENQUÊTE – Les comptes", "rubric"},
      {"EN IMAGES — Le carnaval", "rubric"},
      {"EXCLUSIF.", "rubric"},
      {"PORTRAIT. Une voisine", "rubric"},
      {"MÉDIAS - Une chaîne", "topic"},  // not Mediaș in Romania
      {"Lyon : les ponts rouvrent", "topic"},
      {"LYON: les ponts rouvrent", "topic"},
      {"Ukraine - La neige", "topic"},
      {"FRANCE – Le budget", "topic"},
      {"Lyon - Marseille : 2-1", "topic"},
      {"Paris - Nice, la course", "topic"},
      {"Lens - Le club", "topic"},
      {"Orange – Le groupe", "topic"},
      {"Lyon - les ponts", "topic"},
      {"France", "topic"},
      {"Orange", "topic"},
      {"Nancy, 24 ans, boulangère", "person"},
      {"Lomé, capitale du Togo, se réveille", "prose"},
      {"Lyon, le 7 mai 2021, s'est réveillée sous la neige", "prose"},
      {"À Lyon, la mairie a rouvert les ponts", "no-place"},
      {"À Paris, Léa Roche a déclaré", "no-place"},
      {"Paris-Match paraît", "prose"},
      {"Paris Saint-Germain", "prose"},
      {"France / Politique", "prose"},
      {"Paris / Culture", "prose"},
      {"(AFP) - Le marché", "rubric"},
      {"(Photo AFP)", "no-place"},
      {"(", "no-place"},
      {"Lyon (", "prose"},
      {"1 234", "no-place"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Result<ParsedDateline> found = parse_dateline(c.text);
    CHECK_FALSE(found.ok());
    if (found.ok()) continue;
    CHECK(found.error().code == c.code);
    CHECK_FALSE(found.error().message.empty());
  }
}

TEST_CASE("dateline: one that stands alone on the first line leaves the rest as the body") {
  const std::string text = "Lomé / Le Matinal\n\nLe marché rouvre.";
  const Result<ParsedDateline> found = parse_dateline(text);
  REQUIRE(found.ok());
  CHECK(text.substr(found->length) == "Le marché rouvre.");
  CHECK(found->text == "Lomé / Le Matinal");
  const Dateline dateline = to_article_dateline(*found);
  REQUIRE(dateline.place.has_value());
  CHECK(dateline.place->id == "gn:2365267");
  CHECK(dateline.text == "Lomé / Le Matinal");
}

TEST_CASE("dateline: a long paragraph is only read at its head") {
  const std::string body(5'000, 'x');
  const Result<ParsedDateline> found = parse_dateline("LOMÉ (AFP) - " + body);
  REQUIRE(found.ok());
  CHECK(found->agency == "AFP");
  CHECK_FALSE(parse_dateline("Lomé / " + body).ok());
}

TEST_CASE("dateline: any bytes are a dateline or a refusal") {
  const std::vector<std::string> parts = {"Paris",
                                          "LOMÉ",
                                          " / ",
                                          " - ",
                                          " — ",
                                          "--",
                                          "(",
                                          ")",
                                          "AFP",
                                          ", ",
                                          "22",
                                          " sept",
                                          "à ",
                                          "De notre envoyé spécial ",
                                          "correspondance",
                                          ".",
                                          ":",
                                          "\n",
                                          "\xff",
                                          "\xe2\x80",
                                          "Saint-Denis",
                                          "La Réunion",
                                          " et ",
                                          "l'",
                                          " ",
                                          "ans",
                                          "/"};
  std::mt19937 random(42);
  int read = 0;
  for (int i = 0; i < 30'000; ++i) {
    std::string text;
    for (auto n = random() % 10; n > 0; --n) {
      text += random() % 15 == 0 ? std::string(1, static_cast<char>(random() % 256))
                                 : parts[random() % parts.size()];
    }
    CAPTURE(text);
    const Result<ParsedDateline> found = parse_dateline(text);
    if (!found.ok()) continue;
    ++read;
    REQUIRE(found->length <= text.size());
    REQUIRE(found->length > 0);
    REQUIRE_FALSE(found->places.empty());
    for (const DatelinePlace& place : found->places) {
      REQUIRE(text.substr(place.begin, place.end - place.begin) == place.text);
    }
  }
  CHECK(read > 100);
}

}  // namespace
}  // namespace gazette::indexer
