// Which passages of a body to show: rare words first, then the words not shown yet.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/highlight/passage.h"
#include "server/highlight/piece.h"
#include "server/highlight/sentences.h"

namespace gazette::server {

/// What passages are chosen from; all of it outlives the choice.
struct MarkedBody {
  std::string_view text;
  std::span<const Token> tokens;
  const std::vector<Piece>& pieces;        ///< ascending by begin
  const std::vector<Sentence>& sentences;  ///< of `text`; at least one
  const std::vector<double>& weights;      ///< of each unit of the pieces
  const std::vector<std::string>& title;   ///< folded words of the title; may be empty
};

/// The best passages, best first, disjoint; the beginning of the body when nothing is marked.
/// Linear in the length of the text.
std::vector<Fragment> choose_fragments(const MarkedBody& body, const FragmentOptions& options);

}  // namespace gazette::server
