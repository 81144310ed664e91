// Number and gender that Snowball 2.2 leaves apart: euros/euro, française/français, actrice/acteur,
// active/actif.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gazette {

/// For -ais, -aise, -ois, -oise (français, chinoise): the masculine singular, which is the stem
/// itself. None for words that only look so (first persons: pensais).
std::optional<std::string> demonym_stem(std::string_view word);

/// The word with an ending that Snowball does not know made regular: plurals in -as -is -os -us,
/// feminines in -trice.
std::string regular_ending(std::string_view word);

/// The last repair, on Snowball's result: -iv becomes -if, -euv -euf, -iqu -ic.
void unify_last_consonants(std::string& stem);

}  // namespace gazette
