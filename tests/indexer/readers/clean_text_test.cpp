// Cleaning: white space and control characters in order, everything else kept.
#include "indexer/readers/clean_text.h"

#include <doctest/doctest.h>

#include <random>

#include "common/utf8.h"

namespace gazette::indexer {
namespace {

TEST_CASE("clean text: one line") {
  struct Case {
    const char* why;
    std::string text, want;
  };
  const Case cases[] = {
      {"nothing to do", "L'été à Łódź", "L'été à Łódź"},
      {"runs of white space", "  un\t\tdeux \r\n trois ", "un deux trois"},
      {"no-break spaces are text", "15\u00A0000\u202F€", "15\u00A0000\u202F€"},
      {"control characters go", std::string("a\0b\x07", 4) + "c\u0085d\x7F", "abc d"},
      {"NFD becomes NFC", "e\u0301te\u0301", "été"},
      {"a byte-order mark inside", "a\uFEFFb", "ab"},
      {"line and paragraph separators", "a\u2028b\u2029c", "a b c"},
      {"only white space", " \n\t ", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(clean_line(c.text) == c.want);
  }
}

TEST_CASE("clean text: paragraphs") {
  struct Case {
    const char* why;
    std::string text, want;
  };
  const Case cases[] = {
      {"paragraphs stay parted by one blank line", "un\n\ndeux", "un\n\ndeux"},
      {"several blank lines become one", "un\n \n\t\n\n\ndeux", "un\n\ndeux"},
      {"ends of lines of all systems", "un\r\ndeux\rtrois\n\r\nquatre",
       "un\ndeux\ntrois\n\nquatre"},
      {"a paragraph separator parts", "un\u2029deux\u2028trois", "un\n\ndeux\ntrois"},
      {"no white space at either end", "\n\n  un \n", "un"},
      {"spaces before an end of line go", "un  \ndeux", "un\ndeux"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(clean_paragraphs(c.text) == c.want);
  }
}

TEST_CASE("clean text: cleaning twice changes nothing more") {
  std::mt19937 random(5);
  static const char* const kPieces[] = {"é",      "e\u0301", " ",  "\n",           "\r",
                                        "\t",     "\u2029",  "a",  "\x01",         "\uFEFF",
                                        "\u0301", "\u00A0",  "한", "\u1100\u1161", "\v"};
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t n = random() % 20; n > 0; --n) text += kPieces[random() % std::size(kPieces)];
    CAPTURE(text);
    const std::string line = clean_line(text);
    const std::string paragraphs = clean_paragraphs(text);
    CHECK(clean_line(line) == line);
    CHECK(clean_paragraphs(paragraphs) == paragraphs);
    CHECK(utf8::valid(line));
  }
}

}  // namespace
}  // namespace gazette::indexer
