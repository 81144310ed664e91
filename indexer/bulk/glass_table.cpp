// Blocks of glass: a header, a directory of items, the items from the block's end downward.
//
//   header      revision 4, level 1, free bytes 2 (twice), end of the directory 2
//   leaf item   size - 3 and flags 2, key length 1, key, component 2 (not in the first), tag
//   branch item block number 4, key length 1, key, component 2
//
// All numbers big-endian. The first item of all has an empty key.
#include "indexer/bulk/glass_table.h"

#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace gazette::indexer::glass {
namespace {

constexpr std::size_t kHeaderBytes = 11;
constexpr std::size_t kDirectoryBytes = 2;  // of one item
constexpr std::size_t kMaxKeyBytes = 255;
constexpr std::size_t kItemsAtLeast = 4;  // in a block, whatever their size
constexpr std::size_t kMaxItemBytes =
    (kBlockBytes - kHeaderBytes - kItemsAtLeast * kDirectoryBytes) / kItemsAtLeast;
constexpr std::size_t kFixedBytes = 2 + 1 + 2;  // of a leaf item: size and flags, key's, component
constexpr std::uint32_t kRevision = 1;
constexpr unsigned kPacked = 0x80, kLast = 0x40, kFirst = 0x20;  // in the first byte of a leaf item

void put_big(std::string& out, std::uint32_t value, unsigned bytes) {
  while (bytes-- > 0) out.push_back(static_cast<char>(value >> (8 * bytes)));
}

}  // namespace

TableWriter::TableWriter(std::string path) : path_(std::move(path)) {
  file_.reset(std::fopen(path_.c_str(), "wbe"));
  if (file_ == nullptr) throw std::system_error(errno, std::generic_category(), path_);
  levels_.emplace_back();
  std::string& items = room_for(kFixedBytes - 2, "", 1);
  put_big(items, (kFirst | kLast) << 8, 2);
  items.push_back(0);
}

bool TableWriter::fits(const Block& block, std::size_t item_bytes) {
  return kHeaderBytes + (block.at.size() + 1) * kDirectoryBytes + block.items.size() + item_bytes <=
         kBlockBytes;
}

void TableWriter::add(std::string_view key, std::string_view tag, bool packed) {
  if (key.size() > kMaxKeyBytes) throw std::length_error("glass: key too long");
  if (key <= last_key_) throw std::logic_error("glass: keys out of order");
  last_key_ = key;
  ++entries_;
  const std::size_t room = kMaxItemBytes - kFixedBytes - key.size();
  std::uint16_t component = 1;
  do {
    const std::string_view part = tag.substr(0, room);
    tag.remove_prefix(part.size());
    const std::size_t size = 2 + 1 + key.size() + (component > 1 ? 2 : 0) + part.size();
    const unsigned flags =
        (packed ? kPacked : 0) | (tag.empty() ? kLast : 0) | (component == 1 ? kFirst : 0);
    std::string& items = room_for(size, key, component);
    put_big(items, static_cast<std::uint32_t>(size - 3) | flags << 8, 2);
    items.push_back(static_cast<char>(key.size()));
    items.append(key);
    if (component > 1) put_big(items, component, 2);
    items.append(part);
    if (++component == 0) throw std::length_error("glass: tag too long");
  } while (!tag.empty());
}

/// The items of the open leaf, which has room for `size` bytes more and expects them.
std::string& TableWriter::room_for(std::size_t size, std::string_view key,
                                   std::uint16_t component) {
  if (!fits(levels_[0], size)) {
    const std::string first_key = std::move(levels_[0].first_key);
    const std::uint32_t number = write(0);
    add_pointer(1, first_key, number);
  }
  Block& block = levels_[0];
  if (block.at.empty()) {
    block.first_key.assign(1, static_cast<char>(key.size())).append(key);
    put_big(block.first_key, component, 2);
  }
  block.at.push_back(static_cast<std::uint16_t>(block.items.size()));
  return block.items;
}

void TableWriter::add_pointer(std::size_t level, std::string_view key, std::uint32_t block) {
  if (level == levels_.size()) levels_.emplace_back();
  const std::size_t size = 4 + key.size();
  if (!fits(levels_[level], size)) {
    const std::string first_key = std::move(levels_[level].first_key);
    const std::uint32_t number = write(level);
    add_pointer(level + 1, first_key, number);
  }
  Block& branch = levels_[level];
  if (branch.at.empty()) branch.first_key = key;
  branch.at.push_back(static_cast<std::uint16_t>(branch.items.size()));
  put_big(branch.items, block, 4);
  branch.items.append(key);
}

/// Writes the open block of `level` and empties it; its number.
std::uint32_t TableWriter::write(std::size_t level) {
  Block& block = levels_[level];
  const std::size_t directory_end = kHeaderBytes + block.at.size() * kDirectoryBytes;
  const std::size_t free_bytes = kBlockBytes - directory_end - block.items.size();
  out_.clear();
  put_big(out_, kRevision, 4);
  out_.push_back(static_cast<char>(level));
  put_big(out_, static_cast<std::uint32_t>(free_bytes), 2);
  put_big(out_, static_cast<std::uint32_t>(free_bytes), 2);
  put_big(out_, static_cast<std::uint32_t>(directory_end), 2);
  const std::size_t items_begin = directory_end + free_bytes;
  for (const std::uint16_t at : block.at) {
    put_big(out_, static_cast<std::uint32_t>(items_begin + at), 2);
  }
  out_.append(free_bytes, '\0');
  out_.append(block.items);
  if (std::fwrite(out_.data(), 1, out_.size(), file_.get()) != out_.size()) {
    throw std::system_error(errno, std::generic_category(), path_);
  }
  block.items.clear();
  block.at.clear();
  block.first_key.clear();
  return blocks_++;
}

TableRoot TableWriter::finish() {
  for (std::size_t level = 0; level + 1 < levels_.size(); ++level) {
    const std::string first_key = std::move(levels_[level].first_key);
    const std::uint32_t number = write(level);
    add_pointer(level + 1, first_key, number);
  }
  TableRoot root;
  root.level = static_cast<std::uint32_t>(levels_.size() - 1);
  root.root = write(root.level);
  root.entries = entries_;
  root.blocks = blocks_;
  if (std::fflush(file_.get()) != 0) {
    throw std::system_error(errno, std::generic_category(), path_);
  }
  file_.reset();
  return root;
}

}  // namespace gazette::indexer::glass
