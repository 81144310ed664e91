// GET /v1/feed over a socket, read by a real XML parser.
#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <set>
#include <string>

#include "tests/server/http/running_server.h"

namespace gazette::server {
namespace {

using testing::newsroom;
using testing::RunningServer;

pugi::xml_document feed_at(const RunningServer& server, const std::string& target) {
  const auto result = server.get(target);
  REQUIRE(result);
  CAPTURE(result->body);
  REQUIRE(result->status == 200);
  pugi::xml_document document;
  REQUIRE(document.load_string(result->body.c_str(), pugi::parse_full));
  return document;
}

std::string link(const pugi::xml_node& node, const char* rel) {
  return node.find_child_by_attribute("link", "rel", rel).attribute("href").value();
}

/// Path and query of an address of this server.
std::string target_of(const std::string& address) {
  return address.substr(address.find('/', std::string("http://").size()));
}

}  // namespace

TEST_CASE("feed: the newest matches, with the very total of the search") {
  const RunningServer server(newsroom());
  const std::string selection = "q=port&section=Monde&from=2023-02";
  const pugi::xml_document document = feed_at(server, "/v1/feed?" + selection);
  const pugi::xml_node feed = document.child("feed");
  const auto search = server.json("/v1/search?sort=newest&limit=100&" + selection);
  CHECK(feed.child_value("opensearch:totalResults") == search.at("total").dump());
  CHECK(feed.child_value("opensearch:startIndex") == std::string("1"));
  std::size_t i = 0;
  for (const pugi::xml_node& entry : feed.children("entry")) {
    REQUIRE(i < search.at("hits").size());
    const auto& hit = search.at("hits")[i++];
    CHECK(std::string(entry.child_value("published"))
              .starts_with(hit.at("published").get<std::string>()));
    if (!hit.at("url").is_null()) CHECK(link(entry, "alternate") == hit.at("url"));
    CHECK(std::string(entry.child_value("summary")).find("<mark>port</mark>") != std::string::npos);
  }
  CHECK(i == search.at("hits").size());
  const std::string host = "http://127.0.0.1:" + std::to_string(server.port());
  CHECK(link(feed, "self") == host + "/v1/feed?from=2023-02&q=port&section=Monde");
  CHECK(server.get(target_of(link(feed, "alternate")))->status == 200);
}

TEST_CASE("feed: pages follow each other by `next`, and the feed keeps its id") {
  const RunningServer server(newsroom());
  std::string target = "/v1/feed?q=port&limit=5";
  std::set<std::string> entries;
  std::set<std::string> feeds;
  int pages = 0;
  for (; !target.empty() && pages < 10; ++pages) {
    const pugi::xml_document document = feed_at(server, target);
    const pugi::xml_node feed = document.child("feed");
    feeds.insert(feed.child_value("id"));
    for (const pugi::xml_node& entry : feed.children("entry")) {
      CHECK(entries.insert(entry.child_value("id")).second);
    }
    CHECK(!feed.child("opensearch:startIndex") == (pages > 0));
    const std::string next = link(feed, "next");
    target = next.empty() ? "" : target_of(next);
  }
  CHECK(pages == 3);
  CHECK(entries.size() == 12);
  CHECK(feeds.size() == 1);
  CHECK(feed_at(server, "/v1/feed?q=port&offset=10")
            .child("feed")
            .child_value("opensearch:startIndex") == std::string("11"));
}

TEST_CASE("feed: content type, gzip, 304, and the host that was asked") {
  const RunningServer server(newsroom());
  const auto result = server.get("/v1/feed?q=port");
  CHECK(result->get_header_value("Content-Type") == "application/atom+xml");
  CHECK(result->get_header_value("Vary") == "Accept-Encoding");
  const std::string etag = result->get_header_value("ETag");
  CHECK(server.get("/v1/feed?q=port", {{"If-None-Match", "\"x\", " + etag}})->status == 304);
  CHECK(server.get("/v1/feed?q=pain", {{"If-None-Match", etag}})->status == 200);
  const auto packed = server.get("/v1/feed?q=port", {{"Accept-Encoding", "gzip"}});
  CHECK(packed->get_header_value("Content-Encoding") == "gzip");
  CHECK(packed->body == result->body);
  const httplib::Headers proxied{{"Host", "presse.example"}, {"X-Forwarded-Proto", "https"}};
  const auto outside = server.get("/v1/feed?q=port", proxied);
  CHECK(outside->body.find("\"https://presse.example/v1/feed?q=port\"") != std::string::npos);
  CHECK(outside->get_header_value("ETag") != etag);
  const auto hostile = server.get("/v1/feed?q=port", {{"Host", "x\"><y"}});
  CHECK(hostile->body.find("href=\"/v1/feed?q=port\"") != std::string::npos);
}

TEST_CASE("feed: nothing found is a feed too, and faults are problems") {
  const RunningServer server(newsroom());
  const pugi::xml_document document = feed_at(server, "/v1/feed?q=introuvable");
  CHECK(document.child("feed").child_value("opensearch:totalResults") == std::string("0"));
  CHECK_FALSE(std::string(document.child("feed").child_value("updated")).empty());
  CHECK(server.get("/v1/feed?lmit=3")->status == 400);
  CHECK(server.get("/v1/feed?limit=0")->status == 400);
  CHECK(server.get("/v1/feed?limit=101")->status == 400);
  CHECK(server.get("/v1/feed?cursor=x")->status == 400);
  CHECK(server.get("/v1/feed?cursor=x&offset=3")->status == 400);
  CHECK(server.get("/v1/feed", {{"Accept", "text/html"}})->status == 406);
  CHECK(server.get("/v1/feed", {{"Accept", "application/rss+xml, */*;q=0.1"}})->status == 200);
}

}  // namespace gazette::server
