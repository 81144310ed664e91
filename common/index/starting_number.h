// The first bytes of a text as a number: sorting by it spares most comparisons of the texts.
#pragma once

#include <cstdint>
#include <string_view>

namespace gazette {

/// Less for what sorts before by bytes; equal numbers leave the order to the texts. Shorter texts
/// are as if zero bytes followed.
inline std::uint64_t starting_number(std::string_view text) {
  std::uint64_t number = 0;
  constexpr std::size_t kBytes = sizeof number;
  const std::size_t size = text.size() < kBytes ? text.size() : kBytes;
  for (std::size_t i = 0; i < size; ++i) number = number << 8 | static_cast<unsigned char>(text[i]);
  return size == 0 ? 0 : number << (8 * (kBytes - size));
}

}  // namespace gazette
