// The answer to one query of a batch.
#include "server/render/batch_line.h"

#include "server/render/json_writer.h"

namespace gazette::server {
namespace {

std::string day_text(const std::optional<CivilDay>& day) {
  return day ? to_string(to_date(*day)) : std::string();
}

void write_csv_line(const BatchLine& line, CsvDialect dialect, std::string& out) {
  CsvWriter csv(dialect, out);
  csv.number(line.row);
  csv.cell(line.query);
  csv.cell(line.found ? line.found->query.interpreted : "");
  csv.cell(line.found ? std::to_string(line.found->total) : "");
  csv.cell(line.found ? day_text(line.found->first_day) : "");
  csv.cell(line.found ? day_text(line.found->last_day) : "");
  csv.cell(line.search);
  csv.cell(line.warning);
  csv.end_row();
}

void write_json_line(const BatchLine& line, std::string& out) {
  JsonWriter json(out);
  json.begin_object();
  json.number("row", std::uint64_t{line.row});
  json.string("query", line.query);
  json.string_or_null("interpreted", line.found ? line.found->query.interpreted : "");
  if (line.found) {
    json.number("total", std::uint64_t{line.found->total});
  } else {
    json.null("total");
  }
  json.string_or_null("first_published", line.found ? day_text(line.found->first_day) : "");
  json.string_or_null("last_published", line.found ? day_text(line.found->last_day) : "");
  json.string_or_null("search", line.search);
  json.string_or_null("warning", line.warning);
  json.end_object();
  out += '\n';
}

}  // namespace

void write_batch_head(const BatchForm& form, std::string& out) {
  if (form.format != BatchFormat::kCsv) return;
  CsvWriter csv(form.dialect, out);
  csv.begin_file();
  for (const char* name : {"row", "query", "interpreted", "total", "first_published",
                           "last_published", "search", "warning"}) {
    csv.cell(name);
  }
  csv.end_row();
}

void write_batch_line(const BatchLine& line, const BatchForm& form, std::string& out) {
  if (form.format == BatchFormat::kCsv) return write_csv_line(line, form.dialect, out);
  write_json_line(line, out);
}

void write_batch_end(std::size_t count, const BatchForm& form, std::string& out) {
  if (form.format == BatchFormat::kCsv) return;
  out += "{\"end\":true,\"count\":" + std::to_string(count) + "}\n";
}

}  // namespace gazette::server
