// What holds of every route: HEAD, OPTIONS, 405, 406, compression, any bytes.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "common/http/url.h"
#include "server/http/routes.h"
#include "tests/server/http/running_server.h"

namespace gazette::server {
namespace {

using testing::newsroom;
using testing::RunningServer;

/// An address of this route that answers 200.
std::string address_of(const Route& route) {
  std::string pattern(route.pattern);
  const std::size_t open = pattern.find('{');
  if (open != std::string::npos) {
    const std::string name = pattern.substr(open, pattern.find('}') + 1 - open);
    pattern.replace(open, name.size(), name == "{id}" ? "art%2F1" : "section");
  }
  if (pattern == "/v1/analyze") pattern += "?text=port";
  if (pattern == "/v1/trends" || pattern == "/v1/suggest") pattern += "?q=port";
  return pattern;
}

bool negotiates(std::string_view pattern) { return pattern.starts_with("/v1/"); }

}  // namespace

TEST_CASE("every route: HEAD is GET without a body, OPTIONS and 405 tell the methods") {
  const RunningServer server(newsroom());
  httplib::Client client = server.client();
  for (const Route& route : routes()) {
    const std::string address = address_of(route);
    CAPTURE(address);
    const auto options = client.Options(address);
    REQUIRE(options);
    CHECK(options->status == 204);
    CHECK(options->get_header_value("Allow") == route.methods);
    const auto refused = client.Delete(address);
    REQUIRE(refused);
    CHECK(refused->status == 405);
    CHECK(refused->get_header_value("Allow") == route.methods);
    CHECK(client.Post(address, "{}", "application/json")->status != 500);
    if (route.get == nullptr) {
      CHECK(server.get(address)->status == 405);
      CHECK(client.Head(address)->status == 405);
      continue;
    }
    const auto get = server.get(address);
    REQUIRE(get);
    if (get->status == 303) continue;  // a form's fields become the address of a search
    CHECK(get->status == 200);
    CHECK_FALSE(get->body.empty());
    CHECK(get->has_header("Content-Type"));
    const auto head = client.Head(address);
    REQUIRE(head);
    CHECK(head->status == 200);
    CHECK(head->body.empty());
    CHECK(head->get_header_value("Content-Type") == get->get_header_value("Content-Type"));
  }
}

TEST_CASE("every route: what cannot be sent is a 406, what is text is compressed") {
  const RunningServer server(newsroom());
  for (const Route& route : routes()) {
    if (route.get == nullptr) continue;
    const std::string address = address_of(route);
    CAPTURE(address);
    if (negotiates(route.pattern)) {
      const auto refused = server.get(address, {{"Accept", "image/png"}});
      CHECK(refused->status == 406);
      CHECK(refused->get_header_value("Content-Type") == "application/problem+json");
    }
    const auto plain = server.get(address);
    if (plain->status == 303) continue;
    CHECK(plain->get_header_value_count("Vary") >= 1);
    std::string vary;
    for (std::size_t i = 0; i < plain->get_header_value_count("Vary"); ++i) {
      vary += plain->get_header_value("Vary", i) + ",";
    }
    CHECK(vary.find("Accept-Encoding") != std::string::npos);
    const auto packed = server.get(address, {{"Accept-Encoding", "gzip"}});
    CHECK(packed->has_header("Content-Encoding") ==
          (plain->body.size() >= 1400 || route.pattern == "/v1/export"));
    const std::string etag = plain->get_header_value("ETag");
    if (etag.empty()) continue;
    CHECK(server.get(address, {{"If-None-Match", "\"a\", W/\"b\" , " + etag}})->status == 304);
    CHECK(server.get(address, {{"If-None-Match", "*"}})->status == 304);
    CHECK(server.get(address, {{"If-None-Match", "\"a\""}})->status == 200);
  }
}

TEST_CASE("every route: a long problem is compressed as well") {
  const RunningServer server(newsroom());
  std::string target = "/v1/search?";
  for (int i = 0; i < 50; ++i) target += "unknown" + std::to_string(i) + "=1&";
  const auto packed = server.get(target, {{"Accept-Encoding", "gzip"}});
  CHECK(packed->status == 400);
  CHECK(packed->get_header_value("Content-Encoding") == "gzip");
}

TEST_CASE("every route: any bytes in a query string are answered, never with a 5xx") {
  const RunningServer server(newsroom());
  std::mt19937 random(77);
  for (const Route& route : routes()) {
    if (route.get == nullptr) continue;
    for (int round = 0; round < 20; ++round) {
      std::string junk;
      for (auto size = random() % 12; size > 0; --size) junk += static_cast<char>(random());
      static constexpr const char* kNames[] = {"q",      "from", "limit", "cursor", "format",
                                               "fields", "sort", "place", "x"};
      const std::string address = address_of(route);
      const std::string target = address + (address.find('?') == std::string::npos ? "?" : "&") +
                                 kNames[random() % 9] + "=" + http::percent_encoded(junk);
      CAPTURE(target);
      const auto result = server.get(target);
      REQUIRE(result);
      CHECK(result->status < 500);
    }
  }
}

}  // namespace gazette::server
