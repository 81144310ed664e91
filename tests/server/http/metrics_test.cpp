// /metrics: Prometheus' text form, and nothing of what was asked.
#include "server/http/metrics.h"

#include <doctest/doctest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "tests/server/http/running_server.h"

namespace gazette::server {
namespace {

using testing::newsroom;
using testing::RunningServer;

/// Samples by name and labels. Every line must be a sample or a comment that Prometheus takes.
std::map<std::string, double> samples_of(const std::string& text) {
  static const std::regex kSample(
      R"re(([a-z_]+(?:\{[a-z]+="(?:[^"\\\n]|\\.)*"(?:,[a-z]+="(?:[^"\\\n]|\\.)*")*\})?) (\S+))re");
  static const std::regex kComment(R"re(# (HELP|TYPE) [a-z_]+ .+)re");
  std::map<std::string, double> samples;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    std::smatch match;
    if (std::regex_match(line, match, kSample)) {
      CHECK(samples.emplace(match[1], std::stod(match[2])).second);
    } else {
      CHECK(std::regex_match(line, kComment));
    }
  }
  CHECK(text.ends_with('\n'));
  return samples;
}

}  // namespace

TEST_CASE("metrics: what was answered, by route, method and status") {
  const RunningServer server(newsroom());
  httplib::Client client = server.client();
  server.get("/v1/search?q=secretissime");
  server.get("/v1/search?q=port");
  server.get("/v1/search?limt=1");
  client.Head("/v1/articles/art%2F1");
  server.get("/v1/articles/art%2F2");
  server.get("/secretissime");
  client.Delete("/v1/search");
  server.get("/v1/export?q=secretissime");
  const std::string requests = "gazette_http_requests_total";
  const std::string exported = requests + R"({route="/v1/export",method="GET",status="200"})";
  auto result = server.get("/metrics");
  // A streamed answer is counted once its last byte has gone, which its reader may see before.
  while (result && result->body.find(exported) == std::string::npos) {
    result = server.get("/metrics");
  }
  REQUIRE(result);
  CHECK(result->status == 200);
  CHECK(result->get_header_value("Content-Type") == "text/plain; version=0.0.4; charset=utf-8");
  CHECK(result->body.find("secretissime") == std::string::npos);
  CHECK(result->body.find("art") == result->body.find("articles"));  // no id
  const auto samples = samples_of(result->body);
  CHECK(samples.at(requests + R"({route="/v1/search",method="GET",status="200"})") == 2);
  CHECK(samples.at(requests + R"({route="/v1/search",method="GET",status="400"})") == 1);
  CHECK(samples.at(requests + R"({route="/v1/search",method="other",status="405"})") == 1);
  CHECK(samples.at(requests + R"({route="/v1/articles/{id}",method="HEAD",status="200"})") == 1);
  CHECK(samples.at(requests + R"({route="other",method="GET",status="404"})") == 1);
  CHECK(samples.at(exported) == 1);
  const std::string time = "gazette_http_request_duration_seconds";
  CHECK(samples.at(time + R"(_count{route="/v1/search"})") == 4);
  CHECK(samples.at(time + R"(_bucket{route="/v1/search",le="+Inf"})") == 4);
  CHECK(samples.at(time + R"(_bucket{route="/v1/search",le="0.0005"})") <=
        samples.at(time + R"(_bucket{route="/v1/search",le="60"})"));
  CHECK(samples.at("gazette_http_requests_in_flight") == 1);  // this one
  CHECK(samples.at("gazette_archive_ready") == 1);
  CHECK(samples.at("gazette_archive_articles") == 12);
  CHECK(samples.at("process_resident_memory_bytes") > 1e6);
}

TEST_CASE("metrics: without a database too") {
  const RunningServer server({});
  const auto samples = samples_of(server.get("/metrics")->body);
  CHECK(samples.at("gazette_archive_ready") == 0);
  CHECK(samples.at("gazette_archive_articles") == 0);
}

TEST_CASE("metrics: labels are escaped, times fall into their buckets") {
  CHECK(label_value("a\"b\\c\nd") == "a\\\"b\\\\c\\nd");
  Metrics metrics;
  using std::chrono::milliseconds;
  for (const int ms : {0, 1, 3, 70, 100'000}) metrics.count("/", "GET", 200, milliseconds(ms), 10);
  metrics.count("/", "BREW\n", 405, milliseconds(1), 10);
  const auto samples = samples_of(metrics.text({}));
  const std::string bucket = "gazette_http_request_duration_seconds_bucket{route=\"/\",le=\"";
  CHECK(samples.at(bucket + "0.001\"}") == 3);
  CHECK(samples.at(bucket + "0.005\"}") == 4);
  CHECK(samples.at(bucket + "0.1\"}") == 5);
  CHECK(samples.at(bucket + "60\"}") == 5);
  CHECK(samples.at(bucket + "+Inf\"}") == 6);
  CHECK(samples.at("gazette_http_sent_bytes_total{route=\"/\"}") == 60);
  CHECK(
      samples.contains("gazette_http_requests_total{route=\"/\",method=\"other\",status=\"405\"}"));
}

}  // namespace gazette::server
