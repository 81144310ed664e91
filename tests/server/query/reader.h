// Reads queries the way a server would, over a small archive of its own.
#pragma once

#include <string>

#include "server/query/query.h"
#include "tests/server/query/describe.h"
#include "tests/server/query/memory_archive.h"

namespace gazette::testing {

/// An analyzer, an archive, and the day that "hier" is counted from: Wednesday 22 November 2023.
struct Reader {
  Analyzer analyzer;
  MemoryArchive archive{analyzer};
  server::QueryInput defaults;

  Reader() { defaults.today = to_day({2023, 11, 22}); }

  server::ResolvedQuery read(const std::string& q) {
    server::QueryInput input = defaults;
    input.q = q;
    return resolve_query(input, analyzer, archive, archive).value();
  }

  Result<server::ResolvedQuery> read_strictly(const std::string& q) {
    server::QueryInput input = defaults;
    input.q = q;
    input.strict = true;
    return resolve_query(input, analyzer, archive, archive);
  }

  std::string tree(const std::string& q) { return describe(read(q).root); }
  std::string interpreted(const std::string& q) { return read(q).interpreted; }
};

}  // namespace gazette::testing
