// The API over sockets, on a real archive, by httplib's own client.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <thread>

#include "common/http/url.h"
#include "tests/common/http/raw_client.h"
#include "tests/server/http/running_server.h"

namespace gazette::server {
namespace {

using nlohmann::json;
using testing::newsroom;
using testing::RawClient;
using testing::RunningServer;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

int lines_of(const std::string& text) {
  return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("api: a search answers with marks, total and identity") {
  const RunningServer server(newsroom());
  const auto result =
      server.get("/v1/search?q=azerbaidjan%20p%C3%AAcheurs&limit=2&facets=section,date");
  REQUIRE(result);
  CHECK(result->status == 200);
  CHECK(result->get_header_value("Content-Type") == "application/json");
  CHECK(result->has_header("ETag"));
  CHECK(result->get_header_value("X-Request-Id").starts_with("req-"));
  CHECK(result->get_header_value("X-Content-Type-Options") == "nosniff");
  const json answer = json::parse(result->body);
  CHECK(answer.at("total") == 12);
  CHECK(answer.at("hits").size() == 2);
  CHECK(has(answer.at("hits")[0].at("highlights").at("body").dump(),
            "l&#39;<mark>Azerbaïdjan</mark>"));
  CHECK(answer.at("facets").at("section").at("total_values") == 2);
  CHECK(answer.at("histogram").at("timezone") == "Europe/Paris");
}

TEST_CASE("api: pages follow each other by `next` and never overlap") {
  const RunningServer server(newsroom());
  std::set<std::string> ids;
  std::string target = "/v1/search?q=port&limit=5&section=Monde&section=%C3%89conomie";
  int pages = 0;
  while (!target.empty() && pages < 10) {
    const auto result = server.get(target);
    REQUIRE(result);
    REQUIRE(result->status == 200);
    const json answer = json::parse(result->body);
    for (const json& hit : answer.at("hits")) CHECK(ids.insert(hit.at("id")).second);
    const json& next = answer.at("next");
    CHECK(next.is_null() == !result->has_header("Link"));
    if (!next.is_null()) {
      const auto decoded = http::percent_decoded(next.get<std::string>(), false);  // as httplib did
      CHECK(result->get_header_value("Link") == "<" + decoded.value() + ">; rel=\"next\"");
    }
    target = next.is_null() ? "" : next.get<std::string>();
    ++pages;
  }
  CHECK(pages == 3);
  CHECK(ids.size() == 12);
}

TEST_CASE("api: POST asks what GET asks, as JSON or as a form") {
  const RunningServer server(newsroom());
  httplib::Client client = server.client();
  const json want = server.json("/v1/search?q=port&limit=3&section=Monde");
  const auto same = [&](const httplib::Result& result) {
    REQUIRE(result);
    CHECK(result->status == 200);
    const json got = json::parse(result->body);
    CHECK(got.at("hits") == want.at("hits"));
    CHECK(got.at("next") == want.at("next"));
  };
  const std::string body = R"({"q":"port","limit":3,"section":["Monde"]})";
  same(client.Post("/v1/search", body, "application/json"));
  same(client.Post("/v1/search", body, "application/x-www-form-urlencoded"));
  same(client.Post("/v1/search?limit=3", "q=port&section=Monde",
                   "application/x-www-form-urlencoded"));
  CHECK(client.Post("/v1/search", body, "text/csv")->status == 415);
  CHECK(client.Post("/v1/search", "{\"q\":\"\xE9\"}", "application/json")->status == 400);
  CHECK(client.Post("/v1/search", "not json", "application/json")->status == 400);
  CHECK(
      client
          .Post("/v1/search", "{\"q\":\"" + std::string(2'000'000, 'a') + "\"}", "application/json")
          ->status == 413);
}

TEST_CASE("api: a query of 6,000 bytes fits in an address") {
  const RunningServer server(newsroom());
  std::string target = "/v1/search?q=";
  std::string typed = "port";
  while (typed.size() < 5990) typed += " œuvré";
  target += http::percent_encoded(typed);
  CHECK(target.size() > 12'000);
  const auto result = server.get(target);
  REQUIRE(result);
  CHECK(result->status == 200);
}

TEST_CASE("api: an unchanged answer is a 304, until something is committed") {
  RunningServer server(newsroom());
  const std::string target = "/v1/search?q=port&limit=3";
  const std::string etag = server.get(target)->get_header_value("ETag");
  REQUIRE_FALSE(etag.empty());
  const auto unchanged = server.get(target, {{"If-None-Match", etag}});
  CHECK(unchanged->status == 304);
  CHECK(unchanged->body.empty());
  CHECK(unchanged->get_header_value("ETag") == etag);
  CHECK(server.get("/v1/search?limit=3&q=port", {{"If-None-Match", etag}})->status == 304);
  CHECK(server.get("/v1/search?limit=4&q=port", {{"If-None-Match", etag}})->status == 200);
  for (const char* other : {"/v1/stats", "/v1/articles/art%2F1", "/v1/facets/section", "/"}) {
    CAPTURE(other);
    const std::string tag = server.get(other)->get_header_value("ETag");
    CHECK(server.get(other, {{"If-None-Match", tag}})->status == 304);
  }
  testing::TestWriter writer(server.folder());
  Article article = newsroom()[0];
  article.id = "new";
  writer.add(article);
  writer.commit();
  int status = 304;  // the commit is seen a moment later
  for (int i = 0; i < 200 && status == 304; ++i) {
    status = server.get(target, {{"If-None-Match", etag}})->status;
    if (status == 304) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  CHECK(status == 200);
  CHECK(server.json(target).at("total") == 13);
}

TEST_CASE("api: an article by its id, slashes encoded or not, marked when there is a query") {
  const RunningServer server(newsroom());
  CHECK(server.json("/v1/articles/art%2F5").at("id") == "art/5");
  const json marked = server.json("/v1/articles/art/5?q=prefet");
  CHECK(marked.at("id") == "art/5");
  CHECK(has(marked.at("highlights").at("body").get<std::string>(), "<mark>préfet</mark>"));
  const json ranges = server.json("/v1/articles/art%2F5?q=prefet&highlight=ranges");
  CHECK(ranges.at("highlights").at("body").at("ranges").dump() == "[[3,9]]");
  const auto unknown = server.get("/v1/articles/none");
  CHECK(unknown->status == 404);
  CHECK(json::parse(unknown->body).at("type") == "/errors/unknown-article");
  CHECK(server.get("/v1/articles/")->status == 404);
  CHECK(server.get("/v1/articles/%FF")->status == 400);
  CHECK(server.get("/v1/articles/a%00b")->status == 400);
}

TEST_CASE("api: exports have as many lines as the total, and say that they are whole") {
  const RunningServer server(newsroom());
  for (const char* query :
       {"q=port", "q=port&section=Monde", "from=2023-03&to=2023-05", "q=zzzz"}) {
    CAPTURE(query);
    const std::size_t total = server.json("/v1/search?limit=0&" + std::string(query)).at("total");
    const auto ndjson = server.get("/v1/export?" + std::string(query));
    REQUIRE(ndjson);
    CHECK(ndjson->get_header_value("Content-Type") == "application/x-ndjson");
    CHECK(lines_of(ndjson->body) == static_cast<int>(total) + 1);
    CHECK(ndjson->body.ends_with("{\"end\":true,\"count\":" + std::to_string(total) + "}\n"));
    const auto csv = server.get("/v1/export?format=csv&fields=id,title&" + std::string(query));
    CHECK(csv->body.starts_with("id,title\r\n"));
    CHECK(lines_of(csv->body) == static_cast<int>(total) + 1);
  }
  CHECK(
      server.get("/v1/export?q=port", {{"Accept", "text/csv"}})->body.starts_with("id,published,"));
  CHECK(server.get("/v1/export?q=port", {{"Accept", "image/png"}})->status == 406);
  CHECK(server.get("/v1/export?format=pdf")->status == 400);
}

TEST_CASE("api: facets, tokens, figures, health") {
  const RunningServer server(newsroom());
  const json facet = server.json("/v1/facets/section?q=port&contains=econ");
  CHECK(facet.at("name") == "section");
  CHECK(facet.at("values")[0].at("value") == "Économie");
  CHECK(facet.at("values")[0].at("count") == 4);
  CHECK(server.json("/v1/facets/source?limit=1").at("values").size() == 1);
  CHECK(server.get("/v1/facets/colour")->status == 404);
  const json tokens = server.json("/v1/analyze?text=l%27Azerba%C3%AFdjan").at("tokens");
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].at("text") == "Azerbaïdjan");
  CHECK(tokens[0].at("start") == 2);
  CHECK(server.get("/v1/analyze")->status == 400);
  CHECK(server.json("/v1/stats").at("articles") == 12);
  CHECK(server.json("/healthz").at("status") == "ok");
  CHECK(server.json("/readyz").at("status") == "ready");
}

TEST_CASE("api: a wrong parameter is a problem that names it and what was meant") {
  const RunningServer server(newsroom());
  const auto result = server.get("/v1/search?q=port&limt=3", {{"X-Request-Id", "ticket-7"}});
  REQUIRE(result);
  CHECK(result->status == 400);
  CHECK(result->get_header_value("Content-Type") == "application/problem+json");
  const json problem = json::parse(result->body);
  CHECK(problem.at("type") == "/errors/unknown-parameter");
  CHECK(problem.at("status") == 400);
  CHECK(problem.at("instance") == "ticket-7");
  CHECK(has(problem.at("detail").get<std::string>(), "« limit »"));
  CHECK(problem.at("errors")[0].at("parameter") == "limt");
  CHECK(problem.at("errors")[0].at("example") == "limit=20");
  CHECK(server.get("/v1/search?q=%E9")->status == 400);
  CHECK(server.get("/v1/search?cursor=nonsense")->status == 400);
  CHECK(server.get("/v1/stats?x=1")->status == 400);
  const json strict = json::parse(server.get("/v1/search?q=%28port&strict=true")->body);
  CHECK(strict.at("type") == "/errors/bad-query");
  CHECK(strict.at("errors")[0].contains("position"));
}

TEST_CASE("api: wrong addresses and methods are told what would be right") {
  const RunningServer server(newsroom());
  const auto missing = server.get("/v1/serach");
  CHECK(missing->status == 404);
  CHECK(has(missing->body, "/v1/search"));
  httplib::Client client = server.client();
  const auto wrong = client.Delete("/v1/search");
  CHECK(wrong->status == 405);
  CHECK(wrong->get_header_value("Allow") == "GET, HEAD, POST, OPTIONS");
  CHECK(client.Put("/v1/stats", "x", "text/plain")->status == 405);
  const auto options = client.Options("/v1/export");
  CHECK(options->status == 204);
  CHECK(options->get_header_value("Allow") == "GET, HEAD, OPTIONS");
  const auto head = client.Head("/v1/search?q=port");
  CHECK(head->status == 200);
  CHECK(head->body.empty());
  CHECK(std::stoul(head->get_header_value("Content-Length")) > 1000);
  CHECK(server.get("/v1/search", {{"Accept", "text/html"}})->status == 406);
}

TEST_CASE("api: any query text is answered") {
  const RunningServer server(newsroom());
  for (const char* query :
       {"AND", "\"", "((((", "a:b:c", "-", "*", "~", "=", "%00", "%F0%9F%98%80", "%E2%80%8B",
        "NOT%20NOT", "PROCHE/5", "date:2023-99", "%5C", "%22%22%22"}) {
    CAPTURE(query);
    const auto result = server.get("/v1/search?q=" + std::string(query));
    REQUIRE(result);
    CHECK(result->status == 200);
    CHECK(json::accept(result->body));
  }
}

TEST_CASE("api: gzip for who takes it, and Vary for the caches between") {
  const RunningServer server(newsroom());
  for (const char* target : {"/v1/search?q=port", "/v1/export?q=port", "/"}) {
    CAPTURE(target);
    const auto plain = server.get(target);
    CHECK_FALSE(plain->has_header("Content-Encoding"));
    CHECK(has(plain->get_header_value("Vary"), "Accept-Encoding"));
    const auto packed = server.get(target, {{"Accept-Encoding", "gzip"}});
    CHECK(packed->get_header_value("Content-Encoding") == "gzip");
    CHECK(packed->body.size() > 1400);  // httplib has unpacked it
  }
  CHECK_FALSE(
      server.get("/healthz", {{"Accept-Encoding", "gzip"}})->has_header("Content-Encoding"));
}

TEST_CASE("api: Range multiplies nothing") {
  const RunningServer server(newsroom());
  RawClient client(server.port());
  std::string ranges = "0-1";
  for (int i = 0; i < 500; ++i) ranges += ",0-";
  client.send("GET /v1/search?q=port HTTP/1.1\r\nHost: h\r\nConnection: close\r\nRange: bytes=" +
              ranges + "\r\n\r\n");
  const std::string answer = client.read_all();
  CHECK(answer.starts_with("HTTP/1.1 200 OK"));
  CHECK(answer.size() < 100'000);
}

TEST_CASE("api: CORS for the origins given, and for no other") {
  ApplicationOptions options;
  options.cors_origins = {"https://journal.example"};
  const RunningServer server(newsroom(), options);
  const auto allowed = server.get("/v1/stats", {{"Origin", "https://journal.example"}});
  CHECK(allowed->get_header_value("Access-Control-Allow-Origin") == "https://journal.example");
  CHECK(has(allowed->get_header_value("Access-Control-Expose-Headers"), "ETag"));
  const auto other = server.get("/v1/stats", {{"Origin", "https://other.example"}});
  CHECK_FALSE(other->has_header("Access-Control-Allow-Origin"));
  CHECK(other->status == 200);
  httplib::Client client = server.client();
  const auto preflight = client.Options("/v1/search", {{"Origin", "https://journal.example"}});
  CHECK(preflight->status == 204);
  CHECK(has(preflight->get_header_value("Access-Control-Allow-Headers"), "Authorization"));
  const RunningServer closed(newsroom());
  CHECK_FALSE(closed.get("/v1/stats", {{"Origin", "https://journal.example"}})
                  ->has_header("Access-Control-Allow-Origin"));
}

TEST_CASE("api: a rate limit answers 429 with Retry-After, and never closes health") {
  ApplicationOptions options;
  options.rate_limit = 1;
  const RunningServer server(newsroom(), options);
  int status = 200;
  for (int i = 0; i < 50 && status == 200; ++i) status = server.get("/v1/stats")->status;
  CHECK(status == 429);
  const auto limited = server.get("/v1/stats");
  if (limited->status == 429) CHECK(limited->get_header_value("Retry-After") == "1");
  for (int i = 0; i < 10; ++i) CHECK(server.get("/healthz")->status == 200);
}

TEST_CASE("api: without a database 503, and answers as soon as it is there") {
  RunningServer server({});
  CHECK(server.get("/healthz")->status == 200);
  CHECK(server.get("/readyz")->status == 503);
  const auto refused = server.get("/v1/search?q=port");
  CHECK(refused->status == 503);
  CHECK(refused->has_header("Retry-After"));
  CHECK(refused->get_header_value("Content-Type") == "application/problem+json");
  CHECK_FALSE(has(refused->body, server.folder()));
  CHECK(server.get("/v1/export?q=port")->status == 503);
  const auto page = server.get("/");
  CHECK(page->status == 503);
  CHECK(has(page->get_header_value("Content-Type"), "text/html"));
  testing::write_archive(server.folder(), newsroom());
  int status = 503;
  for (int i = 0; i < 100 && status == 503; ++i) {
    status = server.get("/readyz")->status;
    if (status == 503) std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  CHECK(status == 200);
  CHECK(server.json("/v1/search?q=port").at("total") == 12);
}

}  // namespace gazette::server
