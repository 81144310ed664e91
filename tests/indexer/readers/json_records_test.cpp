// JSON parted into records, however it is laid out or broken.
#include "indexer/readers/json_records.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

namespace gazette::indexer {
namespace {

struct Split {
  std::vector<std::string> records;
  std::vector<std::size_t> lines;
  bool ok = false;
  std::string error;
};

Split split(std::string text, std::size_t limit = 1000) {
  InputStream input(from_memory(std::move(text)), "essai");
  Split out;
  const Result<std::size_t> result =
      split_json(input, limit, [&](std::string_view bytes, std::size_t line) {
        out.records.emplace_back(bytes);
        out.lines.push_back(line);
        return true;
      });
  out.ok = result.ok();
  if (!result.ok()) out.error = result.error().message;
  return out;
}

using Records = std::vector<std::string>;

TEST_CASE("json records: one object, an array, a wrapper, several values") {
  CHECK(split("{\"a\": 1}").records == Records{"{\"a\":1}"});
  CHECK(split("[{\"a\":1}, {\"b\":[2]}]").records == Records{"{\"a\":1}", "{\"b\":[2]}"});
  CHECK(split("{\"v\":1,\"articles\":[{\"a\":1},{}],\"w\":{}}").records ==
        Records{"{\"a\":1}", "{}"});
  CHECK(split("{\"a\":1}\n[{\"b\":2}]").records == Records{"{\"a\":1}", "{\"b\":2}"});
  CHECK(split("[]").ok);
  CHECK(split("").ok);
}

TEST_CASE("json records: brackets and quotes inside strings part nothing") {
  const Split found = split(R"([{"t":"a ] } \" \\"}, "[", 3])");
  CHECK(found.ok);
  CHECK(found.records == Records{R"({"t":"a ] } \" \\"})", R"("[")", "3"});
}

TEST_CASE("json records: each record says its line") {
  CHECK(split("[\n{},\n\n{\"a\":\n1},\n{}]").lines == std::vector<std::size_t>{2, 4, 6});
}

TEST_CASE("json records: what came before a break was handed over") {
  const Split cut = split("[{\"a\":1},\n{\"b\":");
  CHECK_FALSE(cut.ok);
  CHECK(cut.records == Records{"{\"a\":1}"});
  CHECK(cut.error.find("ligne 2") != std::string::npos);
}

TEST_CASE("json records: a record beyond the limit is an error, not memory") {
  CHECK_FALSE(split("[\"" + std::string(5000, 'x') + "\"]").ok);
  CHECK_FALSE(split("{\"a\":\"" + std::string(5000, 'x') + "\"}").ok);
  CHECK_FALSE(split("[" + std::string(5000, '[') + "]").ok);
}

TEST_CASE("json records: any bytes end") {
  std::mt19937 random(11);
  static const char kBytes[] = "{}[]\",:\\ \n\0ax1\xFF";
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t n = random() % 24; n > 0; --n) text += kBytes[random() % (sizeof kBytes - 1)];
    const Split found = split(text, 16);
    CHECK(found.records.size() <= text.size());
  }
}

TEST_CASE("json records: nesting is counted outside strings") {
  CHECK(nesting("") == 0);
  CHECK(nesting("{\"a\":[[1]]}") == 3);
  CHECK(nesting("{\"a\":\"[[[\\\"[\"}") == 1);
  CHECK(nesting(std::string(100000, '[')) == 100000);
  CHECK(nesting("]]]][") == 1);
}

}  // namespace
}  // namespace gazette::indexer
