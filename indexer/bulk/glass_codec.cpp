// The codes of glass. Their form was fixed with Xapian 1.4.0; the tests compare every one with what
// Xapian itself reads back.
#include "indexer/bulk/glass_codec.h"

#include <bit>

namespace gazette::indexer::glass {
namespace {

/// Bits from the least significant on.
class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}
  ~BitWriter() {
    if (bits_ > 0) out_.push_back(static_cast<char>(pending_));
  }
  BitWriter(const BitWriter&) = delete;
  BitWriter& operator=(const BitWriter&) = delete;

  /// One of the values 0 .. `count` - 1. Where `count` is no power of two, the middle ones take a
  /// bit less.
  void put(std::uint64_t value, std::uint64_t count) {
    auto width = static_cast<unsigned>(std::bit_width(count - 1));
    const std::uint64_t spare = (std::uint64_t{1} << width) - count;
    if (spare > 0) {
      const std::uint64_t middle = (count - spare) / 2;
      if (value >= middle + spare) {
        value = (value - (middle + spare)) | (std::uint64_t{1} << (width - 1));
      } else if (value >= middle) {
        --width;
      }
    }
    pending_ |= value << bits_;
    bits_ += width;
    while (bits_ >= 8) {
      out_.push_back(static_cast<char>(pending_));
      pending_ >>= 8;
      bits_ -= 8;
    }
  }

  /// What stands between `positions[low]` and `positions[high]`, the middle one first.
  void put_between(std::span<const std::uint32_t> positions, std::size_t low, std::size_t high) {
    while (low + 1 < high) {
      const std::size_t middle = (low + high) / 2;
      const std::uint64_t count = positions[high] - positions[low] - (high - low) + 1;
      const std::uint64_t least = positions[low] + (middle - low);
      put(positions[middle] - least, count);
      put_between(positions, low, middle);
      low = middle;
    }
  }

 private:
  std::string& out_;
  std::uint64_t pending_ = 0;
  unsigned bits_ = 0;  ///< pending, fewer than 8 between calls
};

}  // namespace

void put_uint(std::string& out, std::uint64_t value) {
  if (value < 0x80) return out.push_back(static_cast<char>(value));  // nearly always
  char bytes[10];
  std::size_t size = 0;
  for (; value >= 0x80; value >>= 7) bytes[size++] = static_cast<char>(value | 0x80);
  bytes[size++] = static_cast<char>(value);
  out.append(bytes, size);
}

void put_string(std::string& out, std::string_view text) {
  put_uint(out, text.size());
  out.append(text);
}

void put_sorted_uint(std::string& out, std::uint32_t value) {
  if (value < 0x8000) {
    out.push_back(static_cast<char>(value >> 8));
    out.push_back(static_cast<char>(value));
    return;
  }
  // The first byte says how many follow, as many ones as there are beyond one.
  const auto length = static_cast<unsigned>((37 - std::countl_zero(value)) / 7);
  const std::uint32_t mark = 0xFFu << (10 - length);
  for (unsigned i = length - 1; i > 0; --i) {
    const std::uint64_t byte = std::uint64_t{value} >> (8 * i);
    out.push_back(static_cast<char>(i == length - 1 ? byte | mark : byte));
  }
  out.push_back(static_cast<char>(value));
}

void put_sorted_string(std::string& out, std::string_view text, bool last) {
  for (const char c : text) {
    out.push_back(c);
    if (c == '\0') out.push_back('\xFF');
  }
  if (!last) out.push_back('\0');
}

void put_last_uint(std::string& out, std::uint32_t value) {
  for (; value > 0; value >>= 8) out.push_back(static_cast<char>(value));
}

void put_positions(std::string& out, std::span<const std::uint32_t> positions) {
  put_uint(out, positions.back());
  if (positions.size() == 1) return;
  BitWriter bits(out);
  bits.put(positions.front(), positions.back());
  bits.put(positions.size() - 2, positions.back() - positions.front());
  bits.put_between(positions, 0, positions.size() - 1);
}

}  // namespace gazette::indexer::glass
