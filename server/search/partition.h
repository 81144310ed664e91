// Binary search over numbers.
#pragma once

#include <cstddef>

namespace gazette::server {

/// The first of 0 … `size` - 1 for which `before` does not hold, where it holds for none behind it;
/// `size` when it holds for all.
template <typename Before>
std::size_t partition_point(std::size_t size, Before before) {
  std::size_t low = 0;
  std::size_t high = size;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (before(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace gazette::server
