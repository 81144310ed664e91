// The pages for people: safe whatever the articles hold, and every state a plain address.
#include <doctest/doctest.h>

#include "tests/server/http/running_server.h"

namespace gazette::server {
namespace {

using testing::newsroom;
using testing::RunningServer;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("pages: home, results and article are HTML under a strict policy") {
  const RunningServer server(newsroom());
  for (const char* target : {"/", "/search?q=port", "/articles/art%2F3?q=port", "/search?q=zzzz"}) {
    CAPTURE(target);
    const auto page = server.get(target);
    REQUIRE(page);
    CHECK(page->status == 200);
    CHECK(page->get_header_value("Content-Type") == "text/html; charset=utf-8");
    const std::string policy = page->get_header_value("Content-Security-Policy");
    CHECK(policy.starts_with("default-src 'none';"));
    CHECK_FALSE(has(policy, "unsafe"));
    CHECK(page->body.starts_with("<!doctype html>"));
    CHECK(has(page->body, "<html lang=\"fr\">"));
    CHECK_FALSE(has(page->body, "<script"));
    CHECK_FALSE(has(page->body, " style="));
    CHECK_FALSE(has(page->body, "O'Brien <b>"));
  }
  CHECK(has(server.get("/articles/art%2F3")->body, "&lt;script&gt;alert(1)&lt;/script&gt;"));
}

TEST_CASE("pages: what is typed comes back escaped, whatever it is") {
  const RunningServer server(newsroom());
  const auto page =
      server.get("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&section=%3Cimg%20src%3Dx%3E");
  CHECK(page->status == 200);
  CHECK_FALSE(has(page->body, "<script>"));
  CHECK_FALSE(has(page->body, "<img"));
  CHECK(has(page->body, "&lt;img src=x&gt;"));
}

TEST_CASE("pages: results show marks, facets as links with counts, filters that come off, paging") {
  std::vector<Article> articles = newsroom();
  for (int i = 12; i < 30; ++i) {
    articles.push_back(articles[static_cast<std::size_t>(i) % 12]);
    articles.back().id = "more/" + std::to_string(i);
  }
  const RunningServer server(articles);
  const std::string page = server.get("/search?q=port&section=Monde&utm_source=x")->body;
  CHECK(has(page, "20 résultats pour «\u00A0port\u00A0»"));
  CHECK(has(page, "<mark>port</mark>"));
  CHECK(has(page, "class=\"chip\" href=\"/search?q=port\""));
  CHECK(has(page, "/search?q=port&amp;section=Monde&amp;section=%C3%89conomie"));
  CHECK(has(page, "<span class=\"count\">"));
  CHECK_FALSE(has(page, "utm_source"));
  const std::string all = server.get("/search?q=port")->body;
  CHECK(has(all, "/search?q=port&amp;offset=20"));
  const std::string second = server.get("/search?q=port&offset=20")->body;
  CHECK(has(second, "21 à 30 sur 30"));
  CHECK(has(second, "rel=\"prev\" href=\"/search?q=port\""));
}

TEST_CASE("pages: a place asked for by name is one filter, shown by name") {
  std::vector<Article> articles = newsroom();
  articles[0].places = {Place{"gn:587084", "Bakou", "city", "AZ", {}, {}}};
  const RunningServer server(articles);
  const std::string page = server.get("/search?place=bakou")->body;
  CHECK(has(page, "1 résultat<"));
  CHECK(has(page, "Lieu : <b>Bakou</b>"));
  CHECK(has(page, "name=\"place\" value=\"gn:587084\""));
}

TEST_CASE("pages: a tag that begins with a dash is asked for, not excluded") {
  const RunningServer server(newsroom());
  const std::string page = server.get("/articles/art%2F3")->body;
  CHECK(has(page, "/search?tag=%5C-18"));
  CHECK(has(server.get("/search?tag=%5C-18")->body, "1 résultat<"));
}

TEST_CASE("pages: an address that is wrong leads to a page, for people alone") {
  const RunningServer server(newsroom());
  CHECK(server.get("/articles/none")->status == 404);
  CHECK(has(server.get("/articles/none")->body, "Page introuvable"));
  CHECK(has(server.get("/nothing", {{"Accept", "text/html,*/*;q=0.8"}})->body, "Page introuvable"));
  CHECK(has(server.get("/nothing")->body, "\"type\":\"/errors/not-found\""));
  const std::string noticed = server.get("/search?q=port&from=jamais&place=Saint-Denis")->body;
  CHECK(has(noticed, "Date illisible"));
  CHECK(has(noticed, "insee:93066"));
}

}  // namespace gazette::server
