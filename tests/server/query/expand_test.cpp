// Expansions against a reading of the whole vocabulary: nothing missed, nothing too much.
#include "server/query/expand.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/analysis/fold.h"
#include "common/utf8.h"
#include "tests/server/query/reader.h"

using namespace gazette;
using gazette::testing::Reader;
using server::Expander;
using server::Expansion;
using server::TextField;

namespace {

/// Edits between two words, letter by letter: the table that the walk must agree with.
int distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<int>(i + j);
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

std::u32string letters(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded d = utf8::decode(text, i);
    out += d.code_point;
    i += d.length;
  }
  return out;
}

/// A word of few different letters, so that many are near each other.
std::string random_word(std::mt19937& random) {
  static const std::vector<std::string> kLetters{"a", "b", "c", "é", "ï", "z", "œ", "д", "я"};
  std::string word;
  for (std::size_t i = 1 + random() % 6; i > 0; --i) word += kLetters[random() % kLetters.size()];
  return word;
}

/// Each folded form of the archive, as the index has it.
std::set<std::string> folded_forms(Reader& reader) {
  std::set<std::string> forms;
  for (std::size_t i = 0; i < reader.archive.size(); ++i) {
    const std::string text = reader.archive.article(i).body;
    for (const Token& token : reader.analyzer.analyze(text)) {
      if (!token.word->number) forms.insert(token.word->folded);
    }
  }
  return forms;
}

Reader& random_archive() {
  static Reader reader;
  if (reader.archive.size() == 0) {
    std::mt19937 random(1515);
    for (int i = 0; i < 40; ++i) {
      std::string body;
      for (int n = 0; n < 60; ++n) body += random_word(random) + ", ";
      reader.archive.add({.title = "", .body = body, .author = "", .day = 0});
    }
  }
  return reader;
}

}  // namespace

TEST_CASE("expand: a prefix stands for every folded form that begins so") {
  Reader& reader = random_archive();
  const std::set<std::string> forms = folded_forms(reader);
  std::mt19937 random(1);
  for (int i = 0; i < 500; ++i) {
    Expander expander(reader.archive, reader.analyzer);
    const std::string prefix = fold(random_word(random));
    CAPTURE(prefix);
    std::vector<std::string> expected;
    for (const std::string& form : forms) {
      if (form.starts_with(prefix)) expected.push_back(form);
    }
    const Expansion expansion = expander.prefix(prefix, TextField::kAny);
    CHECK(expansion.forms == expected);
    CHECK_FALSE(expansion.bounded);
  }
}

TEST_CASE("expand: a near word stands for every folded form within one edit") {
  Reader& reader = random_archive();
  const std::set<std::string> forms = folded_forms(reader);
  std::mt19937 random(2);
  for (int i = 0; i < 1000; ++i) {
    Expander expander(reader.archive, reader.analyzer);
    const std::string word = fold(random_word(random));
    CAPTURE(word);
    std::vector<std::string> expected;
    for (const std::string& form : forms) {
      if (distance(letters(word), letters(form)) <= 1) expected.push_back(form);
    }
    const Expansion expansion = expander.fuzzy(word, TextField::kAny);
    CHECK(expansion.bounded == (expansion.forms.size() < expected.size()));
    if (!expansion.bounded) CHECK(expansion.forms == expected);
  }
}

TEST_CASE("expand: the walk finds all words within two edits, with their distance") {
  Reader& reader = random_archive();
  std::mt19937 random(3);
  for (int i = 0; i < 300; ++i) {
    const std::string word = random_word(random);
    CAPTURE(word);
    std::set<std::string> found;
    server::MoveBudget budget{.left = 1000000};
    const auto cursor = reader.archive.cursor();
    server::walk_near(*cursor, "E", word, 2, budget,
                      [&](std::string_view form, std::uint32_t articles, int edits) {
                        CHECK(articles > 0);
                        CHECK(edits == distance(letters(word), letters(form)));
                        found.insert(std::string(form));
                      });
    std::set<std::string> expected;
    bool more = cursor->seek("E");
    while (more && cursor->term().starts_with("E")) {
      const std::string form(cursor->term().substr(1));
      if (distance(letters(word), letters(form)) <= 2) expected.insert(form);
      more = cursor->next();
    }
    CHECK(found == expected);
  }
}

TEST_CASE("expand: figures are a prefix of numbers, in the title too") {
  Reader reader;
  reader.archive.add({.title = "Le vol 2023", .body = "49.3 2024 2023e", .author = "", .day = 0});
  Expander expander(reader.archive, reader.analyzer);
  CHECK(expander.prefix("202", TextField::kAny).forms ==
        std::vector<std::string>{"2023", "2023e", "2024"});
  CHECK(expander.prefix("202", TextField::kTitle).forms == std::vector<std::string>{"2023"});
  CHECK(expander.prefix("vo", TextField::kTitle).terms == std::vector<std::string>{"Gvol"});
}

TEST_CASE("expand: past a bound the most frequent are kept, and it is told") {
  Reader reader;
  std::string all;
  for (std::size_t i = 0; i < server::limits::kMaxPrefixTerms + 50; ++i) {
    all += "mot" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i) + ", ";
  }
  reader.archive.add({.title = "", .body = all, .author = "", .day = 0});
  reader.archive.add({.title = "", .body = "mota0", .author = "", .day = 0});
  const server::ResolvedQuery query = reader.read("mot*");
  CHECK(query.root.word.terms.size() == server::limits::kMaxPrefixTerms);
  CHECK(std::binary_search(query.root.word.mark_forms.begin(), query.root.word.mark_forms.end(),
                           "mota0"));
  REQUIRE(query.warnings.size() == 1);
  CHECK(query.warnings.front().code == "expansion-bounded");

  std::string many;
  for (char c = 'a'; c <= 'z'; ++c) many += std::string("mot") + c + "* ";
  std::size_t terms = 0;
  for (const server::Node& child : reader.read(many + "mot* mo*").root.children) {
    terms += child.word.terms.size();
  }
  CHECK(terms == server::limits::kMaxExpandedTerms);
}
