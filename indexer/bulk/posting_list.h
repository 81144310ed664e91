// Writes posting lists as glass holds them: numbers of documents and counts, in chunks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/bulk/glass_table.h"

namespace gazette::indexer::glass {

/// Bytes of a chunk of postings or values: what Xapian looks up in one go.
inline constexpr std::size_t kChunkBytes = 2000;

/// One list after the other: begin, add in ascending order of documents, end.
class PostingListWriter {
 public:
  explicit PostingListWriter(TableWriter& table) : table_(table) {}

  /// `key` is that of the first chunk; that of another is `next_key` and its first document.
  /// `count` documents will be added, with `total` of what is counted in them.
  void begin(std::string_view key, std::string_view next_key, std::uint64_t count,
             std::uint64_t total);
  void add(std::uint32_t document, std::uint64_t value);
  void end();

 private:
  void write_chunk(bool last);

  TableWriter& table_;
  std::string key_, next_key_, chunk_, tag_;
  std::uint64_t count_ = 0, total_ = 0;
  std::uint32_t first_ = 0, last_ = 0;  ///< documents of the chunk under way; 0: none yet
  bool first_chunk_ = true;
};

}  // namespace gazette::indexer::glass
