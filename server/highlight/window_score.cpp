// What a window of marked words is worth: coverage by rarity, then density.
#include "server/highlight/window_score.h"

#include <algorithm>

namespace gazette::server {
namespace {

constexpr double kLeastWeight = 0.01;  // a stop word still counts when there is nothing else
constexpr double kShown = 0.1;         // what a word keeps once another passage shows it
constexpr double kRepeat = 0.1;        // what a second and a third occurrence add
constexpr std::uint32_t kRepeats = 2;
// What two different words add that stand close together, in shares of the lesser one; more when
// they follow each other in the query as in the text: `aide humanitaire` is rather that phrase.
constexpr double kClose = 0.25;
constexpr double kInOrder = 0.5;
constexpr std::uint32_t kCloseWords = 3;    // greatest difference of positions
constexpr std::uint32_t kInOrderWords = 2;  // one stop word between

double closeness(const Piece& before, const Piece& after) {
  const std::uint32_t distance = after.position - before.position;
  if (distance <= kInOrderWords && before.unit + 1 == after.unit) return kInOrder;
  return distance <= kCloseWords ? kClose : 0;
}

}  // namespace

double WindowScore::worth(std::uint32_t unit) const {
  return std::max(weights_[unit], kLeastWeight) * (state_[unit].shown ? kShown : 1);
}

double WindowScore::of(std::size_t first, std::size_t last) {
  ++window_;
  double score = 0;
  const Piece* previous = nullptr;
  for (std::size_t i = first; i < last; ++i) {
    const Piece& piece = pieces_[i];
    if (piece.unit == Piece::kGlue) continue;
    Unit& unit = state_[piece.unit];
    const double worth_here = worth(piece.unit);
    if (unit.window != window_) {
      unit.window = window_;
      unit.times = 0;
      score += worth_here;
    } else if (unit.times <= kRepeats) {
      score += kRepeat * worth_here;
    }
    ++unit.times;
    if (previous != nullptr && previous->unit != piece.unit && unit.times == 1) {
      score += closeness(*previous, piece) * std::min(worth_here, worth(previous->unit));
    }
    previous = &piece;
  }
  return score;
}

void WindowScore::show(Span passage) {
  for (const Piece& piece : pieces_) {
    if (piece.unit != Piece::kGlue && piece.begin >= passage.begin && piece.end <= passage.end) {
      state_[piece.unit].shown = true;
    }
  }
}

}  // namespace gazette::server
