// The body of a batch -> its queries, one a row.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace gazette::server {

enum class BatchBody : std::uint8_t {
  kGuess,   ///< CSV when it begins with a known header, else lines
  kCsv,     ///< the first column, or the one named requete, requête, query or q; quotes that CSV
            ///< does not need, in a column not all in quotes, are those of a phrase
  kLines,   ///< each line is a query, as it stands
  kNdjson,  ///< a string a line, or an object with one of those names
};

struct QueryRow {
  std::size_t row = 0;  ///< from 1, blank ones counted, the header not
  std::string query;    ///< well-formed UTF-8
  bool readable = true;
  std::string warning;  ///< French sentences: why it is not readable, or what was left aside
};

/// Rows of one batch at most: what 1 MB of body holds, and some ten seconds of searching.
inline constexpr std::size_t kMaxBatchRows = 10'000;

/// The rows that are not blank. An Error only when there are too many ("too-many-rows") or none
/// ("no-rows").
Result<std::vector<QueryRow>> read_query_rows(std::string_view body, BatchBody kind);

}  // namespace gazette::server
