// Pieces to marks.
#include "server/highlight/piece.h"

#include <algorithm>

namespace gazette::server {

std::vector<Span> merge(const std::vector<Piece>& pieces, Span inside) {
  std::vector<Span> marks;
  auto piece = std::partition_point(pieces.begin(), pieces.end(),
                                    [&](const Piece& p) { return p.begin < inside.begin; });
  for (; piece != pieces.end() && piece->begin < inside.end; ++piece) {
    if (piece->end > inside.end) continue;
    if (!marks.empty() && piece->begin <= marks.back().end) {
      marks.back().end = std::max<std::size_t>(marks.back().end, piece->end);
    } else if (piece->unit != Piece::kGlue) {  // a gap whose first word is outside marks nothing
      marks.push_back({piece->begin, piece->end});
    }
  }
  return marks;
}

}  // namespace gazette::server
