// Bodies of batches, as programs and as hands write them.
#include "server/http/batch/query_rows.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "common/utf8.h"
#include "server/http/batch/csv_reader.h"

namespace gazette::server {
namespace {

/// "1:query|2:query", "!" before those that cannot be read, "?" before those with a warning.
std::string rows_of(std::string_view body, BatchBody kind) {
  const Result<std::vector<QueryRow>> rows = read_query_rows(body, kind);
  if (!rows.ok()) return rows.error().code;
  std::string text;
  for (const QueryRow& row : *rows) {
    if (!text.empty()) text += '|';
    text += !row.readable ? "!" : !row.warning.empty() ? "?" : "";
    text += std::to_string(row.row) + ":" + row.query;
  }
  return text;
}

/// Cells joined by '|', records by '/'; quoted cells in brackets.
std::string cells_of(std::string_view text, char separator) {
  CsvReader reader(text, separator);
  std::vector<CsvCell> record;
  std::string out;
  while (reader.next(record)) {
    for (std::size_t i = 0; i < record.size(); ++i) {
      if (i > 0) out += '|';
      out += record[i].quoted ? "[" + record[i].text + "]" : record[i].text;
    }
    out += '/';
  }
  return out;
}

}  // namespace

TEST_CASE("csv: RFC 4180, and what is not is taken as it stands") {
  struct Case {
    const char *text, *cells;
  };
  for (const Case& c : {
           Case{"", ""},
           {"a", "a/"},
           {"a\n", "a/"},
           {"a\r\nb\rc\nd", "a/b/c/d/"},
           {"a,b,\n,", "a|b|/|/"},
           {"\n\na", "//a/"},
           {"\"a\"", "[a]/"},
           {"\"a,\"\"b\"\"\nc\",d", "[a,\"b\"\nc]|d/"},
           {"\"\",\"\"\"\"", "[]|[\"]/"},
           {"\"aide\" humanitaire\nb", "\"aide\" humanitaire/b/"},
           {"\"jamais fermé\nb,c\n", "\"jamais fermé/b|c/"},
           {"a\"b\",c", "a\"b\"|c/"},
           {"\"a\"\"\nb", "\"a\"\"/b/"},
           {"\"", "\"/"},
       }) {
    CAPTURE(c.text);
    CHECK(cells_of(c.text, ',') == c.cells);
  }
}

TEST_CASE("csv: what is written by the rules reads back, whatever the cells") {
  std::mt19937 random(20231);
  const std::vector<std::string> pieces = {"a", "é", ",", ";", "\"", "\n", "\r\n", " ", "\t"};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    std::string want;
    for (int cell = 0; cell < 3; ++cell) {
      std::string value;
      for (auto size = random() % 6; size > 0; --size) value += pieces[random() % pieces.size()];
      std::string doubled;
      for (const char c : value) doubled += c == '"' ? "\"\"" : std::string(1, c);
      text += std::string(cell > 0 ? "," : "") + "\"" + doubled + "\"";
      want += std::string(cell > 0 ? "|" : "") + "[" + value + "]";
    }
    CAPTURE(text);
    CHECK(cells_of(text + "\n", ',') == want + "/");
  }
}

TEST_CASE("csv: a line of commas is not a million cells") {
  const std::string commas(1'000'000, ',');
  CsvReader reader(commas, ',');
  std::vector<CsvCell> record;
  CHECK(reader.next(record));
  CHECK(record.size() == 100);
  CHECK_FALSE(reader.next(record));
}

TEST_CASE("batch: the queries of a body") {
  struct Case {
    const char* why;
    BatchBody kind;
    std::string body, rows;
  };
  using Kind = BatchBody;
  for (const Case& c : {
           Case{"lines as they stand", Kind::kLines, "\"aide humanitaire\"\r\nBakou, Erevan\n",
                "1:\"aide humanitaire\"|2:Bakou, Erevan"},
           {"blank lines count and give nothing", Kind::kLines, "a\n\n \t\nb\n\n", "1:a|4:b"},
           {"a header is no query", Kind::kCsv, "requete\na\n", "1:a"},
           {"headers in any case", Kind::kCsv, "Requête\na\n", "1:a"},
           {"without a header", Kind::kCsv, "a\nb\n", "1:a|2:b"},
           {"the column that is named", Kind::kCsv, "id,query,note\n7,loire,x\n8,tours\n9\n",
            "1:loire|2:tours"},
           {"semicolons, and the mark of Excel", Kind::kCsv,
            "\xEF\xBB\xBFid;requete\n7;\"loire; tours\"\n", "1:loire; tours"},
           {"tabs", Kind::kCsv, "q\tn\nloire\t1\n", "1:loire"},
           {"quotes of CSV are not the query's", Kind::kCsv, "q\n\"\"\"aide humanitaire\"\"\"\n",
            "1:\"aide humanitaire\""},
           {"all quoted: a program wrote it", Kind::kCsv, "\"q\"\n\"loire\"\n\"tours\"\n",
            "1:loire|2:tours"},
           {"quoted by hand: phrases", Kind::kCsv, "q\n\"aide humanitaire\"\nAND\n\"a, b\"\n\"\"\n",
            "1:\"aide humanitaire\"|2:AND|3:a, b"},
           {"not a cell in quotes", Kind::kCsv, "q\n\"aide\" OU secours\n",
            "1:\"aide\" OU secours"},
           {"more columns than the header", Kind::kCsv, "q\nParis, capitale\n", "?1:Paris"},
           {"a quote never closed costs one row", Kind::kCsv, "q\n\"aide\nloire\n",
            "1:\"aide|2:loire"},
           {"not UTF-8", Kind::kCsv, "q\n\xE9t\xE9\nloire\n", "!1:\uFFFDt\uFFFD|2:loire"},
           {"JSON texts and objects", Kind::kNdjson,
            "\"loire\"\n{\"q\":\"tours\"}\n\n{\"requete\":\"vienne\",\"n\":1}\n",
            "1:loire|2:tours|?4:vienne"},
           {"JSON that is none", Kind::kNdjson, "{\"q\":\n[1]\n{\"x\":\"y\"}\n\"ok\"\n",
            "!1:{\"q\":|!2:[1]|!3:{\"x\":\"y\"}|4:ok"},
           {"a guess: no known header", Kind::kGuess, "loire, tours\n\"x\"\n",
            "1:loire, tours|2:\"x\""},
           {"a guess: a header", Kind::kGuess, "id,requete\n1,loire\n", "1:loire"},
           {"nothing", Kind::kCsv, "requete\n\n", "no-rows"},
           {"nothing at all", Kind::kGuess, "", "no-rows"},
       }) {
    CAPTURE(c.why);
    CHECK(rows_of(c.body, c.kind) == c.rows);
  }
}

TEST_CASE("batch: ten thousand rows, and no more") {
  std::string body;
  for (std::size_t i = 0; i < kMaxBatchRows; ++i) body += "a\n";
  for (const BatchBody kind : {BatchBody::kCsv, BatchBody::kLines}) {
    CHECK(read_query_rows(body, kind)->size() == kMaxBatchRows);
    CHECK(rows_of(body + "a\n", kind) == "too-many-rows");
  }
}

TEST_CASE("batch: any bytes are rows of well-formed text") {
  std::mt19937 random(4180);
  const std::string alphabet("q,;\t\"\n\r{}[]:\\ a\xC3\xA9\xFF\0", 20);
  for (int round = 0; round < 2000; ++round) {
    std::string body = round % 2 == 0 ? "requete\n" : "";
    for (auto size = random() % 60; size > 0; --size) body += alphabet[random() % alphabet.size()];
    for (const auto kind :
         {BatchBody::kGuess, BatchBody::kCsv, BatchBody::kLines, BatchBody::kNdjson}) {
      const Result<std::vector<QueryRow>> rows = read_query_rows(body, kind);
      if (!rows.ok()) continue;
      for (const QueryRow& row : *rows) {
        CHECK(utf8::valid(row.query));
        CHECK(row.row > 0);
      }
    }
  }
}

}  // namespace gazette::server
