// One invented article in every encoding (fixtures/pont): every reader yields the same article, but
// for what its format cannot carry.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "indexer/readers/read_input.h"
#include "tests/indexer/readers/collector.h"
#include "tests/shared_data.h"
#include "tests/source_tree.h"

namespace gazette::indexer {
namespace {

using nlohmann::json;
using testing::Collected;

Collected read_path(const std::filesystem::path& path) {
  Collected out;
  read_input(
      path.filename().string(), [&] { return open_file(path.string()); }, "auto", ReadOptions{},
      out);
  return out;
}

json parsed(const std::filesystem::path& path) {
  std::ifstream in(path);
  return json::parse(in);
}

/// The article as expected.json writes it: places by name, the dateline as its text.
json summary_of(const Article& article) {
  json out = json::parse(to_json(article));
  if (article.dateline) out["dateline"] = article.dateline->text;
  json names = json::array();
  for (const Place& place : article.places) names.push_back(place.name);
  out["places"] = names;
  out.erase("version");
  return out;
}

/// What a format cannot carry, or carries otherwise: left out of the comparison.
struct Encoding {
  const char* file;
  std::vector<std::string> left_out;
};

std::string xix(std::string text) {  // what Windows-1252 cannot print
  const std::string letter = "ᵉ";
  for (std::size_t at = text.find(letter); at != std::string::npos; at = text.find(letter)) {
    text.replace(at, letter.size(), "e");
  }
  return text;
}

TEST_CASE("golden: every reader yields the same article") {
  const std::filesystem::path folder =
      testing::source_tree() / "tests/indexer/readers/fixtures/pont";
  const json expected = parsed(folder / "expected.json");
  const Encoding encodings[] = {
      {"native.ndjson", {}},
      {"french-keys.json", {}},
      {"ninjs-1.json", {}},
      {"ninjs-2.json", {}},
      {"ninjs-3.json", {}},
      {"rss.xml", {"places"}},
      {"atom.xml", {"places"}},
      {"comma.csv", {}},
      {"points-virgules.csv", {}},
      {"tabulations.tsv", {}},
      {"barres.csv", {}},
      {"windows-1252.csv", {}},
      {"newsml-g2-message.xml", {"section", "url"}},
      {"newsml-g2-nitf.xml", {"section", "url"}},
      {"nitf.xml", {"url", "rights"}},
      {"newsml1.xml", {"id", "url", "section"}},
      {"wxr.xml", {"id", "authors", "places", "rights"}},
      {"page.html", {"id"}},
      {"page-utf16.html.gz", {"id"}},
      {"page.txt",
       {"id", "url", "subtitle", "tags", "language", "dateline", "places", "image", "rights"}},
      {"wordpress-rest.json", {"id", "source", "language", "places", "rights"}},
  };
  for (const Encoding& encoding : encodings) {
    CAPTURE(std::string(encoding.file));
    const Collected out = read_path(folder / encoding.file);
    CHECK(out.rejects.empty());
    for (const Complaint& reject : out.rejects) MESSAGE(reject.reason);
    CHECK(out.warnings.empty());
    REQUIRE(out.records.size() == 1);
    for (const Complaint& warning : out.records[0].warnings) {
      MESSAGE(warning.field << ": " << warning.reason);
    }
    CHECK(out.records[0].warnings.empty());
    const json found = summary_of(out.records[0].article);
    for (const auto& [key, value] : expected.items()) {
      if (std::find(encoding.left_out.begin(), encoding.left_out.end(), key) !=
          encoding.left_out.end()) {
        continue;
      }
      CAPTURE(key);
      if (key == "subtitle") {
        CHECK(xix(found.value(key, "")) == xix(value));
      } else {
        CHECK(found.value(key, json()) == value);
      }
    }
  }
}

TEST_CASE("golden: places come with their ids, whatever named them") {
  const std::filesystem::path folder =
      testing::source_tree() / "tests/indexer/readers/fixtures/pont";
  for (const char* const file : {"native.ndjson", "rss.xml", "newsml-g2-nitf.xml", "nitf.xml",
                                 "ninjs-3.json", "newsml1.xml"}) {
    CAPTURE(std::string(file));
    const Collected out = read_path(folder / file);
    REQUIRE(out.records.size() == 1);
    const Article& article = out.records[0].article;
    REQUIRE_FALSE(article.places.empty());
    CHECK(article.places[0].id == "insee:86194");
    REQUIRE(article.dateline);
    REQUIRE(article.dateline->place);
    CHECK(article.dateline->place->id == "insee:86194");
  }
}

TEST_CASE("golden: versions, drafts and what is no article") {
  const std::filesystem::path folder =
      testing::source_tree() / "tests/indexer/readers/fixtures/pont";
  for (const char* const file :
       {"ninjs-1.json", "ninjs-3.json", "newsml-g2-message.xml", "newsml1.xml", "nitf.xml"}) {
    CAPTURE(std::string(file));
    const Collected out = read_path(folder / file);
    REQUIRE(out.records.size() == 1);
    CHECK(out.records[0].article.version == 3);
  }
  CHECK(read_path(folder / "wxr.xml").passed_over.size() == 2);                // a draft, a page
  CHECK(read_path(folder / "newsml-g2-message.xml").passed_over.size() == 2);  // package, picture
  CHECK(read_path(folder / "wxr.xml").records[0].article.authors ==
        std::vector<std::string>{"Anne Lemoine"});
  CHECK(read_path(folder / "wxr.xml").records[0].article.id == "https://lagazette.example/?p=42");
  CHECK(read_path(folder / "wordpress-rest.json").records[0].article.id ==
        "https://lagazette.example/?p=42");
  CHECK(read_path(folder / "newsml1.xml").records[0].article.id ==
        "urn:newsml:lagazette.example:20240412:pont");
}

/// Straight apostrophes, which WordPress makes curly.
std::string straight(std::string text) {
  const std::string curly = "’";
  for (std::size_t at = text.find(curly); at != std::string::npos; at = text.find(curly)) {
    text.replace(at, curly.size(), "'");
  }
  return text;
}

TEST_CASE("golden: the seed article in its encodings") {
  if (testing::shared_file("ingest-samples/lagazette/expected-article.json").empty()) return;
  const std::filesystem::path folder =
      testing::shared_file("ingest-samples/lagazette/expected-article.json").parent_path();
  const json expected = parsed(folder / "expected-article.json");
  const Encoding encodings[] = {
      {"native.ndjson", {"image"}},
      {"ninjs-3.1.json", {"dateline", "image"}},
      {"ninjs-1.6.json", {"id", "section", "tags", "source", "dateline", "image"}},
      {"rss.xml",
       {"modified", "dateline", "dateline_place", "places", "rights", "image", "language"}},
      {"atom.xml", {"id", "tags", "dateline", "dateline_place", "places", "rights", "image"}},
      {"newsml-g2.xml", {"id", "subtitle", "url", "section", "tags", "image"}},
      {"nitf.xml", {"url", "modified", "dateline", "image", "language"}},
      {"wxr.xml",
       {"id", "published", "modified", "authors", "places", "rights", "image", "language"}},
      {"wordpress-rest.json",
       {"id", "published", "modified", "authors", "places", "rights", "image", "language"}},
      {"comma.csv",
       {"modified", "tags", "dateline", "dateline_place", "rights", "image", "language"}},
      {"excel-fr-bom-semicolon.csv",
       {"id", "url", "subtitle", "published", "modified", "tags", "source", "dateline",
        "dateline_place", "places", "rights", "image", "language"}},
      {"windows-1252.csv",
       {"id", "url", "subtitle", "published", "modified", "tags", "source", "dateline",
        "dateline_place", "places", "rights", "image", "language"}},
  };
  for (const Encoding& encoding : encodings) {
    CAPTURE(std::string(encoding.file));
    const Collected out = read_path(folder / encoding.file);
    CHECK(out.rejects.empty());
    REQUIRE(out.records.size() == 1);
    const Article& article = out.records[0].article;
    CHECK(out.records[0].warnings.empty());
    json found = summary_of(article);
    if (!found.contains("authors")) found["authors"] = json::array();
    if (article.dateline && article.dateline->place)
      found["dateline_place"] = article.dateline->place->name;
    CHECK(straight(found.value("title", "")) == expected["title"]);
    CHECK(straight(found.value("body", "")) == straight(expected["body"]));
    if (article.published->offset_seconds == 3600)
      CHECK(found["published"] == expected["published"]);
    for (const auto& [key, value] : expected.items()) {
      if (key == "title" || key == "body" ||
          std::find(encoding.left_out.begin(), encoding.left_out.end(), key) !=
              encoding.left_out.end()) {
        continue;
      }
      CAPTURE(key);
      CHECK(found.value(key, json()) == value);
    }
  }
}

}  // namespace
}  // namespace gazette::indexer
