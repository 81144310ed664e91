// Pages as text: the article found among what surrounds it. The pages here were written for these
// tests.
#include "indexer/readers/page_reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/indexer/readers/collector.h"
#include "tests/shared_data.h"

namespace gazette::indexer {
namespace {

using testing::Collected;
using testing::read_with;

constexpr const char* kFirst =
    "La mairie de Villebrune a rouvert lundi le pont de bois que la crue avait emporté en février.";
constexpr const char* kSecond =
    "\"On ne fera plus le tour par la route\", s'est réjouie une habitante du hameau voisin.";
constexpr const char* kThird =
    "Les travaux ont duré quatre mois et coûté 310 000 euros, dont la moitié a été payée par la "
    "région.";

std::string paragraphs() {
  return std::string(kFirst) + "\n\n" + kSecond + "\n\n" + kThird + "\n\n";
}

std::string body() { return std::string(kFirst) + "\n\n" + kSecond + "\n\n" + kThird; }

Record only_record(const std::string& page) {
  const Collected out = read_with(PageReader(), page);
  CAPTURE(page);
  REQUIRE(out.rejects.empty());
  REQUIRE(out.records.size() == 1);
  return out.records.front();
}

std::string reason_for(const Record& record, std::string_view text) {
  for (const DroppedLine& line : record.dropped) {
    if (line.text == text) return line.reason;
  }
  return {};
}

TEST_CASE("page: site, title printed three times, date with offset, dateline, boilerplate") {
  const std::string page =
      "Lagazette\n\nVILLEBRUNE RETROUVE SON PONT DE BOIS\n\n"
      "5 Juin 2023 09:07 (UTC+01:00)\nVILLEBRUNE RETROUVE SON PONT DE BOIS\n"
      "VILLEBRUNE RETROUVE SON PONT DE BOIS\n\nLimoges / La Gazette\n\n" +
      paragraphs() + "Loading...\nL'info de A à Z Voir Plus\n";
  const Record record = only_record(page);
  const Article& article = record.article;
  CHECK(article.title == "VILLEBRUNE RETROUVE SON PONT DE BOIS");
  CHECK(article.published->to_string() == "2023-06-05T09:07:00+01:00");
  CHECK(article.source == "La Gazette");
  REQUIRE(article.dateline.has_value());
  CHECK(article.dateline->text == "Limoges / La Gazette");
  REQUIRE(article.dateline->place.has_value());
  CHECK(article.dateline->place->name == "Limoges");
  CHECK(article.body == body());
  CHECK(record.dropped.size() == 7);
  CHECK(reason_for(record, "Lagazette") == "nom du site au-dessus du titre");
  CHECK(reason_for(record, "5 Juin 2023 09:07 (UTC+01:00)") == "ligne de date");
  CHECK(reason_for(record, article.title) == "titre répété");
  CHECK(reason_for(record, "Loading...") == "texte d'attente d'un script");
  CHECK(record.dropped.front().line == 1);
}

TEST_CASE("page: menus, other articles and their dates around the text") {
  const std::string page =
      "Le pont de bois de Villebrune rouvre : actualités, région\n\nA la "
      "une\nFrance\nMonde\nSport\n"
      "Un autre titre d'un autre article\n03 juin 2023\nEncore un titre qui n'est pas le nôtre\n"
      "02 juin 2023\nLe pont de bois de Villebrune rouvre\nRéagir\n"
      "Le pont, vu de la rive gauche, le 4 juin 2023.\n© Camille Roussel / AGP\nA lire aussi\n"
      "Région\nLa Gartempe sous surveillance après les pluies\n"
      "AGP, publié le lundi 05 juin 2023 à 09h07\n" +
      paragraphs() +
      "Réagir\nPublicité\nFil info\n09:12FranceUn titre du fil\n09:01SportUn score du fil\n";
  const Record record = only_record(page);
  CHECK(record.article.title == "Le pont de bois de Villebrune rouvre");
  CHECK(record.article.published->to_string() == "2023-06-05T09:07:00+02:00");
  CHECK(record.article.authors == std::vector<std::string>{"AGP"});
  CHECK(record.article.body == body());
}

TEST_CASE("page: two dates, a byline, a section, a notice about cookies") {
  const std::string page =
      "La Gazette | Région\n\nLe pont de bois de Villebrune rouvre\n\nPublié le 5 juin 2023 à "
      "9h07\n"
      "Mis à jour le 5 juin 2023 à 11h30\n\nLe pont de bois de Villebrune rouvre\n\n"
      "Par Camille Roussel\n\n" +
      paragraphs() +
      "À lire aussi : La Gartempe sous surveillance\nPartager sur Facebook | X | Courriel\n"
      "Ce site utilise des cookies. Accepter | Refuser\n";
  const Article article = only_record(page).article;
  CHECK(article.published->to_string() == "2023-06-05T09:07:00+02:00");
  REQUIRE(article.modified.has_value());
  CHECK(article.modified->to_string() == "2023-06-05T11:30:00+02:00");
  CHECK(article.authors == std::vector<std::string>{"Camille Roussel"});
  CHECK(article.source == "La Gazette");
  CHECK(article.section == "Région");
  CHECK(article.body == body());
}

TEST_CASE("page: a dateline at the head of the first paragraph stays in the text") {
  const Article article =
      only_record("Un pont rouvre en Limousin\n\n5 juin 2023\n\nLIMOGES, 5 juin (AFP) - " +
                  paragraphs())
          .article;
  REQUIRE(article.dateline.has_value());
  CHECK(article.dateline->text == "LIMOGES, 5 juin (AFP)");
  CHECK(article.body == "LIMOGES, 5 juin (AFP) - " + body());
  CHECK(article.published->to_string() == "2023-06-05");
}

TEST_CASE("page: intertitles and short sentences between paragraphs are kept, menus are not") {
  const std::string text =
      std::string(kFirst) + "\n\n- Quatre mois -\n\nIl était temps.\n\n" + kThird;
  CHECK(only_record("Villebrune retrouve son pont de bois\n\n" + text + "\n").article.body == text);
}

TEST_CASE("page: links to other articles amid the text are left out") {
  const Article article =
      only_record("Villebrune retrouve son pont de bois\n\n" + std::string(kFirst) +
                  "\n\nLire aussi\nUn autre article du jour\n\n" + kThird + "\n")
          .article;
  CHECK(article.body == std::string(kFirst) + "\n\n" + kThird);
}

TEST_CASE("page: a title that is a question, an article without a date") {
  const Record record =
      only_record("Le pont de Villebrune tiendra-t-il jusqu'à l'hiver ?\n\n" + paragraphs());
  CHECK(record.article.title == "Le pont de Villebrune tiendra-t-il jusqu'à l'hiver ?");
  CHECK_FALSE(record.article.published.has_value());
  CHECK(record.article.body == body());
}

TEST_CASE("page: a date without a year is not guessed, and said") {
  const Record record =
      only_record("Un pont rouvre en Limousin\n\npublié le 5 juin\n\n" + paragraphs());
  CHECK_FALSE(record.article.published.has_value());
  REQUIRE(record.warnings.size() == 1);
  CHECK(record.warnings[0].field == "published");
  CHECK(record.article.body == body());
}

TEST_CASE("page: paragraphs wrapped to a column become whole again") {
  const std::string page =
      "Un pont rouvre en Limousin\n\n"
      "La mairie de Villebrune a rouvert lundi matin le pont de bois que la crue\n"
      "avait emporté en février, et que les habitants réclamaient depuis lors à\n"
      "chaque conseil municipal, avec une constance que le maire a saluée hier.\n\n"
      "Les travaux ont duré quatre mois et coûté plus de trois cent mille euros,\n"
      "dont la moitié a été payée par la région et le reste par la commune.\n";
  const std::string text = only_record(page).article.body;
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
  CHECK(text.find("que la crue avait emporté") != std::string::npos);
}

TEST_CASE("page: Windows-1252 is read where the bytes are not UTF-8") {
  const Article article =
      only_record(
          "Un pont rouvre \xE0 Limoges\n\nLe pont a \xE9t\xE9 rouvert lundi apr\xE8s "
          "quatre mois de travaux \x96 enfin.\n")
          .article;
  CHECK(article.title == "Un pont rouvre à Limoges");
  CHECK(article.body == "Le pont a été rouvert lundi après quatre mois de travaux – enfin.");
}

TEST_CASE("page: a title alone is an article, menus alone are none") {
  CHECK(only_record("Séisme au Maroc\n").article.title == "Séisme au Maroc");
  const Collected none = read_with(PageReader(), "Accueil\nPartager\nPublicité\n");
  CHECK(none.records.empty());
  CHECK(none.rejects.size() == 1);
}

TEST_CASE("page: the seed article is as it was published") {
  const auto page = testing::shared_file("seed/lagazette-2023-09-22.txt");
  const auto golden = testing::shared_file("seed/seed-golden.json");
  if (page.empty() || golden.empty()) return;
  std::ifstream file(golden);
  const nlohmann::json want = nlohmann::json::parse(file);
  std::ifstream bytes(page, std::ios::binary);
  const Record record = only_record({std::istreambuf_iterator<char>(bytes), {}});
  const Article& article = record.article;
  CHECK(article.title == want["title"]);
  CHECK(article.source == want["publisher"]["name"]);
  CHECK(article.published->to_string() == want["date"]["iso"]);
  CHECK(article.dateline->text == want["dateline"]["raw"]);
  CHECK(article.dateline->place->id == want["dateline"]["place_id"]);
  std::string text;
  for (const auto& paragraph : want["body_paragraphs"]) {
    text += (text.empty() ? "" : "\n\n") + paragraph.get<std::string>();
  }
  CHECK(article.body == text);
  REQUIRE(record.dropped.size() == want["dropped"].size());
  for (std::size_t i = 0; i < record.dropped.size(); ++i) {
    CHECK(record.dropped[i].line == want["dropped"][i]["line"]);
    CHECK(record.dropped[i].text == want["dropped"][i]["text"]);
    CHECK_FALSE(record.dropped[i].reason.empty());
  }
}

}  // namespace
}  // namespace gazette::indexer
