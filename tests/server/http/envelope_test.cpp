// What every answer carries: negotiation, compression, tags, keys, limits, suggestions.
#include <doctest/doctest.h>
#include <httplib.h>
#include <zlib.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>

#include "common/cli/nearest_word.h"
#include "common/http/keys.h"
#include "server/http/accept.h"
#include "server/http/etag.h"
#include "server/http/gzip.h"
#include "server/http/rate_limit.h"
#include "tests/server/search/test_archive.h"

namespace gazette::server {
namespace {

using http::Keys;

httplib::Request with_header(const char* name, const char* value) {
  httplib::Request request;
  request.headers.emplace(name, value);
  return request;
}

std::string inflated(const std::string& data) {
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 31) == Z_OK);
  std::string out(8u << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = static_cast<uInt>(data.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

Result<Keys> keys_of(const std::string& content) {
  const testing::TempFolder folder;
  std::filesystem::create_directories(folder.path());
  const std::string path = (folder.path() / "keys").string();
  std::ofstream(path) << content;
  return Keys::read(path);
}

}  // namespace

TEST_CASE("accept: the most specific range counts") {
  struct Case {
    const char* header;
    double json, html;
  };
  for (const Case& c : {
           Case{"*/*", 1, 1},
           {"application/json", 1, 0},
           {"text/html", 0, 1},
           {"text/html,application/xhtml+xml,*/*;q=0.8", 0.8, 1},
           {"application/*;q=0.5, text/html;q=0.1", 0.5, 0.1},
           {"APPLICATION/JSON;q=0", 0, 0},
           {"application/json;q=x", 0, 0},
           {"", 1, 1},
           {",,;", 0, 0},
       }) {
    CAPTURE(c.header);
    const httplib::Request request = with_header("Accept", c.header);
    CHECK(accept_quality(request, "application/json") == doctest::Approx(c.json));
    CHECK(accept_quality(request, "text/html") == doctest::Approx(c.html));
  }
  CHECK(accept_quality(httplib::Request{}, "application/json") == 1);
}

TEST_CASE("accept: gzip only where it is taken") {
  struct Case {
    const char* header;
    bool takes;
  };
  for (const Case& c : {Case{"gzip, deflate, br", true},
                        {"gzip;q=0", false},
                        {"br", false},
                        {"*", true},
                        {"*;q=0", false},
                        {"identity, GZIP;q=0.1", true}}) {
    CAPTURE(c.header);
    CHECK(accepts_gzip(with_header("Accept-Encoding", c.header)) == c.takes);
  }
  CHECK_FALSE(accepts_gzip(httplib::Request{}));
}

TEST_CASE("etag: If-None-Match compares weakly, in lists, and takes the star") {
  const std::string etag = "W/\"r1-ab\"";
  for (const char* hit : {"W/\"r1-ab\"", "\"r1-ab\"", "\"x\", W/\"r1-ab\"", "*"}) {
    CHECK(none_match_hits(with_header("If-None-Match", hit), etag));
  }
  for (const char* miss : {"\"r1-ac\"", "r1-ab", "W/\"r1-a\""}) {
    CHECK_FALSE(none_match_hits(with_header("If-None-Match", miss), etag));
  }
  CHECK_FALSE(none_match_hits(httplib::Request{}, etag));
}

TEST_CASE("etag: changes with whatever the answer depends on, and with nothing else") {
  const http::QueryList query{{"q", "a"}, {"limit", "5"}};
  const http::QueryList joined{{"q", "a\0limit"}, {"5", ""}};
  const EtagInput base{7, "f", "/v1/search", query, 100};
  const std::string etag = make_etag(base);
  CHECK(etag.starts_with("W/\"r7-"));
  CHECK(etag == make_etag(base));
  CHECK(etag != make_etag({7, "g", "/v1/search", query, 100}));
  CHECK(etag != make_etag({7, "f", "/v1/searc", query, 100}));
  CHECK(etag != make_etag({7, "f", "/v1/search", query, 101}));
  CHECK(etag != make_etag({7, "f", "/v1/search", joined, 100}));
}

TEST_CASE("gzip: what is packed, whole or in pieces, unpacks to the same") {
  std::mt19937 random(5);
  for (const std::size_t size : {0u, 1u, 5'000u, 300'000u}) {
    std::string data(size, 'a');
    for (std::size_t i = 0; i < size; i += 3) data[i] = static_cast<char>('a' + random() % 26);
    CHECK(inflated(gzipped(data)) == data);
    GzipStream stream;
    std::string out;
    for (std::size_t at = 0; at < size; at += 777) stream.write(data.substr(at, 777), out);
    stream.finish(out);
    CHECK(inflated(out) == data);
  }
  CHECK(is_compressible("application/json"));
  CHECK(is_compressible("text/html; charset=utf-8"));
  CHECK(is_compressible("application/x-ndjson"));
  CHECK_FALSE(is_compressible("image/png"));
  CHECK_FALSE(is_compressible(""));
}

TEST_CASE("keys: one a line, and only those open") {
  const auto keys = keys_of("# équipe web\n0123456789abcdef\n\n  fedcba9876543210zz  \r\n");
  REQUIRE(keys.ok());
  CHECK_FALSE(keys->open());
  CHECK(keys->accept("Bearer 0123456789abcdef"));
  CHECK(keys->accept("bearer fedcba9876543210zz"));
  for (const char* wrong :
       {"", "Bearer ", "Bearer 0123456789abcde", "Bearer 0123456789abcdeX",
        "Bearer 0123456789abcdef0", "Basic 0123456789abcdef", "0123456789abcdef"}) {
    CAPTURE(wrong);
    CHECK_FALSE(keys->accept(wrong));
  }
  CHECK(Keys().open());
}

TEST_CASE("keys: one header, not two of which a proxy may have judged the other") {
  const auto keys = keys_of("0123456789abcdef\n");
  REQUIRE(keys.ok());
  httplib::Request request;
  CHECK_FALSE(keys->admit(request));
  request.headers.emplace("Authorization", "Bearer 0123456789abcdef");
  CHECK(keys->admit(request));
  request.headers.emplace("authorization", "Bearer 0123456789abcdef");
  CHECK_FALSE(keys->admit(request));
}

TEST_CASE("keys: a file that would lock everybody out or let anybody in is refused") {
  CHECK_FALSE(keys_of("").ok());
  CHECK_FALSE(keys_of("# rien\n").ok());
  CHECK_FALSE(keys_of("court\n").ok());
  CHECK_FALSE(keys_of("deux mots font une clé bien longue\n").ok());
  CHECK_FALSE(Keys::read("/no/such/file").ok());
}

TEST_CASE("rate limit: a burst, then the rate, each address for itself") {
  RateLimit limit(10);
  const auto start = RateLimit::Clock::now();
  int taken = 0;
  while (taken < 1000 && limit.take("a", start)) ++taken;
  CHECK(taken == 20);
  CHECK(limit.take("b", start));
  CHECK_FALSE(limit.take("a", start + std::chrono::milliseconds(50)));
  CHECK(limit.take("a", start + std::chrono::milliseconds(160)));
  RateLimit none(0);
  for (int i = 0; i < 1000; ++i) CHECK(none.take("a", start));
}

TEST_CASE("nearest word: slips are mended, other words are not") {
  const std::vector<std::string_view> words{"limit", "offset", "section", "from", "to"};
  CHECK(nearest_word("limt", words) == "limit");
  CHECK(nearest_word("ofsett", words) == "offset");
  CHECK(nearest_word("form", words) == "from");
  CHECK(nearest_word("banana", words).empty());
  CHECK(nearest_word("", words).empty());
  CHECK(edit_distance("abcd", "acbd") == 1);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance(std::string(1000, 'a'), "b") == 64);
}

}  // namespace gazette::server
