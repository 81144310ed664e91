// Which encoding bytes are in, from their mark, from what they declare, and from themselves.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gazette::indexer {

/// What the first bytes of an input say of the rest.
struct Opening {
  std::string encoding;  ///< certain: a byte-order mark, or the zeros of UTF-16; else empty
  std::size_t mark = 0;  ///< bytes of the byte-order mark
  std::string declared;  ///< by an XML declaration or an HTML meta; may be wrong
  std::string binary;    ///< a sentence: why this is no text; else empty
};

/// Reads the opening from the first bytes of an input (some thousand, or all there are).
Opening read_opening(std::string_view head);

/// The encoding of bytes that are ASCII but for some: "UTF-8" or a name that ICU knows. `sample`
/// holds at least one byte beyond ASCII. Valid UTF-8 wins over what is declared, since pages are
/// often saved with a declaration that the server overrode.
std::string encoding_of(std::string_view sample, std::string_view declared);

}  // namespace gazette::indexer
