// Queries compared over time.
#include "server/render/trends.h"

#include "server/render/answer_json.h"
#include "server/render/json_writer.h"

namespace gazette::server {
namespace {

std::string day_text(CivilDay day) { return to_string(to_date(day)); }

/// Not a number, which is written as null or nothing, where there is nothing to have a share of.
double share_of(std::size_t count, std::size_t total) {
  return static_cast<double>(count) / static_cast<double>(total);
}

void write_buckets(const Histogram& all, JsonWriter& json) {
  json.key("buckets");
  json.begin_array();
  for (const Bucket& bucket : all.buckets) {
    json.begin_object();
    json.string("from", day_text(bucket.from));
    json.string("to", day_text(bucket.to));
    json.string("label", bucket.label);
    json.number("total", std::uint64_t{bucket.count});
    json.end_object();
  }
  json.end_array();
}

void write_series(const TrendSeries& series, const Histogram& all, JsonWriter& json) {
  json.begin_object();
  json.string("q", series.query.text);
  json.string("interpreted", series.query.interpreted);
  write_warnings(series.query.warnings, json);
  json.number("total", std::uint64_t{series.total});
  json.key("counts");
  json.begin_array();
  for (const std::size_t count : series.counts) json.number(std::uint64_t{count});
  json.end_array();
  json.key("share");
  json.begin_array();
  for (std::size_t i = 0; i < series.counts.size(); ++i) {
    json.number(share_of(series.counts[i], all.buckets[i].count));
  }
  json.end_array();
  json.end_object();
}

}  // namespace

std::string trends_json(const Trends& trends) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.string("interval", interval_name(trends.all.interval));
  json.string("timezone", trends.all.timezone);
  json.boolean("coarsened", trends.coarsened);
  json.boolean("partial", trends.partial);
  write_buckets(trends.all, json);
  json.key("series");
  json.begin_array();
  for (const TrendSeries& series : trends.series) write_series(series, trends.all, json);
  json.end_array();
  json.end_object();
  return out;
}

std::string trends_csv(const Trends& trends, CsvDialect dialect) {
  std::string out;
  CsvWriter csv(dialect, out);
  csv.begin_file();
  for (const char* name : {"from", "to", "total_articles"}) csv.cell(name);
  for (const TrendSeries& series : trends.series) {
    csv.cell(series.query.text);
    csv.cell(series.query.text + " ratio");
  }
  csv.end_row();
  for (std::size_t i = 0; i < trends.all.buckets.size(); ++i) {
    const Bucket& bucket = trends.all.buckets[i];
    csv.cell(day_text(bucket.from));
    csv.cell(day_text(bucket.to));
    csv.number(bucket.count);
    for (const TrendSeries& series : trends.series) {
      csv.number(series.counts[i]);
      csv.decimal(share_of(series.counts[i], bucket.count));
    }
    csv.end_row();
  }
  return out;
}

}  // namespace gazette::server
