// What an apostrophe between two words means.
#pragma once

#include <cstdint>
#include <string_view>

namespace gazette {

enum class Apostrophe : std::uint8_t {
  kElides,  ///< l'Azerbaïdjan: the left side is an article or a conjunction and no word of its own
  kWhole,   ///< aujourd'hui: one word, its parts mean nothing
  kKeepsName,   ///< d'Artagnan: elided, but also typed in one word
  kJoinsRight,  ///< N'Golo, presqu'île: one word, of which the right part is found too
  kJoinsBoth,   ///< O'Brien: one word, of which either part is found too
  kParts,       ///< 5'30: two words
};

/// `left` and `right` are the folded words around the apostrophe, neither empty.
Apostrophe apostrophe_between(std::string_view left, std::string_view right);

}  // namespace gazette
