// CSV as RFC 4180 has it, and as Excel in French opens it.
#include "server/render/csv.h"

#include <algorithm>
#include <cmath>

#include "common/utf8.h"
#include "server/render/json_writer.h"

namespace gazette::server {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Spreadsheets run a cell that begins like this.
bool looks_like_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
}

}  // namespace

void CsvWriter::begin_file() {
  if (dialect_ == CsvDialect::kExcelFr) out_ += kByteOrderMark;
}

void CsvWriter::separate() {
  if (row_begun_) out_ += dialect_ == CsvDialect::kExcelFr ? ';' : ',';
  row_begun_ = true;
}

void CsvWriter::cell(std::string_view text) {
  separate();
  std::string repaired;
  if (!utf8::valid(text)) {
    repaired = utf8::repaired(text);
    text = repaired;
  }
  const bool guarded = dialect_ == CsvDialect::kExcelFr && looks_like_formula(text);
  if (!guarded && text.find_first_of(",;\"\r\n") == std::string_view::npos) {
    out_ += text;
    return;
  }
  out_ += '"';
  if (guarded) out_ += '\'';
  for (const char c : text) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  out_ += '"';
}

void CsvWriter::number(std::uint64_t value) {
  separate();
  out_ += std::to_string(value);
}

void CsvWriter::decimal(double value) {
  separate();
  if (!std::isfinite(value)) return;
  const std::size_t begin = out_.size();
  JsonWriter(out_).number(value);
  if (dialect_ == CsvDialect::kExcelFr) {
    std::replace(out_.begin() + static_cast<std::ptrdiff_t>(begin), out_.end(), '.', ',');
  }
}

void CsvWriter::end_row() {
  out_ += "\r\n";
  row_begun_ = false;
}

}  // namespace gazette::server
