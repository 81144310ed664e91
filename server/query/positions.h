// Where the words of a phrase or proximity stand: the one meaning of "side by side" and "near".
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "common/analysis/token.h"
#include "server/query/resolved.h"

namespace gazette::server {

/// The positions that one occurrence of an operand takes, both inclusive.
struct Stretch {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool operator==(const Stretch&) const = default;
  bool operator<(const Stretch& other) const {
    return first != other.first ? first < other.first : last < other.last;
  }
};

/// Ascending positions of a word in the document at hand.
using WordPositions = std::function<std::vector<std::uint32_t>(const Word&)>;

/// Where `node` (kWord, kPhrase, kOr of such; for kNear and kThen the hull of both operands)
/// stands, ascending, each once.
std::vector<Stretch> occurrences(const Node& node, const WordPositions& positions);

/// True when `node` (kPhrase, kNear, kThen, kWord, kOr of such) stands in the analysed text, by the
/// words' mark_forms. Title and body are two texts: nothing stands across them.
bool stands_in(const Node& node, std::span<const Token> tokens);

/// For an `exact_phrase` node: what the index alone can say of it, to be verified by stands_in() on
/// the stored text. Holds no exact_phrase node, and every document that `node` matches.
Node candidates(const Node& node);

}  // namespace gazette::server
