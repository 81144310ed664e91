// Which articles a writer may have changed, in bounded memory.
#pragma once

#include <xxhash.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gazette::indexer {

/// Remembers ids; may think that it has one that it has not, never the other way round.
class TouchedIds {
 public:
  void add(std::string_view id) {
    const std::size_t bit = bit_of(id);
    words_[bit / kWordBits] |= std::uint64_t{1} << bit % kWordBits;
  }

  [[nodiscard]] bool may_have(std::string_view id) const {
    const std::size_t bit = bit_of(id);
    return (words_[bit / kWordBits] >> bit % kWordBits & 1U) != 0;
  }

 private:
  // One MiB. With a million ids one in nine others is taken for known, which costs a look.
  static constexpr std::size_t kBits = std::size_t{1} << 23;
  static constexpr std::size_t kWordBits = 64;

  static std::size_t bit_of(std::string_view id) {
    return XXH3_64bits(id.data(), id.size()) % kBits;
  }

  std::vector<std::uint64_t> words_ = std::vector<std::uint64_t>(kBits / kWordBits);
};

}  // namespace gazette::indexer
