// The word that was probably meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::indexer {

/// The one of `words` that takes the fewest letters added, dropped or changed to become `word`;
/// none when even that one is too far to be a slip.
std::optional<std::string> nearest_word(std::string_view word,
                                        const std::vector<std::string>& words);

}  // namespace gazette::indexer
