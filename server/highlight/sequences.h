// Phrases and proximities: which tokens stand where the whole sequence stands.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "server/highlight/piece.h"

namespace gazette::server {

/// Where one slot of a sequence stands in the text; ascending by position.
struct Occurrence {
  std::uint32_t position = 0;
  std::uint32_t token = 0;
  std::uint32_t unit = 0;
};

/// What a sequence is looked for in.
struct SequenceText {
  std::string_view text;
  std::span<const Token> tokens;
};

/// Appends the pieces of every place where the sequence stands whole; `slots` are the occurrences
/// of each of its slots. Linear in their number.
void mark_sequence(const Marks::Sequence& sequence,
                   const std::vector<std::vector<Occurrence>>& slots, const SequenceText& in,
                   std::vector<Piece>& pieces);

/// True when nothing but spaces, hyphens, apostrophes and an elided article parts two words, so
/// that they read best under one mark.
bool joins(std::string_view gap);

}  // namespace gazette::server
