// Bodies of batches: any bytes are rows of well-formed text, each with its place in the list.
#include <cstdint>
#include <string_view>

#include "common/utf8.h"
#include "server/http/batch/query_rows.h"
#include "tests/fuzz/require.h"

using gazette::fuzz::require;
using gazette::server::BatchBody;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(data), size);
  for (const BatchBody kind :
       {BatchBody::kGuess, BatchBody::kCsv, BatchBody::kLines, BatchBody::kNdjson}) {
    const auto rows = gazette::server::read_query_rows(body, kind);
    if (!rows.ok()) continue;
    std::size_t last = 0;
    for (const auto& row : *rows) {
      require(gazette::utf8::valid(row.query), "a query is UTF-8");
      require(row.row > last, "rows are numbered in order");
      last = row.row;
    }
  }
  return 0;
}
