// The query log that make_queries.py writes: one query a line, in nine classes.
#pragma once

#include <string>
#include <vector>

namespace gazette::bench {

struct LoggedQuery {
  std::string group;      ///< class: freq1, rare1, or23, …
  std::string text;       ///< what a reader types; both engines read it
  bool any_word = false;  ///< op=or
  std::string from, to;   ///< "20200101", or empty
};

/// Throws std::runtime_error on a file that cannot be read or a line that is none of ours.
std::vector<LoggedQuery> read_query_log(const std::string& path);

}  // namespace gazette::bench
