// CSV as RFC 4180 has it, and as Excel in French opens it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gazette::server {

enum class CsvDialect : std::uint8_t {
  kRfc4180,  ///< commas, what scripts read
  kExcelFr,  ///< semicolons, decimal commas, a byte order mark, and no cell that Excel would run as
             ///< a formula
};

/// Appends cells and rows to a text. Malformed bytes become U+FFFD.
class CsvWriter {
 public:
  CsvWriter(CsvDialect dialect, std::string& out) : dialect_(dialect), out_(out) {}

  /// What comes before the first row.
  void begin_file();
  void cell(std::string_view text);
  void number(std::uint64_t value);
  void decimal(double value);  ///< shortest form that reads back the same; empty when not finite
  void end_row();

 private:
  void separate();

  CsvDialect dialect_;
  std::string& out_;
  bool row_begun_ = false;
};

}  // namespace gazette::server
