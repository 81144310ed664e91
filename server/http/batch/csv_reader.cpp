// Reads CSV as people write it.
#include "server/http/batch/csv_reader.h"

namespace gazette::server {
namespace {

constexpr std::size_t kMaxCells = 100;  // of a row: a megabyte of commas is not a million strings

}  // namespace

bool CsvReader::at_cell_end(std::size_t at) const {
  return at >= text_.size() || text_[at] == separator_ || text_[at] == '\n' || text_[at] == '\r';
}

bool CsvReader::read_quoted(CsvCell& cell) {
  if (at_ >= text_.size() || text_[at_] != '"') return false;
  for (std::size_t from = at_ + 1;;) {
    const std::size_t quote = text_.find('"', from);
    if (quote == std::string_view::npos) return false;
    cell.text += text_.substr(from, quote - from);
    from = quote + 2;
    if (quote + 1 < text_.size() && text_[quote + 1] == '"') {
      cell.text += '"';
      continue;
    }
    if (!at_cell_end(quote + 1)) return false;
    at_ = quote + 1;
    cell.quoted = true;
    return true;
  }
}

void CsvReader::read_plain(CsvCell& cell) {
  const std::size_t begin = at_;
  while (!at_cell_end(at_)) ++at_;
  cell.text = text_.substr(begin, at_ - begin);
}

bool CsvReader::next(std::vector<CsvCell>& record) {
  record.clear();
  if (at_ >= text_.size()) return false;
  for (;;) {
    CsvCell cell;
    if (!read_quoted(cell)) read_plain(cell);
    if (record.size() < kMaxCells) record.push_back(std::move(cell));
    if (at_ >= text_.size()) return true;
    const char end = text_[at_++];
    if (end == separator_) continue;
    if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
    return true;
  }
}

}  // namespace gazette::server
