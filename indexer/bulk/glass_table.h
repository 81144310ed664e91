// Writes one table of a glass database from front to back: entries come in order of their keys,
// blocks are filled one after the other, the index above them is built as they fill.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::indexer::glass {

inline constexpr std::size_t kBlockBytes = 8192;

/// What the version file says of a table.
struct TableRoot {
  std::uint32_t root = 0;  ///< number of its root block
  std::uint32_t level = 0;
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;  ///< 0: no table, no file
};

/// Throws std::system_error when the file cannot be written, std::length_error for a key beyond 255
/// bytes, std::logic_error for keys out of order.
class TableWriter {
 public:
  explicit TableWriter(std::string path);

  /// `key` must sort behind all before it. `packed` says that `tag` is deflated.
  void add(std::string_view key, std::string_view tag, bool packed = false);

  /// Writes what is open; nothing may be added any more.
  TableRoot finish();

 private:
  /// A block being filled, one a level; level 0 holds entries, the others point to blocks.
  struct Block {
    std::string items;              ///< end to end, in the order they came
    std::vector<std::uint16_t> at;  ///< where each starts in `items`
    std::string first_key;          ///< key and component of its first item
  };

  std::string& room_for(std::size_t size, std::string_view key, std::uint16_t component);
  void add_pointer(std::size_t level, std::string_view key, std::uint32_t block);
  std::uint32_t write(std::size_t level);
  [[nodiscard]] static bool fits(const Block& block, std::size_t item_bytes);

  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  std::string path_;
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::vector<Block> levels_;
  std::string last_key_, out_;
  std::uint32_t blocks_ = 0;
  std::uint64_t entries_ = 0;
};

}  // namespace gazette::indexer::glass
