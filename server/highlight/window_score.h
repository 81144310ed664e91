// What a window of marked words is worth, given what has been shown already.
#pragma once

#include <cstdint>
#include <vector>

#include "server/highlight/piece.h"

namespace gazette::server {

/// Scores windows over one text's pieces; both vectors outlive it.
class WindowScore {
 public:
  WindowScore(const std::vector<Piece>& pieces, const std::vector<double>& weights)
      : pieces_(pieces), weights_(weights), state_(weights.size()) {}

  /// The rarity of the distinct words among pieces [first, last), a little for repeats and for
  /// words that stand close together; words already shown count little.
  double of(std::size_t first, std::size_t last);

  /// The words marked inside `passage` have been shown.
  void show(Span passage);

 private:
  struct Unit {
    std::uint64_t window = 0;  ///< the last window it was seen in
    std::uint32_t times = 0;   ///< in that window
    bool shown = false;
  };

  [[nodiscard]] double worth(std::uint32_t unit) const;

  const std::vector<Piece>& pieces_;
  const std::vector<double>& weights_;
  std::vector<Unit> state_;
  std::uint64_t window_ = 0;
};

}  // namespace gazette::server
