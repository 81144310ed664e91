// Words of the archive within a few edits of a word, found by jumping over the vocabulary.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "server/query/term_source.h"

namespace gazette::server {

/// Moves of a cursor that may still be made; what runs out ends the walk early.
struct MoveBudget {
  std::size_t left = 0;
  bool spent = false;  ///< something was left unseen

  bool take() {
    if (left == 0) {
      spent = true;
      return false;
    }
    --left;
    return true;
  }
};

/// A term whose text is near the word: the text without prefix, its number of articles, its
/// distance.
using NearTerm = std::function<void(std::string_view text, std::uint32_t articles, int edits)>;

/// Calls `found` for each term `prefix` + text whose text is at most `max_edits` edits from `word`
/// (both UTF-8; an edit adds, drops or changes a letter, or exchanges two neighbours), in byte
/// order. Skips what cannot be near by seeking.
void walk_near(TermCursor& cursor, std::string_view prefix, std::string_view word, int max_edits,
               MoveBudget& budget, const NearTerm& found);

}  // namespace gazette::server
