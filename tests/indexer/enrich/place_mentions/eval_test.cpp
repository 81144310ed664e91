// Mentions against hand-labelled press, where that data is at hand: the figures may only fall with
// a word on why.
#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "common/utf8.h"
#include "indexer/enrich/place_mentions/place_mentions.h"
#include "tests/shared_data.h"

namespace gazette::indexer {
namespace {

using Span = std::pair<std::size_t, std::size_t>;  // code points

std::vector<Span> predicted(const std::string& text) {
  const std::size_t cut = text.find("\n\n");
  const std::size_t body = cut == std::string::npos ? 0 : cut + 2;
  const std::string title = body == 0 ? "" : text.substr(0, cut);
  const FieldMentions mentions = find_place_mentions(
      {.title = title, .subtitle = {}, .body = std::string_view(text).substr(body)});
  std::vector<Span> spans;
  const auto add = [&](const std::vector<PlaceMention>& list, std::size_t offset) {
    for (const PlaceMention& mention : list) {
      const std::size_t begin =
          utf8::length(std::string_view(text).substr(0, mention.begin + offset));
      const std::size_t length = utf8::length(
          std::string_view(text).substr(mention.begin + offset, mention.end - mention.begin));
      spans.emplace_back(begin, begin + length);
    }
  };
  add(mentions.title, 0);
  add(mentions.body, body);
  return spans;
}

bool overlaps(const Span& span, const std::vector<Span>& others) {
  for (const Span& other : others) {
    if (span.first < other.second && other.first < span.second) return true;
  }
  return false;
}

TEST_CASE("place mentions: precision and recall on labelled press") {
  const auto path = gazette::testing::shared_file("places/eval/press-1.ndjson");
  if (path.empty()) return;
  std::ifstream in(path);
  double right = 0, predictions = 0, found = 0, wanted = 0;
  for (std::string line; std::getline(in, line);) {
    const nlohmann::json record = nlohmann::json::parse(line);
    std::vector<Span> gold;
    for (const auto& entity : record.at("entities")) {
      gold.emplace_back(entity.at("start").get<std::size_t>(), entity.at("end").get<std::size_t>());
    }
    const std::vector<Span> spans = predicted(record.at("text").get<std::string>());
    for (const Span& span : spans) right += overlaps(span, gold) ? 1 : 0;
    for (const Span& span : gold) found += overlaps(span, spans) ? 1 : 0;
    predictions += static_cast<double>(spans.size());
    wanted += static_cast<double>(gold.size());
  }
  REQUIRE(predictions > 0);
  REQUIRE(wanted > 0);
  CHECK(right / predictions >= 0.98);
  CHECK(found / wanted >= 0.95);
}

TEST_CASE("place mentions: every sentence of the shared table of traps") {
  const auto path = gazette::testing::shared_file("places/mentions-golden.tsv");
  if (path.empty()) return;
  std::ifstream in(path);
  std::string row;
  std::getline(in, row);
  int rows = 0;
  while (std::getline(in, row)) {
    const std::size_t first = row.find('\t');
    const std::size_t second = row.find('\t', first + 1);
    const std::string text = row.substr(0, first);
    CAPTURE(text);
    std::string found;
    for (const PlaceMention& mention :
         find_place_mentions({.title = {}, .subtitle = {}, .body = text}).body) {
      if (!found.empty()) found += ";";
      found += text.substr(mention.begin, mention.end - mention.begin) + "=" +
               place_of(mention, text).id;
    }
    CHECK(found == row.substr(first + 1, second - first - 1));
    ++rows;
  }
  CHECK(rows > 0);
}

}  // namespace
}  // namespace gazette::indexer
