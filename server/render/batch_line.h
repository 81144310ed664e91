// The answer to one query of a batch, as a line of CSV or NDJSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "server/render/csv.h"
#include "server/search/answer.h"

namespace gazette::server {

enum class BatchFormat : std::uint8_t { kCsv, kNdjson };

struct BatchLine {
  std::size_t row = 0;              ///< of the list sent, from 1, its header not counted
  std::string query;                ///< as sent
  std::optional<MatchCount> found;  ///< none: the row could not be asked
  std::string search;               ///< address of the search for people; empty: none
  std::string warning;              ///< sentences; empty: none
};

/// How a batch is written.
struct BatchForm {
  BatchFormat format = BatchFormat::kCsv;
  CsvDialect dialect = CsvDialect::kRfc4180;
};

void write_batch_head(const BatchForm& form, std::string& out);
void write_batch_line(const BatchLine& line, const BatchForm& form, std::string& out);

/// {"end":true,"count":N} after NDJSON; nothing after CSV.
void write_batch_end(std::size_t count, const BatchForm& form, std::string& out);

}  // namespace gazette::server
