// Tables: delimiters, quotes, headers in two languages, rows that do not fit.
#include "indexer/readers/csv_reader.h"

#include <doctest/doctest.h>

#include "indexer/readers/detect.h"
#include "tests/indexer/readers/collector.h"

namespace gazette::indexer {
namespace {

using testing::Collected;
using testing::read_with;

Collected table(const std::string& text) { return read_with(CsvReader(), text); }

std::string format_of(const std::string& text) {
  InputStream input(from_memory(text), "essai");
  return detect_format(input).value();
}

TEST_CASE("csv: cells as RFC 4180 and spreadsheets write them") {
  const Collected out = table(
      "titre,texte,date\r\n"
      "\"Un, deux\",\"Il dit : \"\"oui\"\".\r\n\r\nFin.\",22/09/2023 18:58\r\n"
      "Sans guillemets,Il a \"osé\" dire,22/09/2023\r\n"
      "\r\n"
      ",,\r\n"
      "Fin sans saut,\"x\" y,2023-09-22");
  CHECK(out.rejects.empty());
  REQUIRE(out.records.size() == 3);
  CHECK(out.records[0].article.title == "Un, deux");
  CHECK(out.records[0].article.body == "Il dit : \"oui\".\n\nFin.");
  CHECK(out.records[0].article.published->to_string() == "2023-09-22T18:58:00+02:00");
  CHECK(out.records[0].line == 2);
  CHECK(out.records[1].article.body == "Il a \"osé\" dire");
  CHECK(out.records[1].article.published->to_string() == "2023-09-22");
  CHECK(out.records[1].line == 5);
  CHECK(out.records[2].article.body == "x y");
}

TEST_CASE("csv: headers in French and English, whatever their case and signs") {
  struct Case {
    const char *header, *cell, *field;
  };
  const Case cases[] = {
      {"Sous-titre", "X", "subtitle"},
      {"CHAPÔ", "X", "subtitle"},
      {"Corps du texte", "X", "body"},
      {"Contenu", "X", "body"},
      {"Auteur(s)", "X", "authors"},
      {"byline", "X", "authors"},
      {"Nom du journal", "X", "source"},
      {"Rubrique", "X", "section"},
      {"Mots clés", "X", "tags"},
      {"Permalien", "https://x.fr/1", "url"},
      {"Langue", "fr", "language"},
      {"Lieux", "Paris", "places"},
      {"Date de parution", "22/09/2023", "published"},
      {"Dernière modification", "22/09/2023", ""},
      {"Droits", "X", "rights"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.header);
    const Collected out = table("titre;" + std::string(c.header) + "\nT;" + c.cell + "\n");
    REQUIRE(out.records.size() == 1);
    const std::string json = to_json(out.records[0].article);
    CHECK((json.find("\"" + std::string(c.field) + "\":") != std::string::npos) ==
          (*c.field != '\0'));
  }
}

TEST_CASE("csv: empty lines above the header, dates as people write them") {
  const Collected out = table(
      "\n\r\n"
      "titre;date;heure\nA;2025-11-04;7:15\nB;4 novembre "
      "2025;19h\nC;04.11.2025;19:05:00\nD;04/11/25;\n");
  REQUIRE(out.records.size() == 4);
  const char* const times[] = {"2025-11-04T07:15:00+01:00", "2025-11-04T19:00:00+01:00",
                               "2025-11-04T19:05:00+01:00", "2025-11-04"};
  for (std::size_t i = 0; i < 4; ++i) {
    CAPTURE(i);
    REQUIRE(out.records[i].article.published);
    CHECK(out.records[i].article.published->to_string() == times[i]);
  }
}

TEST_CASE("csv: date and hour in two columns, lists in one cell, coordinates") {
  const Collected out = table(
      "titre\tdate\theure\tauteur\tmots-clés\tlieu\tlatitude\tlongitude\n"
      "T\t03/04/2024\t7h05\tPar A. Roux et B. Noir\tvélo, eau\tSaint-Denis\t-20.88\t55.45\n");
  REQUIRE(out.records.size() == 1);
  const Article& article = out.records[0].article;
  CHECK(article.published->to_string() == "2024-04-03T07:05:00+02:00");
  CHECK(article.authors == std::vector<std::string>{"A. Roux", "B. Noir"});
  CHECK(article.tags == std::vector<std::string>{"vélo", "eau"});
  REQUIRE(article.places.size() == 1);
  CHECK(article.places[0].id == "insee:97411");
}

TEST_CASE("csv: told by its header row") {
  CHECK(format_of("titre,texte\nUn,Deux\n") == "csv");
  CHECK(format_of("id;titre;corps;x;y\n") == "csv");
  CHECK(format_of("sep=;\nTitre;Texte\nUn;Deux\n") == "csv");
  CHECK(format_of("title|body|date\n") == "csv");
  CHECK(format_of("\"Titre\"\t\"Texte\"\n") == "csv");
  CHECK(format_of("Hier, à Paris, le texte de loi a été voté.\n\nSuite.") == "text");
  CHECK(format_of("Le titre, le texte et la date, dit-il\n") == "text");
  CHECK(format_of("nom,prénom\nA,B\n") == "text");
  CHECK(table("sep=;\nTitre;Texte\nUn;Deux\n").records.size() == 1);
}

TEST_CASE("csv: what cannot be used is refused with its line, and the rest goes on") {
  const Collected unknown = table("nom,prénom\nA,B\n");
  REQUIRE(unknown.rejects.size() == 1);
  CHECK(unknown.rejects[0].reason.find("chapo") != std::string::npos);
  CHECK(unknown.records.empty());

  const Collected uneven = table("titre,texte\nUn,deux,trois\nQuatre\nCinq,six,,\n");
  REQUIRE(uneven.rejects.size() == 1);
  CHECK(uneven.rejects[0].line == 2);
  REQUIRE(uneven.records.size() == 2);
  REQUIRE(uneven.records[0].warnings.size() == 1);
  CHECK(uneven.records[0].article.title == "Quatre");
  CHECK(uneven.records[1].warnings.empty());

  const Collected open = table("titre,texte\nUn,deux\nTrois,\"quatre\ncinq,six\n");
  CHECK(open.records.size() == 1);
  REQUIRE(open.rejects.size() == 1);
  CHECK(open.rejects[0].line == 3);

  CHECK(table("").rejects.size() == 1);
  CHECK(table("titre,texte\n").rejects.empty());
}

TEST_CASE("csv: wide and long rows stay within bounds") {
  std::string wide = "titre,texte";
  for (int i = 0; i < 100000; ++i) wide += ",c" + std::to_string(i);
  CHECK(format_of(wide) == "csv");
  const Collected header = table(wide + "\nUn,deux\n");
  REQUIRE(header.rejects.size() == 1);
  CHECK(header.records.empty());

  const Collected row = table("titre,texte\nUn," + std::string(200000, ',') + "\nDeux,trois\n");
  CHECK(row.rejects.size() == 1);
  CHECK(row.records.size() == 1);

  const Collected cell =
      table("titre,texte\nUn,\"" + std::string((std::size_t{17} << 20), 'x') + "\"\nDeux,trois\n");
  CHECK(cell.rejects.size() == 1);
  REQUIRE(cell.records.size() == 1);
  CHECK(cell.records[0].article.title == "Deux");
}

TEST_CASE("csv: a table without a header that is known is refused, not read as a text") {
  std::string wide;
  for (int column = 0; column < 100'000; ++column) wide += "c" + std::to_string(column) + ";";
  for (const std::string& text : {std::string("réf;nom;prix;stock;tva\n1;Clou;2;30;20\n"), wide}) {
    CHECK(starts_like_csv(std::string_view(text).substr(0, 65536)));
    const Collected out = table(text);
    CHECK(out.records.empty());
    REQUIRE(out.rejects.size() == 1);
    CHECK_FALSE(out.rejects[0].reason.empty());
  }
  CHECK_FALSE(
      starts_like_csv("Menu ; mer ; port\nUn article ; avec ; des points-virgules ; ici ; là"));
}

TEST_CASE("csv: editors' columns") {
  const Collected out = table(
      "id;titre;statut;embargo;version\n"
      "1;T;publié;;2\n2;T;brouillon;;\n3;T;annulé;;4\n4;T;;01/06/2090 13:00;\n");
  REQUIRE(out.records.size() == 1);
  CHECK(out.records[0].article.version == 2);
  CHECK(out.passed_over.size() == 1);
  REQUIRE(out.embargoed.size() == 1);
  CHECK(out.embargoed[0].until == 3'799'998'000);
  REQUIRE(out.withdrawals.size() == 1);
  CHECK(out.withdrawals[0].id == "3");
  CHECK(out.withdrawals[0].version == 4);
}

}  // namespace
}  // namespace gazette::indexer
