// Which passages of a body to show: rare words first, then the words not shown yet.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
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
  const std::vector<Sentence>& sentences;  ///< of `text`, ascending
  const std::vector<double>& weights;      ///< of each unit of the pieces
  const std::vector<std::size_t>& title;  ///< hashes of the folded words of the title; may be empty
};

/// What a word is known by in `MarkedBody::title`.
inline std::size_t word_hash(const WordForms& word) {
  return std::hash<std::string_view>{}(word.folded);
}

/// The best passages, best first, disjoint; none when nothing is marked, or only in sentences that
/// repeat the title. Needs the sentences of the paragraphs with marks. Linear in the length of the
/// text.
std::vector<Fragment> choose_fragments(const MarkedBody& body, const FragmentOptions& options);

/// The first sentences that are not the title again. Needs all sentences, at least one.
Fragment choose_beginning(const MarkedBody& body, const FragmentOptions& options);

}  // namespace gazette::server
