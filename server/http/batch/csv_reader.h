// Reads CSV as people write it: RFC 4180, and what is not is taken as it stands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::server {

struct CsvCell {
  std::string text;
  bool quoted = false;  ///< it stood in quotes, which are not part of `text`
};

/// One record after the other. Quotes that do not hold a whole cell ("aide" humanitaire), or are
/// never closed, are part of the cell's text, which then ends with its line: a fault costs one row.
class CsvReader {
 public:
  /// `text` must outlive the reader.
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  /// False at the end. An empty line is a record of one empty cell. Cells beyond the hundredth are
  /// passed over.
  bool next(std::vector<CsvCell>& record);

 private:
  [[nodiscard]] bool at_cell_end(std::size_t at) const;
  bool read_quoted(CsvCell& cell);
  void read_plain(CsvCell& cell);

  std::string_view text_;
  std::size_t at_ = 0;
  char separator_;
};

}  // namespace gazette::server
