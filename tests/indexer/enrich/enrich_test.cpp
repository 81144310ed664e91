// The stage as the pipeline runs it: what an article gains from its own text, and that it gains it
// once.
#include "indexer/enrich/enrich.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/common/index/random_article.h"

namespace gazette::indexer {
namespace {

Article article_of(std::string title, std::string body) {
  Article article;
  article.id = "a";
  article.title = std::move(title);
  article.body = std::move(body);
  return article;
}

Place place(std::string id, std::string name) {
  Place made;
  made.id = std::move(id);
  made.name = std::move(name);
  return made;
}

std::string names(const Article& article) {
  std::string out;
  for (const Place& found : article.places) out += (out.empty() ? "" : ", ") + found.name;
  return out;
}

constexpr const char* kText =
    "Les pompiers de Quimper ont combattu le feu toute la nuit.\n\nDes renforts sont venus de "
    "Brest et de Lorient.";

TEST_CASE("enrich: a dateline alone on its line leaves the body, and is where it was written") {
  Article article =
      article_of("Un feu de landes à Quimper", std::string("Brest / Le Phare\n\n") + kText);
  const Enrichment found = enrich(article);
  REQUIRE(article.dateline);
  CHECK(article.dateline->text == "Brest / Le Phare");
  REQUIRE(article.dateline->place);
  CHECK(article.dateline->place->id == "insee:29019");
  CHECK(article.body == kText);
  CHECK(found.dropped == std::vector<std::string>{"Brest / Le Phare"});
  CHECK(found.dateline->agency == "Le Phare");
  CHECK(names(article) == "Quimper, Brest, Lorient");
}

TEST_CASE("enrich: a dateline before running text stays in it and is no place it is about") {
  const std::string body = std::string("RENNES, 3 févr. (AFP) - ") + kText;
  Article article = article_of("Un feu de landes à Quimper", body);
  const Enrichment found = enrich(article);
  REQUIRE(article.dateline);
  CHECK(article.dateline->text == "RENNES, 3 févr. (AFP)");
  CHECK(article.dateline->place->name == "Rennes");
  CHECK(article.body == body);
  CHECK(found.dropped.empty());
  REQUIRE(found.mentions.body.size() == 4);
  CHECK(found.mentions.body[0].rule == kDatelineRule);
  CHECK(names(article) == "Quimper, Brest, Lorient");
}

TEST_CASE("enrich: what the source states stands and comes first") {
  Article article = article_of("Un feu à Quimper", std::string("Brest / Le Phare\n\n") + kText);
  article.dateline = Dateline{.text = "Rennes", .place = place("insee:35238", "Rennes")};
  article.places = {place("name:le-bourg", "Le Bourg"), place("insee:56121", "An Oriant")};
  enrich(article);
  CHECK(article.dateline->text == "Rennes");
  CHECK(article.body.starts_with("Brest / Le Phare"));
  CHECK(names(article) == "Le Bourg, An Oriant, Quimper, Brest");
}

TEST_CASE("enrich: a stated dateline that the body repeats leaves the body") {
  Article article = article_of("Un feu", std::string("Brest / Le Phare\n\n") + kText);
  article.dateline = Dateline{.text = "", .place = place("insee:29019", "Brest")};
  enrich(article);
  CHECK(article.dateline->text == "Brest / Le Phare");
  CHECK(article.body == kText);
}

TEST_CASE("enrich: a byline says where from, and is more than a dateline: it stays") {
  const std::string body = std::string("Jeanne Le Goff, envoyée spéciale à Rome\n\n") + kText;
  Article article = article_of("Un feu", body);
  enrich(article);
  REQUIRE(article.dateline);
  CHECK(article.dateline->place->name == "Rome");
  CHECK(article.body == body);
}

TEST_CASE("enrich: a subtitle counts unless the body repeats it") {
  Article article = article_of("Un feu de landes", "Les secours sont sur place.");
  article.subtitle = "Quimper sous la fumée";
  CHECK(enrich(article).mentions.subtitle.size() == 1);
  CHECK(names(article) == "Quimper");
  Article repeated = article_of("Un feu", kText);
  repeated.subtitle = "Les pompiers de Quimper ont combattu le feu toute la nuit.";
  const Enrichment found = enrich(repeated);
  CHECK(found.mentions.subtitle.empty());
  CHECK(found.about.front().mentions == 1);
}

TEST_CASE("enrich: a country that only its demonyms name is known by several") {
  Article few = article_of("L'armée belge", "Un soldat belge est rentré.");
  enrich(few);
  CHECK(names(few).empty());
  Article many = article_of("L'armée belge", "Un soldat belge, un Belge et des Belges.");
  enrich(many);
  CHECK(names(many) == "Belgique");
}

TEST_CASE("enrich: enriching again changes nothing") {
  const std::vector<std::string> parts = {"Paris / La Gazette\n\n",
                                          "Paris\n\n",
                                          "BAKOU (AFP) - ",
                                          "Lyon.\n\n",
                                          "De notre correspondant à Tunis\n\n",
                                          "Un feu à Brest. ",
                                          "\n\n",
                                          "Les Belges. ",
                                          "KIEV — "};
  testing::RandomArticles articles(11);
  std::mt19937 random(12);
  for (int i = 0; i < 2'000; ++i) {
    Article article = articles.article();
    std::string head;
    for (auto n = random() % 5; n > 0; --n) head += parts[random() % parts.size()];
    article.body = head + article.body;
    enrich(article);
    const Article once = article;
    enrich(article);
    CAPTURE(once.body);
    REQUIRE(article == once);
  }
}

}  // namespace
}  // namespace gazette::indexer
