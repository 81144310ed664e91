// Two parsers, one word: the tree and the refusals are nlohmann's.
#include "indexer/readers/json_parse.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace gazette::indexer {
namespace {

using Json = nlohmann::json;

/// The tree as text, or the kind of exception.
template <typename Parse>
std::string outcome(Parse parse) {
  try {
    const Json tree = parse();
    // Types count: 1 and 1.0 are the same text to some and not to others.
    std::string kinds;
    const Json flat = tree.flatten();
    for (const auto& [path, value] : flat.items()) kinds += value.type_name();
    return tree.dump() + kinds;
  } catch (const Json::parse_error& error) {
    return "parse error at " + std::to_string(error.byte);
  } catch (const Json::out_of_range&) {
    return "out of range";
  }
}

std::string ours(std::string_view bytes) {
  return outcome([&] { return parse_json(bytes).value(); });
}
std::string theirs(std::string_view bytes) {
  return outcome([&] { return Json::parse(bytes); });
}

const std::vector<std::string> kTexts = {
    R"({"id":"a","title":"L’été à Orléans","n":12,"m":-7,"x":1.5,"y":-0,"z":-0.0,"t":true,"v":null})",
    R"({"a":{"b":[1,[2,{"c":[]}],{}]},"a":2,"":""})",
    R"([18446744073709551615,9223372036854775808,9223372036854775807,-9223372036854775808])",
    R"([18446744073709551616,-9223372036854775809,1e308,1e-400,123456789012345678901234567890])",
    R"([1e999])",
    R"(["\u00e9\ud83d\ude00\n\t\"\\\/"])",
    R"(["\ud83d"])",
    R"(["\ude00"])",
    R"(["\uD800\u0041"])",
    R"(["\u12"])",
    "[\"\x01\"]",
    "[\"\xC3\x28\"]",
    "[\"\xED\xA0\x80\"]",
    "\xEF\xBB\xBF{\"a\":1}",
    "",
    " ",
    "1",
    "\"texte\"",
    "nul",
    "{\"a\":1}x",
    "{\"a\":1,}",
    "{'a':1}",
    "[01]",
    "[1.]",
    "[.5]",
    "[+1]",
    "[NaN]",
    R"({"a":"b" "c":1})",
};

TEST_CASE("JSON: what simdjson reads and what nlohmann reads are the same") {
  for (const std::string& text : kTexts) {
    CAPTURE(text);
    CHECK(ours(text) == theirs(text));
  }
}

TEST_CASE("JSON: the same for texts with a byte changed, dropped or doubled") {
  std::mt19937 random(12);
  const std::string bytes = "{}[]\",:\\u0dD89eE+-.1 \n\xC3\xA9\xED\xBF";
  for (int round = 0; round < 20000; ++round) {
    std::string text = kTexts[random() % kTexts.size()];
    for (std::size_t changes = 1 + random() % 3; changes > 0 && !text.empty(); --changes) {
      const std::size_t at = random() % text.size();
      switch (random() % 3) {
        case 0:
          text[at] = bytes[random() % bytes.size()];
          break;
        case 1:
          text.erase(at, 1);
          break;
        default:
          text.insert(at, 1, bytes[random() % bytes.size()]);
      }
    }
    CAPTURE(text);
    REQUIRE(ours(text) == theirs(text));
  }
}

TEST_CASE("JSON: deep nesting is refused, a long text read") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(parse_json(nested(kMaxNesting)).has_value());
  CHECK_FALSE(parse_json(nested(kMaxNesting + 1)).has_value());
  CHECK_FALSE(parse_json(nested(1'000'000)).has_value());
  CHECK_FALSE(parse_json(std::string(1'000'000, '[')).has_value());
  const std::string body(3 << 20, 'a');
  CHECK(parse_json("{\"body\":\"" + body + "\"}").value()["body"] == body);
}

}  // namespace
}  // namespace gazette::indexer
