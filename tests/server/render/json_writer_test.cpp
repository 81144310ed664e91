// JSON straight into a string, for any bytes.
#include "server/render/json_writer.h"

#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <random>

namespace gazette::server {
namespace {

std::string as_json(std::string_view text) {
  std::string out;
  append_json_string(text, out);
  return out;
}

}  // namespace

TEST_CASE("json: strings are escaped where JSON asks for it and nowhere else") {
  struct Case {
    std::string_view text, want;
  };
  for (const Case& c : {
           Case{"l’été à Bakou", "\"l’été à Bakou\""},
           {"a \"b\" \\ c/d", R"("a \"b\" \\ c/d")"},
           {"1\n2\r3\t4", R"("1\n2\r3\t4")"},
           {std::string_view("\0\x1f", 2), R"("\u0000\u001f")"},
           {"\xE9t\xE9", "\"\uFFFDt\uFFFD\""},
           {"", "\"\""},
       }) {
    CAPTURE(c.text);
    CHECK(as_json(c.text) == c.want);
  }
}

TEST_CASE("json: any bytes come out as JSON that another reader takes") {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::string bytes(random() % 60, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    const auto read = nlohmann::json::parse(as_json(bytes), nullptr, false);
    REQUIRE(read.is_string());
    if (nlohmann::json::parse(as_json("x" + bytes)).get<std::string>() == "x" + bytes) {
      CHECK(read.get<std::string>() == bytes);
    }
  }
}

TEST_CASE("json: commas stand between and nowhere else") {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.string("a", "x");
  json.key("b");
  json.begin_array();
  json.number(std::uint64_t{1});
  json.begin_array();
  json.end_array();
  json.begin_object();
  json.end_object();
  json.null();
  json.end_array();
  json.string_or_null("c", "");
  json.boolean("d", false);
  json.number("e", 0.5);
  json.number("f", std::numeric_limits<double>::infinity());
  json.end_object();
  CHECK(out == R"({"a":"x","b":[1,[],{},null],"c":null,"d":false,"e":0.5,"f":null})");
}

}  // namespace gazette::server
