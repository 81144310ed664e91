// What holds for any text and any bytes: marks and passages stand on characters and words, HTML and
// ranges say the same, nothing of the text is lost or invented.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/utf8.h"
#include "server/highlight/sentences.h"
#include "tests/server/highlight/query_marks.h"

using namespace gazette;
using namespace gazette::server;

namespace {

const std::vector<std::string> kFrench = {"le ",
                                          "l'",
                                          "l’",
                                          "Azerbaïdjan",
                                          "aide ",
                                          "humanitaire ",
                                          "AIDE ",
                                          "de ",
                                          "qu’",
                                          "il ",
                                          "cessez-le-feu ",
                                          ". ",
                                          ", ",
                                          "! ",
                                          "? ",
                                          "« ",
                                          " »",
                                          "\n\n",
                                          "\n",
                                          "15\u202f000 ",
                                          "M. ",
                                          "J.-C. ",
                                          "…",
                                          "Tours ",
                                          "conseil ",
                                          "sécurité ",
                                          "étudiant·e·s ",
                                          "e\u0301te\u0301 ",
                                          "O'Brien ",
                                          "humanitaires.\n",
                                          "(",
                                          ") ",
                                          "\"",
                                          "président ",
                                          "Conseil de sécurité "};

const std::vector<std::string> kUnicode = {
    "日本語",        "語",      "。",     "Москва ", "été",        "🇫🇷",     "👩\u200d👧",
    "a\u0301\u0302", " ",       "\u200b", "\u00ad",  "ﬁn ",        "Ελλάς ", "İ",
    "العربية ",      "ภาษาไทย", "x",      ". ",      "\U0001F600", "ß",      "aide ",
    "&<>\"'",        "\u2028",  "\uFEFF", "aide"};

const std::vector<std::string> kHostile = {"\xFF",
                                           "\xC3",
                                           "\x80",
                                           "\xE2\x80",
                                           "\xF0\x9F",
                                           "a",
                                           "aide ",
                                           ".",
                                           "\xC0\x80",
                                           " ",
                                           "\xED\xA0\x80",
                                           "\n\n",
                                           "é",
                                           std::string(1, '\0'),
                                           "<",
                                           "&amp;",
                                           "aide",
                                           "\xE2\x80\xAF",
                                           std::string(70, 'x')};

const std::vector<std::string> kQueries = {"aide",
                                           "aide humanitaire",
                                           "\"aide humanitaire\"",
                                           "\"conseil de sécurité\" azerbaïdjan",
                                           "tours étudiantes été 15000 brien",
                                           "aide NEAR/4 humanitaire",
                                           "\"aide aide\" aide",
                                           "=aide ~ete 日本語 москва",
                                           "le de"};

struct Round {
  std::string text;
  std::string query;
  FragmentOptions options;
};

Round make_round(std::mt19937& random) {
  const std::vector<std::string>* const bits =
      std::vector{&kFrench, &kUnicode, &kHostile}[random() % 3];
  Round round;
  for (int i = static_cast<int>(random() % 400); i > 0; --i) {
    round.text += (*bits)[random() % bits->size()];
    if (random() % 50 == 0) round.text += round.text.substr(round.text.size() / 2);
    if (round.text.size() > 4000) break;
  }
  round.query = kQueries[random() % kQueries.size()];
  round.options.count = random() % 5;
  round.options.size = std::vector<std::size_t>{1, 20, 80, 160, 500}[random() % 5];
  if (random() % 3 == 0) round.options.title = "L'aide humanitaire";
  return round;
}

/// Where the characters of `text` begin, and its end.
std::set<std::size_t> boundaries(const std::string& text) {
  std::set<std::size_t> result;
  for (std::size_t at = 0; at < text.size(); at += utf8::decode(text, at).length) result.insert(at);
  result.insert(text.size());
  return result;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string unescaped(std::string html) {
  html = replaced(std::move(html), "&lt;", "<");
  html = replaced(std::move(html), "&gt;", ">");
  html = replaced(std::move(html), "&quot;", "\"");
  html = replaced(std::move(html), "&#39;", "'");
  return replaced(std::move(html), "&amp;", "&");
}

void check_marks(const std::string& text, const std::vector<Span>& marks, Span passage) {
  const std::set<std::size_t> edges = boundaries(text);
  std::size_t at = passage.begin;
  for (const Span& mark : marks) {
    CHECK(mark.begin >= at);
    CHECK(mark.end > mark.begin);
    CHECK(edges.contains(mark.begin));
    CHECK(edges.contains(mark.end));
    at = mark.end + 1;  // marks that touch are one
  }
  CHECK((marks.empty() || marks.back().end <= passage.end));
}

/// HTML gives the passage and its ranges back.
void check_markup(const std::string& text, Span passage, const std::vector<Span>& marks) {
  const std::string html = to_html(text, passage, marks);
  CHECK(utf8::valid(html));
  std::string plain;
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t tag = std::min(html.find('<', at), html.size());
    plain += unescaped(html.substr(at, tag - at));
    at = tag;
    if (html.compare(at, 6, "<mark>") == 0) {
      ranges.emplace_back(utf8::length(plain), 0);
      at += 6;
    } else if (at < html.size()) {
      REQUIRE(html.compare(at, 7, "</mark>") == 0);
      ranges.back().second = utf8::length(plain);
      at += 7;
    }
  }
  CHECK(plain == utf8::repaired(text.substr(passage.begin, passage.end - passage.begin)));
  CHECK(ranges == to_ranges(text, passage, marks));
}

/// Offsets that a word has strictly inside.
std::set<std::size_t> insides_of_words(Analyzer& analyzer, const std::string& text) {
  std::set<std::size_t> result;
  for (const Token& token : analyzer.analyze(text)) {
    for (std::size_t at = token.begin + 1; at < token.end; ++at) result.insert(at);
  }
  return result;
}

/// Every mark begins where a word begins and ends where one ends.
void check_words(Analyzer& analyzer, const std::string& text, const std::vector<Span>& marks) {
  std::set<std::size_t> begins, ends;
  for (const Token& token : analyzer.analyze(text)) {
    begins.insert(token.begin);
    ends.insert(token.end);
  }
  for (const Span& mark : marks) {
    CHECK(begins.contains(mark.begin));
    CHECK(ends.contains(mark.end));
  }
}

bool inside_any(const std::vector<Span>& spans, Span inner) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const Span& s) { return s.begin <= inner.begin && inner.end <= s.end; });
}

void check_fragments(const Round& round, const std::vector<Fragment>& fragments,
                     const std::vector<Span>& all_marks, Analyzer& analyzer) {
  const std::string& text = round.text;
  CHECK(fragments.size() <= round.options.count);
  const bool blank = [&] {
    std::vector<Sentence> sentences;
    split_sentences(text, sentences);
    return sentences.empty();
  }();
  CHECK(fragments.empty() == (blank || round.options.count == 0));
  const std::set<std::size_t> edges = boundaries(text);
  const std::set<std::size_t> insides = insides_of_words(analyzer, text);
  for (const Fragment& f : fragments) {
    REQUIRE(f.passage.begin < f.passage.end);
    REQUIRE(f.passage.end <= text.size());
    for (const std::size_t edge : {f.passage.begin, f.passage.end}) {
      CHECK(edges.contains(edge));
      CHECK(!insides.contains(edge));
    }
    const std::string shown = text.substr(f.passage.begin, f.passage.end - f.passage.begin);
    CHECK(utf8::length(shown) <= 3 * round.options.size + 128);  // words and marks stay whole
    check_marks(text, f.marks, f.passage);
    check_markup(text, f.passage, f.marks);
    for (const Span& mark : f.marks) CHECK(inside_any(all_marks, mark));
    for (const Span& mark : all_marks) {
      if (inside_any({f.passage}, mark)) CHECK(inside_any(f.marks, mark));
    }
    for (const Fragment& other : fragments) {
      if (&other == &f) continue;
      CHECK((other.passage.end <= f.passage.begin || f.passage.end <= other.passage.begin));
    }
  }
}

}  // namespace

TEST_CASE("highlight: what holds for French, for any script and for any bytes") {
  std::mt19937 random(1897);
  Analyzer analyzer;
  for (int i = 0; i < 2000; ++i) {
    const Round round = make_round(random);
    CAPTURE(i);
    CAPTURE(round.query);
    CAPTURE(round.options.size);
    CAPTURE(round.text);
    const Marks marks = testing::marks_of(round.query, round.text, analyzer);
    Highlighter highlighter(marks, analyzer);
    const std::vector<Span> all = highlighter.mark(round.text, false);
    check_marks(round.text, all, {0, round.text.size()});
    check_markup(round.text, {0, round.text.size()}, all);
    check_words(analyzer, round.text, all);
    const std::vector<Fragment> fragments = highlighter.fragments(round.text, round.options);
    check_fragments(round, fragments, all, analyzer);
    const std::vector<Fragment> again = highlighter.fragments(round.text, round.options);
    REQUIRE(again.size() == fragments.size());
    for (std::size_t f = 0; f < again.size(); ++f) {
      CHECK(again[f].passage == fragments[f].passage);
      CHECK(again[f].marks == fragments[f].marks);
    }
  }
}

TEST_CASE("highlight: sequences agree with their definition on random positions") {
  std::mt19937 random(322);
  Analyzer analyzer;
  for (int i = 0; i < 500; ++i) {
    const std::vector<std::string> words = {"paix", "guerre", "port", "navire"};
    std::vector<std::string> text_words;
    std::string text;
    for (int n = static_cast<int>(random() % 40); n > 0; --n) {
      text_words.push_back(words[random() % words.size()]);
      text += text_words.back() + (random() % 4 == 0 ? ". " : " ");
    }
    const std::string& a = words[random() % 4];
    const std::string& b = words[random() % 4];
    const int window = 1 + static_cast<int>(random() % 5);
    const int kind = static_cast<int>(random() % 3);  // phrase, near, then
    const std::string number = std::to_string(window);
    const std::string query = kind == 0   ? "\"" + a + " " + b + "\""
                              : kind == 1 ? a + " NEAR/" + number + " " + b
                                          : a + " THEN/" + number + " " + b;
    std::set<std::size_t> wanted;
    const int size = static_cast<int>(text_words.size());
    for (int p = 0; p < size; ++p) {
      for (int q = 0; q < size; ++q) {
        const int gap = q - p;
        const bool fits = kind == 0   ? gap == 1
                          : kind == 1 ? gap != 0 && std::abs(gap) <= window
                                      : gap > 0 && gap <= window;
        if (!fits || text_words[static_cast<std::size_t>(p)] != a ||
            text_words[static_cast<std::size_t>(q)] != b) {
          continue;
        }
        wanted.insert({static_cast<std::size_t>(p), static_cast<std::size_t>(q)});
      }
    }
    CAPTURE(query);
    CAPTURE(text);
    const std::vector<Span> marks =
        Highlighter(testing::marks_of(query, text, analyzer), analyzer).mark(text, false);
    std::set<std::size_t> marked;
    for (const Token& token : analyzer.analyze(text)) {
      if (inside_any(marks, {token.begin, token.end})) marked.insert(token.position - 1);
    }
    CHECK(marked == wanted);
  }
}
