// Bytes -> requests, within the limits, however they arrive.
#include "common/http/request_reader.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace gazette::http {
namespace {

using State = RequestReader::State;

constexpr std::string_view kHost = "Host: h\r\n";

/// Feeds all bytes, in pieces of `step`; the last state.
State feed(RequestReader& reader, std::string_view bytes, std::size_t step, std::string& buffer) {
  State state = State::kNeedMore;
  for (std::size_t at = 0; at < bytes.size() && state == State::kNeedMore; at += step) {
    buffer += bytes.substr(at, step);
    state = reader.read(buffer);
  }
  return state;
}

int refused_with(std::string_view bytes, const Limits& limits = {}) {
  RequestReader reader(limits);
  std::string buffer;
  const State state = feed(reader, bytes, bytes.size(), buffer);
  if (state != State::kRefused) return state == State::kComplete ? 200 : 0;
  CHECK_FALSE(reader.refusal().detail.empty());
  return reader.refusal().status;
}

std::string get(std::string_view line, std::string_view headers = "") {
  return std::string(line) + "\r\n" + std::string(kHost) + std::string(headers) + "\r\n";
}

}  // namespace

TEST_CASE("request reader: a request is the same in one piece and byte by byte") {
  const std::string bytes =
      "POST /v1/search?q=l%E2%80%99ann%C3%A9e&a=1&a=2 HTTP/1.1\r\nHost: h\r\nX-A:  b \r\n"
      "Content-Length: 5\r\n\r\nhelloGET / HTTP/1.1\r\n";
  for (const std::size_t step : {bytes.size(), std::size_t{1}, std::size_t{7}}) {
    CAPTURE(step);
    const Limits limits;
    RequestReader reader(limits);
    std::string buffer;
    REQUIRE(feed(reader, bytes, step, buffer) == State::kComplete);
    bool keep = false;
    const httplib::Request request = reader.take(keep);
    CHECK(keep);
    CHECK(request.method == "POST");
    CHECK(request.path == "/v1/search");
    CHECK(request.get_param_value("q") == "l’année");
    CHECK(request.get_param_value_count("a") == 2);
    CHECK(request.get_param_value("a", 1) == "2");
    CHECK(request.get_header_value("x-a") == "b");
    CHECK(request.body == "hello");
  }
}

TEST_CASE("request reader: chunked bodies are read, extensions and trailers dropped") {
  const std::string bytes =
      "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
      "5;x=y\r\nhello\r\n1\r\n!\r\n0\r\nTrailer: x\r\n\r\n";
  for (const std::size_t step : {bytes.size(), std::size_t{1}}) {
    const Limits limits;
    RequestReader reader(limits);
    std::string buffer;
    REQUIRE(feed(reader, bytes, step, buffer) == State::kComplete);
    bool keep = false;
    CHECK(reader.take(keep).body == "hello!");
    CHECK(buffer.empty());
  }
}

TEST_CASE("request reader: pipelined requests come out one by one") {
  const Limits limits;
  RequestReader reader(limits);
  std::string buffer = get("GET /1 HTTP/1.1") + "\r\n" + get("GET /2 HTTP/1.1") +
                       get("GET /3 HTTP/1.0", "Connection: Keep-Alive\r\n") +
                       get("GET /4 HTTP/1.1", "Connection: x, close\r\n");
  const std::vector<std::pair<std::string, bool>> want{
      {"/1", true}, {"/2", true}, {"/3", true}, {"/4", false}};
  for (const auto& [path, keeps] : want) {
    REQUIRE(reader.read(buffer) == State::kComplete);
    bool keep = !keeps;
    CHECK(reader.take(keep).path == path);
    CHECK(keep == keeps);
  }
  CHECK(reader.read(buffer) == State::kNeedMore);
}

TEST_CASE("request reader: what two readers could understand in two ways is refused") {
  struct Case {
    const char* why;
    std::string bytes;
    int status;
  };
  const std::vector<Case> cases{
      {"plain", get("GET / HTTP/1.1"), 200},
      {"a proxy's absolute form", get("GET http://h:1/x?y HTTP/1.1"), 200},
      {"empty lines first", "\r\n\r\n" + get("GET / HTTP/1.1"), 200},
      {"no host", "GET / HTTP/1.1\r\n\r\n", 400},
      {"no host, old client", "GET / HTTP/1.0\r\n\r\n", 200},
      {"two hosts", get("GET / HTTP/1.1", "Host: other\r\n"), 400},
      {"bare line feeds", "GET / HTTP/1.1\nHost: h\n\n", 400},
      {"a bare line feed in a header", "GET / HTTP/1.1\r\nHost: h\nX: y\r\n\r\n", 400},
      {"folded header", get("GET / HTTP/1.1", "X: y\r\n z\r\n"), 400},
      {"space before the colon", get("GET / HTTP/1.1", "X : y\r\n"), 400},
      {"header without colon", get("GET / HTTP/1.1", "nonsense\r\n"), 400},
      {"control character in a header", get("GET / HTTP/1.1", "X: a\x01z\r\n"), 400},
      {"NUL in a header", get("GET / HTTP/1.1", std::string_view("X: a\0z\r\n", 8)), 400},
      {"NUL in the target", get(std::string_view("GET /\0 HTTP/1.1", 15)), 400},
      {"a space in the target", get("GET /a b HTTP/1.1"), 400},
      {"no version", get("GET /"), 400},
      {"another version", get("GET / HTTP/2.0"), 505},
      {"not HTTP", "\x16\x03\x01\x02", 400},
      {"bad escape in the path", get("GET /%zz HTTP/1.1"), 400},
      {"bad escape in the query", get("GET /?q=%e HTTP/1.1"), 400},
      {"no slash", get("GET x HTTP/1.1"), 400},
      {"length and chunks",
       get("POST / HTTP/1.1", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n"), 400},
      {"two lengths", get("POST / HTTP/1.1", "Content-Length: 1\r\nContent-Length: 2\r\n"), 400},
      {"negative length", get("POST / HTTP/1.1", "Content-Length: -1\r\n"), 400},
      {"plus length", get("POST / HTTP/1.1", "Content-Length: +1\r\n"), 400},
      {"no length", get("POST / HTTP/1.1", "Content-Length:\r\n"), 400},
      {"length past all numbers",
       get("POST / HTTP/1.1", "Content-Length: 99999999999999999999\r\n"), 413},
      {"another encoding", get("POST / HTTP/1.1", "Transfer-Encoding: gzip, chunked\r\n"), 501},
      {"another expectation", get("POST / HTTP/1.1", "Expect: tea\r\n"), 417},
      {"bad chunk size", get("POST / HTTP/1.1", "Transfer-Encoding: chunked\r\n") + "xx\r\n", 400},
      {"chunk without end",
       get("POST / HTTP/1.1", "Transfer-Encoding: chunked\r\n") + "1\r\nab\r\n", 400},
      {"endless chunk size",
       get("POST / HTTP/1.1", "Transfer-Encoding: chunked\r\n") + std::string(300, '0'), 400},
      {"chunk size past all numbers",
       get("POST / HTTP/1.1", "Transfer-Encoding: chunked\r\n") + "fffffffffffffffff\r\n", 413},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(refused_with(c.bytes) == c.status);
  }
}

TEST_CASE("request reader: every limit holds, and what is just within passes") {
  Limits limits;
  limits.target_bytes = 200;
  limits.head_bytes = 400;
  limits.header_lines = 5;
  limits.body_bytes = 10;
  const auto target = [](std::size_t size) {
    return get("GET /" + std::string(size, 'a') + " HTTP/1.1");
  };
  CHECK(refused_with(target(180), limits) == 200);
  CHECK(refused_with(target(200), limits) == 414);
  CHECK(refused_with("GET /" + std::string(300, 'a'), limits) == 414);
  CHECK(refused_with(get("GET / HTTP/1.1", "X: " + std::string(400, 'b') + "\r\n"), limits) == 431);
  CHECK(refused_with("GET / HTTP/1.1\r\nX: " + std::string(500, 'b'), limits) == 431);
  CHECK(refused_with(get("GET / HTTP/1.1", "A: 1\r\nB: 1\r\nC: 1\r\nD: 1\r\n"), limits) == 200);
  CHECK(refused_with(get("GET / HTTP/1.1", "A: 1\r\nB: 1\r\nC: 1\r\nD: 1\r\nE: 1\r\n"), limits) ==
        431);
  const auto body = [](std::size_t size) {
    return get("POST / HTTP/1.1", "Content-Length: " + std::to_string(size) + "\r\n") +
           std::string(size, 'x');
  };
  CHECK(refused_with(body(10), limits) == 200);
  CHECK(refused_with(body(11), limits) == 413);
  const std::string chunked = get("POST / HTTP/1.1", "Transfer-Encoding: chunked\r\n");
  CHECK(refused_with(chunked + "a\r\n0123456789\r\n0\r\n\r\n", limits) == 200);
  CHECK(refused_with(chunked + "a\r\n0123456789\r\n1\r\nx\r\n", limits) == 413);
}

TEST_CASE("request reader: Range never reaches a handler") {
  const Limits limits;
  RequestReader reader(limits);
  std::string buffer = get("GET / HTTP/1.1", "range: bytes=0-1,2-3\r\nIf-Range: x\r\n");
  REQUIRE(reader.read(buffer) == State::kComplete);
  bool keep = false;
  const httplib::Request request = reader.take(keep);
  CHECK_FALSE(request.has_header("Range"));
  CHECK_FALSE(request.has_header("If-Range"));
}

TEST_CASE("request reader: 100-continue is due once, before the body") {
  const Limits limits;
  RequestReader reader(limits);
  std::string buffer = get("POST / HTTP/1.1", "Expect: 100-continue\r\nContent-Length: 2\r\n");
  REQUIRE(reader.read(buffer) == State::kNeedMore);
  CHECK(reader.take_continue());
  CHECK_FALSE(reader.take_continue());
  buffer += "ok";
  CHECK(reader.read(buffer) == State::kComplete);
}

TEST_CASE(
    "request reader: any bytes end in a request, a refusal or a wait, never past the limits") {
  std::mt19937 random(11);
  Limits limits;
  limits.head_bytes = limits.target_bytes = 300;
  limits.body_bytes = 100;
  const std::string seed =
      "POST /a?b=%41 HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: "
      "chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
  int complete = 0;
  int refused = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = seed;
    for (std::size_t edits = random() % 4; edits > 0; --edits) {
      const std::size_t at = random() % bytes.size();
      if (random() % 2 == 0) {
        bytes[at] = static_cast<char>(random());
      } else {
        bytes.insert(at, random() % 600, static_cast<char>(random()));
      }
    }
    RequestReader reader(limits);
    std::string buffer;
    const State state = feed(reader, bytes, 1 + random() % 50, buffer);
    complete += state == State::kComplete ? 1 : 0;
    refused += state == State::kRefused ? 1 : 0;
    CHECK(reader.held_bytes() <= limits.body_bytes);
  }
  CHECK(complete > 100);
  CHECK(refused > 100);
}

}  // namespace gazette::http
