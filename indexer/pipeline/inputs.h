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
};

struct InputFiles {
  std::vector<InputFile> files;
  std::vector<std::string>
      passed_over;          ///< inside folders: hidden, documentation, databases, pipes
  std::uint64_t bytes = 0;  ///< of all files; 0 when one of them is unknown
};

/// Folders are walked by name; links to folders are not followed, so that no loop is possible. An
/// Error names a path that is not there.
Result<InputFiles> list_inputs(const std::vector<std::string>& paths);

}  // namespace gazette::indexer
