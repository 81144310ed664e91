// The smallest thing that is marked: a token, or the gap between two words of one phrase.
#pragma once

#include <cstdint>
#include <vector>

#include "server/highlight/highlighter.h"

namespace gazette::server {

/// Bytes [begin, end) of the text. Pieces that touch or overlap make one mark.
struct Piece {
  static constexpr std::uint32_t kGlue = UINT32_MAX;

  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t position = 0;  ///< of the token
  std::uint32_t unit = kGlue;  ///< which distinct word of the query this is, counted in its
                               ///< order; kGlue for a gap
};

/// A token and the query word that it is.
struct Match {
  std::uint32_t token = 0;
  std::uint32_t word = 0;
};

/// The marks that `pieces`, ascending by begin, make; only of those inside `inside`.
std::vector<Span> merge(const std::vector<Piece>& pieces, Span inside);

}  // namespace gazette::server
