// Trends, batches and citations over sockets.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/http/url.h"
#include "tests/server/http/running_server.h"

namespace gazette::server {
namespace {

using nlohmann::json;
using testing::newsroom;
using testing::RunningServer;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::vector<json> lines_of(const std::string& ndjson) {
  std::vector<json> lines;
  for (std::size_t at = 0; at < ndjson.size();) {
    const std::size_t end = ndjson.find('\n', at);
    lines.push_back(json::parse(ndjson.substr(at, end - at)));
    at = end + 1;
  }
  return lines;
}

httplib::Result post(const RunningServer& server, const std::string& target,
                     const std::string& body, const char* type,
                     const httplib::Headers& headers = {}) {
  httplib::Client client = server.client();
  return client.Post(target, headers, body, type);
}

}  // namespace

TEST_CASE("trends: counts are those of the searches, in the buckets of all articles") {
  const RunningServer server(newsroom());
  const json trends =
      server.json("/v1/trends?q=port&q=titre:3&q=zzz&interval=month&source=La%20Gazette");
  CHECK(trends.at("interval") == "month");
  const json all = server.json("/v1/search?limit=0&facets=date&interval=month&source=La%20Gazette");
  const json& buckets = all.at("histogram").at("buckets");
  REQUIRE(trends.at("buckets").size() == buckets.size());
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    CHECK(trends.at("buckets")[i].at("from") == buckets[i].at("from"));
    CHECK(trends.at("buckets")[i].at("total") == buckets[i].at("count"));
  }
  REQUIRE(trends.at("series").size() == 3);
  for (const json& series : trends.at("series")) {
    const std::string q = http::percent_encoded(series.at("q").get<std::string>());
    std::size_t sum = 0;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
      const std::string days = "&from=" + buckets[i].at("from").get<std::string>() +
                               "&to=" + buckets[i].at("to").get<std::string>();
      const json one =
          server.json("/v1/search?limit=0&source=La%20Gazette&q=" + q + days).at("total");
      CHECK(series.at("counts")[i] == one);
      sum += series.at("counts")[i].get<std::size_t>();
    }
    CHECK(series.at("total") == sum);
  }
  const auto csv = server.get("/v1/trends?q=port&format=csv");
  CHECK(has(csv->get_header_value("Content-Type"), "text/csv"));
  CHECK(csv->body.starts_with("from,to,total_articles,port,port ratio\r\n"));
  CHECK(server.get("/v1/trends?q=port", {{"Accept", "text/csv"}})->body == csv->body);
  CHECK(
      server.get("/v1/trends?q=port", {{"If-None-Match", csv->get_header_value("ETag")}})->status ==
      200);  // the JSON is another answer
}

TEST_CASE("trends: one query at least, five at most") {
  const RunningServer server(newsroom());
  CHECK(server.get("/v1/trends?q=a&q=b&q=c&q=d&q=")->status == 200);
  const auto many = server.get("/v1/trends?q=a&q=b&q=c&q=d&q=e&q=f");
  CHECK(many->status == 400);
  CHECK(has(many->body, "que 5 fois"));
  CHECK(server.get("/v1/trends")->status == 400);
  CHECK(server.get("/v1/trends?q=a&interval=hour")->status == 400);
  CHECK(server.get("/v1/trends?q=a", {{"Accept", "image/png"}})->status == 406);
  CHECK(server.get("/v1/trends?q=%28a&q=%22")->status == 200);
}

TEST_CASE("batch: each row has the total, the dates and the link of its search") {
  const RunningServer server(newsroom());
  const std::string body = "requete\nport\nAND\n\"port\" SAUF numéro\nzzz\n\xFF\n";
  const auto result =
      post(server, "/v1/batch?section=Monde&format=ndjson", body, "text/csv; charset=utf-8");
  REQUIRE(result);
  CHECK(result->status == 200);
  CHECK(result->get_header_value("Content-Type") == "application/x-ndjson");
  const std::vector<json> lines = lines_of(result->body);
  REQUIRE(lines.size() == 6);
  CHECK(lines.back().dump() == R"({"count":5,"end":true})");
  for (int i = 0; i < 4; ++i) {
    const json& line = lines[static_cast<std::size_t>(i)];
    const std::string q = http::percent_encoded(line.at("query").get<std::string>());
    const json search = server.json("/v1/search?section=Monde&sort=newest&limit=100&q=" + q);
    CHECK(line.at("row") == i + 1);
    CHECK(line.at("total") == search.at("total"));
    CHECK(line.at("interpreted").is_null() == search.at("query").at("interpreted").empty());
    if (search.at("total") > 0) {
      CHECK(line.at("last_published") == search.at("hits").front().at("published"));
      CHECK(line.at("first_published") == search.at("hits").back().at("published"));
    } else {
      CHECK(line.at("first_published").is_null());
    }
    const std::string link = line.at("search");
    CHECK(link.starts_with("http://127.0.0.1:" + std::to_string(server.port()) + "/search?q="));
    CHECK(link.ends_with("&section=Monde"));
  }
  CHECK(lines[1].at("warning").is_string());
  CHECK(lines[4].at("total").is_null());
  CHECK(has(lines[4].at("warning").get<std::string>(), "UTF-8"));
}

TEST_CASE("batch: bodies and answers of every kind") {
  const RunningServer server(newsroom());
  const auto csv = post(server, "/v1/batch", "port\n", "text/plain");
  CHECK(has(csv->get_header_value("Content-Type"), "text/csv"));
  CHECK(csv->body.starts_with("row,query,interpreted,total,"));
  CHECK(has(csv->body, "\r\n1,port,port,12,2023-01-15,2023-09-15,http://"));
  CHECK(post(server, "/v1/batch", "port\n", "application/x-www-form-urlencoded")->body ==
        csv->body);
  CHECK(post(server, "/v1/batch", "{\"q\":\"port\"}\n", "application/x-ndjson")->body == csv->body);
  CHECK(post(server, "/v1/batch?csv_dialect=excel-fr", "=port\n", "text/plain")
            ->body.starts_with("\xEF\xBB\xBFrow;query;"));
  CHECK(lines_of(
            post(server, "/v1/batch", "port\n", "text/plain", {{"Accept", "application/x-ndjson"}})
                ->body)
            .size() == 2);
  CHECK(post(server, "/v1/batch", "port\n", "text/plain", {{"Accept-Encoding", "gzip"}})->body ==
        csv->body);
}

TEST_CASE("batch: what cannot be a batch is told why") {
  const RunningServer server(newsroom());
  CHECK(post(server, "/v1/batch", "<x/>", "application/xml")->status == 415);
  CHECK(post(server, "/v1/batch", "\n\n", "text/plain")->status == 400);
  CHECK(post(server, "/v1/batch?sectoin=Monde", "port", "text/plain")->status == 400);
  CHECK(post(server, "/v1/batch?q=port", "port", "text/plain")->status == 400);
  CHECK(post(server, "/v1/batch", "port", "text/plain", {{"Accept", "text/html"}})->status == 406);
  std::string many;
  for (int i = 0; i < 10'001; ++i) many += "a\n";
  CHECK(post(server, "/v1/batch", many, "text/plain")->status == 413);
  CHECK(post(server, "/v1/batch", std::string(1'100'000, 'a'), "text/plain")->status == 413);
  const auto get = server.get("/v1/batch");
  CHECK(get->status == 405);
  CHECK(get->get_header_value("Allow") == "POST, OPTIONS");
  const RunningServer empty({});
  CHECK(post(empty, "/v1/batch", "port", "text/plain")->status == 503);
}

TEST_CASE("citations: of one article, and of every match") {
  const RunningServer server(newsroom());
  struct Case {
    const char *format, *type, *name, *begin, *mark;
  };
  for (const Case& c : {
           Case{"ris", "application/x-research-info-systems", "art-5.ris", "TY  - NEWS\r\n",
                "TY  - NEWS"},
           {"bibtex", "application/x-bibtex", "art-5.bib", "@article{art/5,\n", "@article{"},
           {"csl", "application/vnd.citationstyles.csl+json", "art-5.json", "[\n{",
            "\"article-newspaper\""},
       }) {
    CAPTURE(c.format);
    const std::string target = "/v1/articles/art%2F5?format=" + std::string(c.format);
    const auto one = server.get(target);
    REQUIRE(one);
    CHECK(one->status == 200);
    CHECK(one->get_header_value("Content-Type") == c.type);
    CHECK(has(one->get_header_value("Content-Disposition"), c.name));
    CHECK(one->body.starts_with(c.begin));
    CHECK(server.get("/v1/articles/art%2F5", {{"Accept", c.type}})->body == one->body);
    CHECK(server.get(target, {{"If-None-Match", one->get_header_value("ETag")}})->status == 304);
    const auto all = server.get("/v1/export?q=port&format=" + std::string(c.format),
                                {{"Accept-Encoding", "gzip"}});
    CHECK(all->get_header_value("Content-Type") == c.type);
    CHECK(all->get_header_value("Content-Encoding") == "gzip");
    std::size_t records = 0;
    for (std::size_t at = 0; (at = all->body.find(c.mark, at)) != std::string::npos; ++at) {
      ++records;
    }
    CHECK(records == 12);
    if (c.format == std::string("csl")) CHECK(json::parse(all->body).size() == 12);
    CHECK(server.get("/v1/export?fields=id&format=" + std::string(c.format))->status == 400);
  }
  CHECK(json::parse(server.get("/v1/export?q=zzzz&format=csl")->body).empty());
  CHECK(server.get("/v1/articles/none?format=ris")->status == 404);
  const std::string etag = server.get("/v1/articles/art%2F5")->get_header_value("ETag");
  CHECK(server
            .get("/v1/articles/art%2F5",
                 {{"If-None-Match", etag}, {"Accept", "application/x-bibtex"}})
            ->status == 200);
}

}  // namespace gazette::server
