// The pages for people: safe whatever the articles hold, and every state a plain address.
#include <doctest/doctest.h>

#include "server/http/gzip.h"
#include "tests/server/http/running_server.h"

namespace gazette::server {
namespace {

using testing::newsroom;
using testing::RunningServer;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// Articles whose every field would like to be markup.
std::vector<Article> hostile_articles() {
  std::vector<Article> articles = newsroom();
  Article& article = articles[3];
  const std::string attack = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";
  article.title = attack + " port \u202Egnp.exe\u202C";
  article.subtitle = attack;
  article.body = attack + "\n\n</p></article><svg onload=alert(3)> port";
  article.section = attack;
  article.source = attack;
  article.authors = {attack};
  article.tags = {attack, "-18"};
  article.rights = attack;
  article.language = "en\" onfocus=\"alert(4)";
  article.dateline = Dateline{attack, Place{"name:" + attack, attack, "", "", {}, {}}};
  article.places = {Place{"name:" + attack, attack, "", "", {}, {}}};
  article.url = "javascript:alert(5)";
  return articles;
}

}  // namespace

TEST_CASE("pages: every page is HTML under a strict policy") {
  const RunningServer server(newsroom());
  for (const char* target :
       {"/", "/search?q=port", "/articles/art%2F3?q=port", "/search?q=zzzz", "/facets/section",
        "/help", "/articles/art%2F1?q=port&section=Monde&rank=1"}) {
    CAPTURE(target);
    const auto page = server.get(target);
    REQUIRE(page);
    CHECK(page->status == 200);
    CHECK(page->get_header_value("Content-Type") == "text/html; charset=utf-8");
    const std::string policy = page->get_header_value("Content-Security-Policy");
    CHECK(policy.starts_with("default-src 'none';"));
    CHECK_FALSE(has(policy, "unsafe"));
    CHECK_FALSE(has(policy, "http"));
    CHECK(page->get_header_value("Referrer-Policy") == "same-origin");
    CHECK(page->get_header_value("Cross-Origin-Opener-Policy") == "same-origin");
    CHECK(page->get_header_value("X-Content-Type-Options") == "nosniff");
    CHECK_FALSE(page->has_header("Set-Cookie"));
    CHECK(page->body.starts_with("<!doctype html>"));
    CHECK(has(page->body, "<html lang=\"fr\">"));
    CHECK_FALSE(has(page->body, "<style"));
    CHECK_FALSE(has(page->body, " style="));
    CHECK_FALSE(has(page->body, "<script>"));
  }
}

TEST_CASE("pages: a page that did not change keeps its policy, for a 304 replaces what was kept") {
  const RunningServer server(newsroom());
  const auto page = server.get("/search?q=port");
  const auto again =
      server.get("/search?q=port", {{"If-None-Match", page->get_header_value("ETag")}});
  CHECK(again->status == 304);
  for (const char* header : {"Content-Security-Policy", "Cross-Origin-Opener-Policy"}) {
    CHECK(again->get_header_value(header) == page->get_header_value(header));
  }
}

TEST_CASE("pages: hostile articles stay text, in every place where they are shown") {
  const RunningServer server(hostile_articles());
  for (const char* target :
       {"/", "/search?q=port", "/search?q=alert", "/articles/art%2F3?q=port&rank=0",
        "/facets/author", "/facets/place?q=port", "/facets/tag?contains=script"}) {
    CAPTURE(target);
    const std::string page = server.get(target)->body;
    CHECK_FALSE(has(page, "<script>"));
    CHECK_FALSE(has(page, "<img"));
    CHECK_FALSE(has(page, "<svg onload"));
    CHECK_FALSE(has(page, "onfocus=\"alert"));
    CHECK_FALSE(has(page, "href=\"javascript"));
    CHECK_FALSE(has(page, "\"'>"));
  }
  CHECK(has(server.get("/articles/art%2F3")->body, "&lt;script&gt;alert(1)&lt;/script&gt;"));
}

TEST_CASE("pages: what is typed comes back escaped, whatever it is") {
  const RunningServer server(newsroom());
  const auto page = server.get(
      "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&section=%3Cimg%20src%3Dx%3E&from=%3Cb%3E");
  CHECK(page->status == 200);
  CHECK_FALSE(has(page->body, "<script>"));
  CHECK_FALSE(has(page->body, "<img"));
  CHECK_FALSE(has(page->body, "<b>&quot;"));
  CHECK(has(page->body, "&lt;img src=x&gt;"));
  const auto facet = server.get("/facets/section?contains=%22%3E%3Cscript%3E");
  CHECK_FALSE(has(facet->body, "<script>"));
}

TEST_CASE("pages: results show marks, facets as links with counts, filters that come off") {
  const RunningServer server(newsroom());
  const std::string page = server.get("/search?q=port&section=Monde&utm_source=x")->body;
  CHECK(has(page, "8\u00A0résultats pour «\u00A0port\u00A0»"));
  CHECK(has(page, "<mark>port</mark>"));
  CHECK(has(page, "class=\"chip\" href=\"/search?q=port\""));
  CHECK(has(page, "/search?q=port&amp;section=Monde&amp;section=%C3%89conomie"));
  CHECK(has(page, "/search?q=port&amp;section=Monde&amp;section=-%C3%89conomie"));
  CHECK(has(page, "<span class=\"count\">"));
  CHECK(has(page, "/v1/export?q=port&amp;section=Monde&amp;collapse=story&amp;format=csv"));
  CHECK(has(page, "<link rel=\"alternate\" type=\"application/atom+xml\""));
  CHECK(has(page, "href=\"/v1/feed?q=port&amp;section=Monde&amp;collapse=story\""));
  CHECK_FALSE(has(page, "utm_source"));
  const std::string excluded = server.get("/search?q=port&section=-Monde")->body;
  CHECK(has(excluded, "4\u00A0résultats"));
  CHECK(has(excluded, "<s>Monde</s>"));
}

TEST_CASE("pages: the next page is a cursor, the one before a rank") {
  std::vector<Article> articles = newsroom();
  for (int i = 12; i < 50; ++i) {
    articles.push_back(articles[static_cast<std::size_t>(i) % 12]);
    articles.back().id = "more/" + std::to_string(i);
  }
  const RunningServer server(articles);
  const auto next_of = [](const std::string& page) {
    const std::string_view start = "rel=\"next\" href=\"";
    const std::size_t at = page.find(start);
    if (at == std::string::npos) return std::string();
    std::string link =
        page.substr(at + start.size(), page.find('"', at + start.size()) - at - start.size());
    for (std::size_t amp = link.find("&amp;"); amp != std::string::npos; amp = link.find("&amp;")) {
      link.replace(amp, 5, "&");
    }
    return link;
  };
  const std::string first = server.get("/search?q=port")->body;
  CHECK(has(first, "1 à 20 sur 50"));
  CHECK_FALSE(has(first, "rel=\"prev\""));
  const std::string second = server.get(next_of(first))->body;
  CHECK(has(second, "21 à 40 sur 50"));
  CHECK(has(second, "rel=\"prev\" href=\"/search?q=port\""));
  const std::string third = server.get(next_of(second))->body;
  CHECK(has(third, "41 à 50 sur 50"));
  CHECK(has(third, "rel=\"prev\" href=\"/search?q=port&amp;offset=20\""));
  CHECK(next_of(third).empty());
  // A cursor that is none any more: the same page, counted.
  CHECK(has(server.get("/search?q=port&cursor=zzz&page=2")->body, "21 à 40 sur 50"));
}

TEST_CASE("pages: from an article to its neighbours in the search, and back to where it stood") {
  const RunningServer server(newsroom());
  const auto ids = server.json("/v1/search?q=port&sort=oldest&limit=3")["hits"];
  const std::string id = "/articles/art%2F" + ids[1]["id"].get<std::string>().substr(4);
  const std::string page = server.get(id + "?q=port&sort=oldest&rank=1")->body;
  CHECK(has(page, "rel=\"prev\" href=\"/articles/art%2F"));
  CHECK(has(page, "q=port&amp;sort=oldest&amp;rank=0"));
  CHECK(has(page, "q=port&amp;sort=oldest&amp;rank=2"));
  CHECK(has(page, "<mark id=\"m1\">"));
  CHECK(has(page, "href=\"/search?q=port&amp;sort=oldest\""));
  CHECK(has(page, "<link rel=\"canonical\" href=\"" + id + "\">"));
  CHECK_FALSE(has(server.get(id + "?q=port&sort=oldest&rank=7")->body, "rel=\"prev\""));
  CHECK(has(server.get(id + "?q=port&rank=x")->body, "Revenir aux résultats"));
}

TEST_CASE("pages: a place asked for by name is one filter, shown by name") {
  std::vector<Article> articles = newsroom();
  articles[0].places = {Place{"gn:587084", "Bakou", "city", "AZ", {}, {}}};
  const RunningServer server(articles);
  const std::string page = server.get("/search?place=bakou")->body;
  CHECK(has(page, "1\u00A0résultat<"));
  CHECK(has(page, "Lieu\u00A0: <b>Bakou</b>"));
  CHECK(has(page, "name=\"place\" value=\"gn:587084\""));
  CHECK(has(page, "aria-label=\"Bakou, 1\u00A0article\""));
}

TEST_CASE("pages: a tag that begins with a dash is asked for, not excluded") {
  const RunningServer server(newsroom());
  const std::string page = server.get("/articles/art%2F3")->body;
  CHECK(has(page, "/search?tag=%5C-18"));
  CHECK(has(server.get("/search?tag=%5C-18")->body, "1\u00A0résultat<"));
}

TEST_CASE("pages: what finds nothing says why, and offers what finds something") {
  const RunningServer server(newsroom());
  const std::string page = server.get("/search?q=port&section=Monde&source=Nulle%20Part")->body;
  CHECK(has(page, "<h1>Aucun résultat pour «\u00A0port\u00A0»</h1>"));
  CHECK(has(page, "Retirer le filtre Source : Nulle Part</a>"));
  CHECK(has(page, "(8\u00A0résultats)"));
  CHECK_FALSE(has(page, "class=\"card\""));
  const std::string words = server.get("/search?q=port%20zzzz")->body;
  CHECK(has(words, "«\u00A0zzzz\u00A0» : 0\u00A0article"));
  CHECK(has(words, "href=\"/search?q=port\">Chercher sans «\u00A0zzzz\u00A0»</a>"));
  CHECK(has(words, "Chercher l’un de ces mots"));
}

TEST_CASE("pages: a date in words is a chip that goes, or stays as words") {
  const RunningServer server(newsroom());
  const std::string page = server.get("/search?q=port%20mars%202023")->body;
  CHECK(has(page, "«\u00A0mars 2023\u00A0» lu comme une date"));
  CHECK(has(page, "href=\"/search?q=port\""));
  CHECK(has(page, "dates=off"));
}

TEST_CASE("pages: every address that a page offers answers") {
  const RunningServer server(newsroom());
  for (const char* target : {"/", "/search?q=port&sort=newest", "/articles/art%2F3?q=port&rank=2",
                             "/facets/author", "/search?q=port%20zzzz&section=Monde", "/help"}) {
    const std::string page = server.get(target)->body;
    for (std::size_t at = page.find("href=\"/"); at != std::string::npos;
         at = page.find("href=\"/", at + 1)) {
      std::string link = page.substr(at + 6, page.find('"', at + 6) - at - 6);
      for (std::size_t amp = link.find("&amp;"); amp != std::string::npos;
           amp = link.find("&amp;")) {
        link.replace(amp, 5, "&");
      }
      CAPTURE(target);
      CAPTURE(link);
      CHECK(server.get(link)->status == 200);
    }
  }
}

TEST_CASE("pages: all values of a facet, and a search among them") {
  const RunningServer server(newsroom());
  const std::string page = server.get("/facets/source?q=port&section=Monde")->body;
  CHECK(has(page, "Le Phare"));
  CHECK(has(page, "/search?q=port&amp;section=Monde&amp;source=Le%20Phare"));
  const std::string some = server.get("/facets/source?q=port&contains=phar")->body;
  CHECK(has(some, "Le Phare"));
  CHECK_FALSE(has(some, "La Gazette</span>"));
  CHECK(server.get("/facets/nothing")->status == 404);
}

TEST_CASE("pages: the advanced form leads to the search that it writes") {
  const RunningServer server(newsroom());
  const auto answer = server.get("/advanced?all=port&none=crue&from=2021&section=Monde");
  CHECK(answer->status == 303);
  // As httplib's client decodes it.
  CHECK(answer->get_header_value("Location") == "/search?q=port -crue&from=2021&section=Monde");
  CHECK_FALSE(server.get("/advanced?all=a%0D%0AX-Evil:%201")->has_header("X-Evil"));
}

TEST_CASE(
    "pages: browsers can search here from their address bar, by the name they know us under") {
  const RunningServer server(newsroom());
  const auto answer =
      server.get("/opensearch.xml", {{"Host", "archives.example"}, {"X-Forwarded-Proto", "https"}});
  CHECK(answer->get_header_value("Content-Type") == "application/opensearchdescription+xml");
  CHECK(has(answer->body, "<ShortName>Gazette</ShortName>"));
  CHECK(has(answer->body, "template=\"https://archives.example/search?q={searchTerms}\""));
  CHECK_FALSE(has(server.get("/opensearch.xml", {{"Host", "a\"><x"}})->body, "<x"));
}

TEST_CASE("pages: what pages load is kept for ever under its version, for an hour without") {
  const RunningServer server(newsroom());
  const std::string page = server.get("/")->body;
  for (const std::string path : {"/style.css", "/page.js", "/embed.js"}) {
    CAPTURE(path);
    const std::size_t at = page.find(path + "?v=");
    REQUIRE(at != std::string::npos);
    const std::string link = page.substr(at, page.find('"', at) - at);
    CHECK(has(server.get(link)->get_header_value("Cache-Control"), "immutable"));
    CHECK(server.get(path)->get_header_value("Cache-Control") == "public, max-age=3600");
    CHECK(server.get(path + "?v=old")->get_header_value("Cache-Control") == "public, max-age=3600");
  }
  CHECK(server.get("/embed.js")->get_header_value("Access-Control-Allow-Origin") == "*");
  CHECK(has(server.get("/map.svg")->body, "<svg"));
}

TEST_CASE("pages: a page of results weighs little, scripts least") {
  std::vector<Article> articles = newsroom();
  for (int i = 12; i < 40; ++i) {
    articles.push_back(articles[static_cast<std::size_t>(i) % 12]);
    articles.back().id = "more/" + std::to_string(i);
  }
  const RunningServer server(articles);
  const auto weight = [&](const char* target) { return gzipped(server.get(target)->body).size(); };
  const std::size_t scripts = weight("/embed.js") + weight("/page.js");
  CHECK(weight("/embed.js") <= 6 * 1024);
  CHECK(scripts <= 10 * 1024);
  CHECK(scripts + weight("/style.css") + weight("/search?q=port") <= 40 * 1024);
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
