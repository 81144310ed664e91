// The word that was probably meant.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace gazette {

/// Letters added, dropped, changed, or neighbours swapped that part two words, in bytes; both are
/// read to 64 bytes.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The nearest of `words` (the first of equals); empty when even that one is too far to be a slip:
/// more than a third of the letters.
std::string_view nearest_word(std::string_view word, std::span<const std::string_view> words);

}  // namespace gazette
