// Builds a whole database that Xapian reads, from documents in the order of their numbers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/bulk_document.h"
#include "indexer/bulk/glass_rows.h"
#include "indexer/bulk/glass_table.h"
#include "indexer/bulk/run_file.h"
#include "indexer/bulk/segment.h"

namespace gazette::indexer {

/// Stored articles and lists of terms go to their tables as they come; postings, positions and
/// values through runs that are merged at the end, each posting written twice however many there
/// are. Throws std::system_error when the disk does not take them.
class DatabaseBuilder {
 public:
  /// Makes the folder; it must not be there. `segment_bytes`: memory for postings. `runs` is a file
  /// for the time being, on the same disk or another.
  DatabaseBuilder(std::filesystem::path folder, std::filesystem::path runs,
                  std::size_t segment_bytes);

  /// The next document; numbered from 1.
  void add(const BulkDocument& document);

  /// Kept with the database, beside the documents; `key` not empty.
  void set_metadata(std::string key, std::string value);

  [[nodiscard]] const glass::Figures& figures() const { return figures_; }

  /// Writes what is left to write. Nothing may be added any more.
  void finish();

 private:
  /// What is kept of all values of a slot.
  struct SlotStats {
    std::uint64_t count = 0;
    std::string least, greatest;
  };

  void count_values(const SlotValues& values);
  void write_metadata(glass::TableWriter& postlist) const;
  void write_value_stats(glass::TableWriter& postlist) const;
  void write_lengths(glass::TableWriter& postlist) const;

  std::filesystem::path folder_;
  std::optional<RunFile> runs_;
  std::size_t segment_bytes_;
  std::unique_ptr<Segment> segment_;
  glass::TableWriter docdata_, termlist_;
  glass::Figures figures_;
  std::vector<std::uint32_t> lengths_;
  std::vector<SlotStats> stats_;  ///< by slot
  std::map<std::string, std::string> metadata_;
};

}  // namespace gazette::indexer
