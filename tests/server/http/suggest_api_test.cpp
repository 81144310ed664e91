// Suggestions, similar articles and places of the API, over sockets.
#include <doctest/doctest.h>

#include <string>

#include "common/http/url.h"
#include "common/places/gazetteer.h"
#include "tests/server/http/running_server.h"

namespace gazette::server {
namespace {

using nlohmann::json;
using testing::newsroom;
using testing::RunningServer;

std::vector<Article> with_places() {
  std::vector<Article> articles = newsroom();
  for (Article& article : articles) {
    article.places = {Gazetteer::instance().best("Bakou").value()};
  }
  articles.front().places.push_back(Gazetteer::instance().best("Lyon").value());
  return articles;
}

}  // namespace

TEST_CASE("api: suggestions in the API's shape and in that of browsers") {
  const RunningServer server(with_places());
  const json answer = server.json("/v1/suggest?q=bak&types=place");
  CHECK(answer.at("query") == "bak");
  CHECK(answer.at("suggestions").dump() ==
        R"([{"count":12,"id":"gn:587084","ranges":[[0,3]],"text":"Bakou","type":"place",)"
        R"("within":"Azerbaïdjan"}])");
  const json article = server.json("/v1/suggest?q=port&types=article&limit=1").at("suggestions")[0];
  CHECK(article.at("type") == "article");
  for (const char* key : {"text", "id", "url", "published", "ranges"}) CHECK(article.contains(key));
  const auto array = server.get("/v1/suggest?q=bak&format=opensearch&types=place");
  CHECK(array->get_header_value("Content-Type") == "application/x-suggestions+json");
  CHECK(array->body ==
        R"(["bak",["Bakou"],["Azerbaïdjan · 12 articles"],["/search?place=gn%3A587084"]])");
  CHECK(server.get("/v1/suggest?q=bak", {{"Accept", "application/x-suggestions+json"}})
            ->get_header_value("Content-Type") == "application/x-suggestions+json");
}

TEST_CASE("api: whatever is typed is answered, what is malformed is a 400") {
  const RunningServer server(with_places());
  CHECK(server.json("/v1/suggest?q=").at("suggestions").empty());
  for (const char* q : {"%22", "%F0%9F%98%80", "((((", "l%27", "lieu%3Abak", "%00", "%0A", "-"}) {
    CAPTURE(q);
    CHECK(server.get("/v1/suggest?q=" + std::string(q))->status == 200);
  }
  CHECK(server.get("/v1/suggest")->status == 400);
  CHECK(server.get("/v1/suggest?q=%E9")->status == 400);
  CHECK(server.get("/v1/suggest?q=a&limit=51")->status == 400);
  CHECK(server.get("/v1/suggest?q=a&types=word")->status == 400);
  CHECK(server.get("/v1/suggest?q=a&place=Paris")->status == 400);
  CHECK(server.get("/v1/suggest?q=" + std::string(1'000'000, 'a'))->status == 414);
}

TEST_CASE("api: similar articles of one article, under the filters of a search") {
  const RunningServer server(newsroom());
  const json hits = server.json("/v1/search?limit=1").at("hits");
  const std::string id = http::percent_encoded(hits[0].at("id").get<std::string>());
  const json answer = server.json("/v1/articles/" + id + "/similar?limit=3&fields=id,score");
  CHECK(answer.size() == 1);
  CHECK(answer.at("hits").size() <= 3);
  for (const json& hit : answer.at("hits")) {
    CHECK(hit.at("id") != hits[0].at("id"));
    CHECK(hit.contains("score"));
  }
  CHECK(server.json("/v1/articles/" + id + "/similar?section=Absente").at("hits").empty());
  CHECK(server.get("/v1/articles/absent/similar")->status == 404);
  CHECK(server.get("/v1/articles/" + id + "/similar?limit=x")->status == 400);
  CHECK(server.get("/v1/articles/" + id + "%2Fsimilar")->status == 404);
}

TEST_CASE("api: the facet of places by level, inside a place, and by default") {
  const RunningServer server(with_places());
  const auto labels = [&](const std::string& parameters) {
    const json answer = server.json("/v1/facets/place?limit=20" + parameters);
    const json facet = server.json("/v1/search?limit=0&facets=place&facet_limit=20" + parameters)
                           .at("facets")
                           .at("place");
    CHECK(answer.at("values") == facet.at("values"));
    CHECK(answer.at("total_values") == facet.at("total_values"));
    std::string found;
    for (const json& value : answer.at("values")) {
      found += value.at("label").get<std::string>() + " " +
               std::to_string(value.at("count").get<int>()) + "|";
    }
    return found;
  };
  CHECK(labels("") == "Azerbaïdjan 12|Bakou 12|France 1|Lyon 1|");
  CHECK(labels("&place_level=country") == "Azerbaïdjan 12|France 1|");
  CHECK(labels("&place_level=continent") == "Asie 12|Europe 1|");
  CHECK(labels("&place_parent=azerbaidjan") == "Bakou 12|");
  CHECK(labels("&place_parent=Europe&place_level=city") == "Lyon 1|");
  const json bakou = server.json("/v1/facets/place?place_level=city").at("values")[0];
  CHECK(bakou.at("parent") == "country:AZ");
  CHECK(bakou.at("within") == "Azerbaïdjan");
  CHECK(bakou.at("type") == "city");
  CHECK(bakou.at("lat").is_number());
  CHECK(server.get("/v1/facets/place?place_level=village")->status == 400);
  const auto unknown = server.get("/v1/facets/place?place_parent=Saint-Denis");
  CHECK(unknown->status == 400);
  CHECK(json::parse(unknown->body).at("errors")[0].at("candidates").size() >= 2);
}

TEST_CASE("api: lieu: says how it was understood") {
  const RunningServer server(with_places());
  const json query = server.json("/v1/search?limit=0&q=lieu:bakou").at("query");
  CHECK(query.at("places").dump() ==
        R"([{"id":"gn:587084","name":"Bakou","text":"bakou","within":"Azerbaïdjan"}])");
  const json unknown = server.json("/v1/search?limit=0&q=lieu:xyzzyville");
  CHECK(unknown.at("total") == 0);
  CHECK(unknown.at("query").at("warnings")[0].at("code") == "unknown-place");
  CHECK_FALSE(unknown.at("query").contains("places"));
}

}  // namespace gazette::server
