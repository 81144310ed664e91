// What is typed, parted into whole words and the beginning of one.
#include "server/search/suggest/typed.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace gazette::server {
namespace {

std::string words_of(const Typed& typed) {
  std::string words;
  for (const Typed::Word& word : typed.words) words += (words.empty() ? "" : " ") + word.folded;
  return words;
}

TEST_CASE("typed: the last word is a beginning, what stands before is kept as it is") {
  struct Case {
    const char* q;
    const char* kept;
    const char* words;
    const char* last;
  };
  const std::vector<Case> cases = {
      {"gouv", "", "", "gouv"},
      {"Réfug", "", "", "refug"},
      {"aide hum", "aide ", "aide", "hum"},
      {"aide ", "aide ", "aide", ""},
      {"l'aze", "l'", "", "aze"},
      {"L’Azé", "L’", "", "aze"},
      {"cessez-le-f", "cessez-le-", "cessez le", "f"},
      {"  \"coeur de v", "  \"coeur de ", "coeur de", "v"},
      {"", "", "", ""},
      {" ,;", " ,;", "", ""},
  };
  Analyzer analyzer;
  for (const Case& c : cases) {
    CAPTURE(c.q);
    const Typed typed = parse_typed(c.q, analyzer);
    CHECK(typed.kept == c.kept);
    CHECK(words_of(typed) == c.words);
    CHECK(typed.last == c.last);
  }
}

TEST_CASE("typed: a text that no search box takes is not completed") {
  Analyzer analyzer;
  CHECK(parse_typed(std::string(kMaxTypedBytes + 1, 'a'), analyzer).empty());
  std::string many;
  for (std::size_t i = 0; i <= kMaxTypedWords + 1; ++i) many += "mot ";
  CHECK(parse_typed(many, analyzer).empty());
}

TEST_CASE("typed: the matched part ends on a letter of the word as printed") {
  CHECK(matched_bytes("gouvernement", "gouv") == 4);
  CHECK(matched_bytes("Azerbaïdjan", "azerbai") == 8);  // ï has two bytes
  CHECK(matched_bytes("cœur", "co") == 3);
  CHECK(matched_bytes("cœur", "coe") == 3);
  CHECK(matched_bytes("cœur", "coeu") == 4);
  CHECK(matched_bytes("ÉTÉ", "et") == 3);
  CHECK(matched_bytes("mer", "mere") == 0);
  CHECK(matched_bytes("", "a") == 0);
}

}  // namespace
}  // namespace gazette::server
