// The documentation of the language holds: every example is read as it says.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "server/query/limits.h"
#include "tests/server/query/reader.h"
#include "tests/source_tree.h"

using namespace gazette;
using gazette::testing::Reader;

namespace {

constexpr std::string_view kArrow = "→";

std::vector<std::string> documentation() {
  std::ifstream file(gazette::testing::source_tree() / "server/query/LANGUAGE.md");
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

/// The page writes « a b » with plain spaces: they stand for no-break ones.
std::string plain_spaces(std::string text) {
  const std::string no_break = "\u00A0";
  for (std::size_t at = text.find(no_break); at != std::string::npos;
       at = text.find(no_break, at)) {
    text.replace(at, no_break.size(), " ");
  }
  return text;
}

struct Example {
  std::string query;
  std::string interpreted;
  std::string code;  ///< of the mend, in examples of mends
};

/// The examples of the blocks marked ```name.
std::vector<Example> examples(std::string_view name) {
  std::vector<Example> out;
  bool inside = false;
  for (const std::string& line : documentation()) {
    if (line.starts_with("```")) {
      inside = line.substr(3) == name;
      continue;
    }
    if (!inside) continue;
    const std::size_t arrow = line.find(kArrow);
    REQUIRE(arrow != std::string::npos);
    Example example{trimmed(line.substr(0, arrow)), trimmed(line.substr(arrow + kArrow.size())),
                    ""};
    if (name == "réparée") {
      const std::size_t code = example.interpreted.rfind(' ');
      REQUIRE(code != std::string::npos);
      example.code = example.interpreted.substr(code + 1);
      example.interpreted = trimmed(example.interpreted.substr(0, code));
    }
    out.push_back(example);
  }
  return out;
}

}  // namespace

TEST_CASE("language: each example is read as the page says, and needs no mending") {
  Reader reader;
  const std::vector<Example> list = examples("requête");
  CHECK(list.size() > 40);
  for (const Example& example : list) {
    CAPTURE(example.query);
    const auto read = reader.read_strictly(example.query);
    REQUIRE(read.ok());
    CHECK(plain_spaces(read->interpreted) == example.interpreted);
    CHECK(read->warnings.empty());
  }
}

TEST_CASE("language: each mend is made as the page says, and refused when strict") {
  Reader reader;
  const std::vector<Example> list = examples("réparée");
  CHECK(list.size() >= 8);
  for (const Example& example : list) {
    CAPTURE(example.query);
    const server::ResolvedQuery query = reader.read(example.query);
    CHECK(plain_spaces(query.interpreted) == example.interpreted);
    REQUIRE_FALSE(query.warnings.empty());
    CHECK(query.warnings.front().code == example.code);
    CHECK_FALSE(reader.read_strictly(example.query).ok());
  }
}

TEST_CASE("language: the bounds that the page names are the bounds there are") {
  namespace limits = server::limits;
  std::string page;
  for (const std::string& line : documentation()) page += line + ' ';
  const std::vector<std::string> sentences{
      "16 384 octets, 2 048 mots, 32 parenthèses imbriquées et 64 `PROCHE` ou `SUIVI`, à 100 mots",
      "au plus 2 000 formes de l'archive, `mot~` 200, et une requête 6 000 en tout",
  };
  for (const std::string& sentence : sentences) {
    CAPTURE(sentence);
    CHECK(page.find(sentence) != std::string::npos);
  }
  CHECK(limits::kMaxQueryBytes == 16384);
  CHECK(limits::kMaxWords == 2048);
  CHECK(limits::kMaxDepth == 32);
  CHECK(limits::kMaxProximities == 64);
  CHECK(limits::kMaxWindow == 100);
  CHECK(limits::kMaxPrefixTerms == 2000);
  CHECK(limits::kMaxFuzzyTerms == 200);
  CHECK(limits::kMaxExpandedTerms == 6000);
}
