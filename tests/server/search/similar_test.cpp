// More like this, on a real archive.
#include "server/search/similar.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "server/search/archive.h"
#include "server/search/shingles.h"
#include "tests/server/search/random_articles.h"
#include "tests/server/search/test_archive.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

const char* const kQuake =
    "Un séisme a secoué la région de Valmorte dans la nuit de mardi à mercredi. Les secours "
    "cherchent des survivants sous les décombres de l'hôpital, a dit le préfet Karim Belloc.";

Article written(const std::string& id, const std::string& title, const std::string& body,
                const std::string& section = "Monde") {
  Article article;
  article.id = id;
  article.title = title;
  article.body = body;
  article.section = section;
  article.published = parse_news_time("2023-09-22", TimeZone::paris()).value();
  return article;
}

std::vector<Article> newsroom() {
  return {
      written("quake", "Séisme à Valmorte : les secours à l'œuvre", kQuake),
      written("reprint", "Séisme à Valmorte : des survivants cherchés",
              std::string(kQuake) + " Le préfet s'exprimera à midi."),
      written("after", "Valmorte, une semaine après le séisme",
              "Karim Belloc promet de reconstruire l'hôpital ; les survivants attendent."),
      written("sport", "Valmorte gagne le derby",
              "Le club de Valmorte l'a emporté en prolongation devant dix mille personnes.",
              "Sport"),
      written("budget", "Le budget de la commune voté", "Les élus ont voté le budget hier soir."),
      written("market", "Marché de Noël : les forains inquiets",
              "Les forains attendent le préfet."),
      written("rain", "Pluie sur la côte", "Il pleuvra mardi et mercredi sur toute la côte."),
      written("film", "Un film sur la nuit", "La nuit, un film de genre, sort mercredi."),
  };
}

std::vector<std::string> ids(const SimilarAnswer& answer) {
  std::vector<std::string> found;
  for (const Hit& hit : answer.hits) found.push_back(hit.article.id);
  return found;
}

TEST_CASE(
    "similar: what shares rare words and names comes first, copies at the end, itself never") {
  TempFolder folder;
  write_archive(folder.path(), newsroom());
  Archive archive(folder.path().string(), {});
  const auto answer = archive.similar("quake", {});
  REQUIRE(answer.ok());
  REQUIRE(answer->has_value());
  const std::vector<std::string> found = ids(**answer);
  REQUIRE(found.size() >= 3);
  CHECK(found.front() == "after");
  CHECK(found.back() == "reprint");
  for (const Hit& hit : (*answer)->hits) {
    CHECK(hit.near_copy == (hit.article.id == "reprint"));
    CHECK(hit.article.id != "quake");
    CHECK(hit.score > 0);
  }
}

TEST_CASE("similar: only articles of the selection, at most the limit") {
  TempFolder folder;
  write_archive(folder.path(), newsroom());
  Archive archive(folder.path().string(), {});
  SimilarRequest sport;
  sport.selection.filters = {{FacetField::kSection, {"Sport"}, {}}};
  CHECK(ids(**archive.similar("quake", sport)) == std::vector<std::string>{"sport"});
  CHECK((*archive.similar("quake", {.selection = {}, .limit = 1}))->hits.size() == 1);
  CHECK((*archive.similar("quake", {.selection = {}, .limit = 0}))->hits.empty());
  CHECK_FALSE(archive.similar("none", {})->has_value());
}

TEST_CASE("similar: for any article of any archive, distinct others of the selection") {
  TempFolder folder;
  Random random(97);
  const std::vector<Article> articles = random_articles(random, 100);
  write_archive(folder.path(), articles);
  Archive archive(folder.path().string(), {});
  for (const Article& article : articles) {
    const auto answer = archive.similar(article.id, {});
    REQUIRE(answer.ok());
    std::vector<std::string> found = ids(**answer);
    CHECK(found.size() <= 10);
    float last = 1e9F;
    for (const Hit& hit : (*answer)->hits) {
      if (hit.near_copy) continue;
      CHECK(hit.score <= last);
      last = static_cast<float>(hit.score);
    }
    found.push_back(article.id);
    std::sort(found.begin(), found.end());
    CHECK(std::adjacent_find(found.begin(), found.end()) == found.end());
  }
}

TEST_CASE("shingles: a copy shares its runs of words, another text does not") {
  Analyzer analyzer;
  const Shingles quake = shingles_of(kQuake, analyzer);
  CHECK(shared_part(quake, quake) == 1);
  CHECK(shared_part(quake, shingles_of(std::string(kQuake) + " Rien de plus.", analyzer)) == 1);
  CHECK(shared_part(quake, shingles_of("Tout autre chose se passe dans la nuit.", analyzer)) < 0.1);
  CHECK(shared_part(quake, shingles_of("trop peu", analyzer)) == 0);
  CHECK(shared_part({}, {}) == 0);
}

}  // namespace
}  // namespace gazette::server
