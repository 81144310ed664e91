// Rows of delimited text (RFC 4180): quoted cells hold delimiters, quotes and line ends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/input_stream.h"

namespace gazette::indexer {

struct CsvRow {
  std::vector<std::string> cells;
  std::size_t line = 0;  ///< where it starts, 1-based
  std::string fault;     ///< why it cannot be used; its cells are incomplete then
};

/// Reads rows one after the other; memory stays within the limits, whatever comes.
class CsvRows {
 public:
  /// `max_cells` and `max_bytes` bound one row: of more, the rest of the row is passed over.
  CsvRows(InputStream& input, char delimiter, std::size_t max_cells, std::size_t max_bytes);

  /// The next row that is not empty; false at the end.
  bool next(CsvRow& row);

 private:
  bool more();
  void cell(CsvRow& row);
  void put(CsvRow& row, char c);
  void quoted(CsvRow& row);
  [[nodiscard]] char peek() { return more() ? view_[at_] : '\0'; }
  void step();

  InputStream& input_;
  char delimiter_;
  std::size_t max_cells_, max_bytes_;
  std::string_view view_;
  std::size_t at_ = 0, line_ = 1, bytes_ = 0;
};

/// Cells of one line.
std::vector<std::string> split_csv_line(std::string_view line, char delimiter);

}  // namespace gazette::indexer
