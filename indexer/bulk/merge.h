// The parts of a bulk load, merged by Xapian as they become many.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace gazette::indexer {

/// Databases end to end, in the order they come; documents keep that order. All live in one folder
/// and are taken from it as they are merged. Throws Xapian::Error.
class Merge {
 public:
  /// Databases are made in `folder`, which must be there.
  explicit Merge(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// A path for the next part.
  std::filesystem::path next_path();

  /// Takes the database at `part`.
  void add(std::filesystem::path part);

  /// One database of all, in its smallest form; at least one part was added.
  std::filesystem::path whole();

 private:
  std::filesystem::path merged(const std::vector<std::filesystem::path>& parts);

  std::filesystem::path folder_;
  std::size_t made_ = 0;
  /// By how often their documents were merged; the later come first in the load.
  std::vector<std::vector<std::filesystem::path>> levels_;
};

}  // namespace gazette::indexer
