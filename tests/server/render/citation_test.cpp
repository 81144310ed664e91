// Articles as reference managers read them.
#include "server/render/citation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "common/utf8.h"
#include "tests/server/render/answers.h"

namespace gazette::server {
namespace {

std::string ris_of(const Article& article) {
  std::string out;
  write_ris(article, out);
  return out;
}

std::string bibtex_of(const Article& article) {
  std::string out;
  write_bibtex(article, out);
  return out;
}

/// An article whose every text is `text`.
Article made_of(const std::string& text) {
  Article article;
  article.id = text;
  article.title = text;
  article.source = text;
  article.section = text;
  article.authors = {text, "Ana Karimova"};
  article.tags = {text};
  article.url = text;
  article.language = text;
  article.dateline = Dateline{text, {}};
  return article;
}

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> kTexts = {
      "ER  - \r\nTY  - JOUR",
      "a\nER  - ",
      "\u2028ER  - \u0085TY  - X",
      "}\n@article{autre, title = {x}",
      "{{{",
      "}}}",
      "\\}\\{ \\",
      "100 % & #1 $ _ ~ ^ \\input{x}",
      "and",
      "Martin and Fils and Cie",
      "a, b, c, d",
      "\xFF\xFE bytes \xC3",
      std::string("nul\0nul", 7),
      "\x0B\x0C\x1B[31m",
      "",
  };
  return kTexts;
}

}  // namespace

TEST_CASE("ris: an article of a newspaper") {
  CHECK(ris_of(testing::full_hit().article) ==
        "TY  - NEWS\r\n"
        "T1  - L'Azerbaïdjan envoie \"de l'aide\" & du pain\r\n"
        "A1  - Ana Karimova\r\n"
        "A1  - Luc Petit\r\n"
        "JO  - La Gazette\r\n"
        "CY  - Paris\r\n"
        "PY  - 2023/09/22\r\n"
        "M2  - Monde\r\n"
        "KW  - =aide\r\n"
        "KW  - Karabakh\r\n"
        "LA  - fr\r\n"
        "UR  - https://gazette.example/aide?a=1&b=2\r\n"
        "ID  - 2023/09/aide-1\r\n"
        "ER  - \r\n\r\n");
}

TEST_CASE("ris: no text makes a line of its own") {
  for (const std::string& text : hostile_texts()) {
    CAPTURE(text);
    const std::string ris = ris_of(made_of(text));
    CHECK(utf8::valid(ris));
    std::size_t ends = 0;
    for (std::size_t at = 0; at < ris.size();) {
      const std::size_t end = ris.find("\r\n", at);
      REQUIRE(end != std::string::npos);
      const std::string line = ris.substr(at, end - at);
      CHECK(line.find_first_of("\r\n\v\f") == std::string::npos);
      if (line.starts_with("ER  - ")) ++ends;
      if (!line.empty()) CHECK(line.substr(2, 4) == "  - ");
      at = end + 2;
    }
    CHECK(ends == 1);
    CHECK(ris.ends_with("\r\nER  - \r\n\r\n"));
  }
}

TEST_CASE("bibtex: an article of a newspaper") {
  CHECK(bibtex_of(testing::full_hit().article) ==
        "@article{2023/09/aide-1,\n"
        "  title = {{L'Azerbaïdjan envoie \"de l'aide\" \\& du pain}},\n"
        "  author = {Ana Karimova and Luc Petit},\n"
        "  journal = {La Gazette},\n"
        "  date = {2023-09-22},\n"
        "  year = {2023},\n"
        "  month = {9},\n"
        "  address = {Paris},\n"
        "  note = {Monde},\n"
        "  keywords = {=aide, Karabakh},\n"
        "  language = {fr},\n"
        "  url = {https://gazette.example/aide?a=1&b=2}\n"
        "}\n\n");
  CHECK(bibtex_of(testing::bare_hit().article) == "@article{seul\n}\n\n");
}

TEST_CASE("bibtex: braces balance and fields keep to their lines, whatever the text") {
  for (const std::string& text : hostile_texts()) {
    CAPTURE(text);
    const std::string bibtex = bibtex_of(made_of(text));
    CHECK(utf8::valid(bibtex));
    int depth = 0;
    int least = 1;
    for (std::size_t i = 0; i < bibtex.size(); ++i) {
      if (bibtex[i] == '{') ++depth;
      if (bibtex[i] == '}') --depth;
      if (i + 4 < bibtex.size() && i > 8) least = std::min(least, depth);
    }
    CHECK(depth == 0);
    CHECK(least == 1);  // the entry ends with its last brace and not before
    CHECK(bibtex.ends_with("\n}\n\n"));
    for (std::size_t at = bibtex.find('\n') + 1; bibtex.compare(at, 4, "}\n\n") != 0;) {
      CHECK(bibtex.compare(at, 2, "  ") == 0);
      const std::size_t end = bibtex.find('\n', at);
      REQUIRE(end != std::string::npos);
      at = end + 1;
    }
  }
  CHECK(
      bibtex_of(made_of("Martin and Fils")).find("author = {{Martin and Fils} and Ana Karimova}") !=
      std::string::npos);
}

TEST_CASE("bibtex: keys are words of plain letters, and no two ids have the same") {
  std::set<std::string> keys;
  const std::vector<std::string> ids = {"a1",  "A1",   "a 1",       "a,1",  "a{1}",
                                        "é1",  "1",    "2023/09/x", "a\n1", "",
                                        "a%1", "a\\1", "a~1",       "ê1",   "a1,"};
  for (const std::string& id : ids) {
    CAPTURE(id);
    const std::string key = bibtex_key(id);
    CHECK(key == bibtex_key(id));
    CHECK_FALSE(key.empty());
    CHECK(key.find_first_of(" \t\r\n,{}\"#%\\~()='@ABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
          std::string::npos);
    CHECK(keys.insert(key).second);
  }
  CHECK(bibtex_key("2023/09/aide-1") == "2023/09/aide-1");
  CHECK(bibtex_key(std::string(200, 'a')).size() < 100);
  CHECK(bibtex_key(std::string(200, 'a')) != bibtex_key(std::string(199, 'a')));
}

TEST_CASE("csl: JSON of an article of a newspaper") {
  std::string out;
  write_csl(testing::full_hit().article, out);
  const nlohmann::json csl = nlohmann::json::parse(out);
  CHECK(csl.at("type") == "article-newspaper");
  CHECK(csl.at("container-title") == "La Gazette");
  CHECK(csl.at("author")[1].at("literal") == "Luc Petit");
  CHECK(csl.at("issued").at("date-parts").dump() == "[[2023,9,22]]");
  for (const std::string& text : hostile_texts()) {
    CAPTURE(text);
    std::string line;
    write_csl(made_of(text), line);
    CHECK(nlohmann::json::accept(line));
    CHECK(line.find('\n') == std::string::npos);
  }
}

TEST_CASE("citations: the day is the one printed, not that of another zone") {
  Article article;
  article.published = parse_news_time("2023-01-01T00:30:00+09:00", TimeZone::paris()).value();
  CHECK(ris_of(article).find("PY  - 2023/01/01\r\n") != std::string::npos);
  article.published = parse_news_time("1899-12-31", TimeZone::paris()).value();
  CHECK(ris_of(article).find("PY  - 1899/12/31\r\n") != std::string::npos);
}

}  // namespace gazette::server
