// One character at a time.
#include "indexer/readers/csv_rows.h"

#include "common/cli/language.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kStepBytes = std::size_t{64} << 10;

}  // namespace

CsvRows::CsvRows(InputStream& input, char delimiter, std::size_t max_cells, std::size_t max_bytes)
    : input_(input), delimiter_(delimiter), max_cells_(max_cells), max_bytes_(max_bytes) {}

bool CsvRows::more() {
  if (at_ < view_.size()) return true;
  input_.skip(view_.size());
  view_ = input_.peek(kStepBytes);
  if (view_.size() > kStepBytes) view_ = view_.substr(0, kStepBytes);
  at_ = 0;
  return !view_.empty();
}

void CsvRows::step() {
  if (view_[at_] == '\n') ++line_;
  ++at_;
}

void CsvRows::put(CsvRow& row, char c) {
  if (++bytes_ > max_bytes_) {
    if (row.fault.empty()) {
      row.fault = tr("ligne du tableau de plus de ", "row of more than ") +
                  std::to_string(max_bytes_ >> 20) + tr(" Mio", " MiB");
    }
    return;
  }
  if (row.fault.empty()) row.cells.back().push_back(c);
}

/// Behind the opening quote to behind the closing one.
void CsvRows::quoted(CsvRow& row) {
  const std::size_t start = line_;
  while (more()) {
    const char c = view_[at_];
    step();
    if (c != '"') {
      put(row, c);
      continue;
    }
    if (peek() != '"') return;
    step();
    put(row, '"');
  }
  row.fault = tr("guillemet ouvert à la ligne ", "the quote opened on line ") +
              std::to_string(start) + tr(" et jamais fermé", " is never closed");
}

void CsvRows::cell(CsvRow& row) {
  if (row.cells.size() < max_cells_) {
    row.cells.emplace_back();
  } else if (row.fault.empty()) {
    row.fault =
        tr("plus de ", "more than ") + std::to_string(max_cells_) + tr(" colonnes", " columns");
  }
  if (peek() == '"') {
    step();
    quoted(row);
  }
  // What stands behind a closing quote belongs to the cell: spreadsheets read it so.
  while (more()) {
    const char c = view_[at_];
    if (c == delimiter_ || c == '\n' || c == '\r') return;
    step();
    put(row, c);
  }
}

bool CsvRows::next(CsvRow& row) {
  while (more() && (view_[at_] == '\n' || view_[at_] == '\r')) step();
  if (!more()) return false;
  row.cells.clear();
  row.fault.clear();
  row.line = line_;
  bytes_ = 0;
  for (;;) {
    cell(row);
    if (!more() || view_[at_] != delimiter_) break;
    step();
  }
  if (peek() == '\r') step();
  if (peek() == '\n') step();
  return true;
}

std::vector<std::string> split_csv_line(std::string_view line, char delimiter) {
  std::vector<std::string> cells(1);
  bool in_quotes = false;
  for (const char c : line) {
    if (c == '"') {
      in_quotes = !in_quotes;
    } else if (c == delimiter && !in_quotes) {
      cells.emplace_back();
    } else {
      cells.back().push_back(c);
    }
  }
  return cells;
}

}  // namespace gazette::indexer
