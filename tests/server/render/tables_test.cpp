// Trends and batches, as JSON and CSV.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "server/render/batch_line.h"
#include "server/render/trends.h"

namespace gazette::server {
namespace {

Trends two_queries() {
  Trends trends;
  trends.all.interval = Interval::kMonth;
  trends.all.timezone = "Europe/Paris";
  trends.all.buckets = {
      {to_day({2023, 8, 1}), to_day({2023, 8, 31}), "août 2023", 8},
      {to_day({2023, 9, 1}), to_day({2023, 9, 30}), "septembre 2023", 0},
  };
  trends.series.resize(2);
  trends.series[0].query.text = "=1+1";
  trends.series[0].query.interpreted = "1 ET 1";
  trends.series[0].total = 3;
  trends.series[0].counts = {2, 0};
  trends.series[1].query.text = "a, b";
  trends.series[1].counts = {1, 0};
  return trends;
}

BatchLine line() {
  BatchLine line;
  line.row = 1;
  line.query = "\"aide humanitaire\"";
  line.found.emplace();
  line.found->query.interpreted = "\"aide humanitaire\"";
  line.found->total = 37;
  line.found->first_day = to_day({2023, 1, 4});
  line.found->last_day = to_day({2023, 12, 19});
  line.search = "http://h/search?q=x";
  return line;
}

}  // namespace

TEST_CASE("trends: the share of an interval without articles is null, not 0") {
  const nlohmann::json json = nlohmann::json::parse(trends_json(two_queries()));
  CHECK(json.at("interval") == "month");
  CHECK(json.at("buckets")[0].at("total") == 8);
  CHECK(json.at("series")[0].at("counts").dump() == "[2,0]");
  CHECK(json.at("series")[0].at("share").dump() == "[0.25,null]");
  CHECK(json.at("series")[0].at("total") == 3);
}

TEST_CASE("trends: one row an interval, for scripts and for Excel in French") {
  CHECK(trends_csv(two_queries(), CsvDialect::kRfc4180) ==
        "from,to,total_articles,=1+1,=1+1 ratio,\"a, b\",\"a, b ratio\"\r\n"
        "2023-08-01,2023-08-31,8,2,0.25,1,0.125\r\n"
        "2023-09-01,2023-09-30,0,0,,0,\r\n");
  CHECK(trends_csv(two_queries(), CsvDialect::kExcelFr) ==
        "\xEF\xBB\xBF"
        "from;to;total_articles;\"'=1+1\";\"'=1+1 ratio\";\"a, b\";\"a, b ratio\"\r\n"
        "2023-08-01;2023-08-31;8;2;0,25;1;0,125\r\n"
        "2023-09-01;2023-09-30;0;0;;0;\r\n");
}

TEST_CASE("batch: a line of figures, as CSV and as JSON") {
  BatchForm form;
  std::string out;
  write_batch_head(form, out);
  write_batch_line(line(), form, out);
  write_batch_end(1, form, out);
  CHECK(out ==
        "row,query,interpreted,total,first_published,last_published,search,warning\r\n"
        "1,\"\"\"aide humanitaire\"\"\",\"\"\"aide humanitaire\"\"\",37,2023-01-04,2023-12-19,"
        "http://h/search?q=x,\r\n");
  form.format = BatchFormat::kNdjson;
  out.clear();
  write_batch_head(form, out);
  write_batch_line(line(), form, out);
  BatchLine unread;
  unread.row = 2;
  unread.query = "?";
  unread.warning = "Le texte n’est pas en UTF-8.";
  write_batch_line(unread, form, out);
  write_batch_end(2, form, out);
  CHECK(out ==
        "{\"row\":1,\"query\":\"\\\"aide humanitaire\\\"\",\"interpreted\":\"\\\"aide "
        "humanitaire\\\"\",\"total\":37,\"first_published\":\"2023-01-04\","
        "\"last_published\":\"2023-12-19\",\"search\":\"http://h/search?q=x\",\"warning\":null}\n"
        "{\"row\":2,\"query\":\"?\",\"interpreted\":null,\"total\":null,\"first_published\":null,"
        "\"last_published\":null,\"search\":null,\"warning\":\"Le texte n’est pas en UTF-8.\"}\n"
        "{\"end\":true,\"count\":2}\n");
}

}  // namespace gazette::server
