// The rows of found_table.tsv.
#pragma once

#include <string>
#include <vector>

namespace gazette::testing {

/// One promise: `query` finds the text, or does not.
struct FoundRow {
  int line = 0;  ///< 1-based, in the file
  std::string text, query;
  bool found = false;
  std::string why;
};

/// All rows; throws std::runtime_error with the line of one that is malformed.
std::vector<FoundRow> read_found_table(const std::string& path);

}  // namespace gazette::testing
