// Paths of the command line -> the files to read, in a fixed order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/error.h"

namespace gazette::indexer {

struct InputFile {
  std::string path;         ///< "-" for standard input
  std::uint64_t bytes = 0;  ///< 0 when unknown
  bool found = false;       ///< in a folder, as a file; what was named may be a pipe
};

/// What stands inside a folder and is not read: nothing a newsroom would miss.
struct PassedOverFile {
  std::string path;
  std::string reason;  ///< the same words for all of a kind
};

struct InputFiles {
  std::vector<InputFile> files;
  std::vector<PassedOverFile> passed_over;
  std::uint64_t bytes = 0;  ///< of all files; 0 when one of them is unknown
};

/// Folders are walked by name; links to folders are not followed, so that no loop is possible. An
/// Error names a path that is not there.
Result<InputFiles> list_inputs(const std::vector<std::string>& paths);

/// How many files were passed over for each reason: "12 × image, 1 × documentation". Empty for
/// none.
std::string tally(const std::vector<PassedOverFile>& passed_over);

}  // namespace gazette::indexer
