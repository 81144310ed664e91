// What stands in the search box, parted: the words that are whole, and the beginning of one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"

namespace gazette::server {

struct Typed {
  struct Word {
    std::string folded;
    bool stop_word = false;
  };
  std::string kept;         ///< all before the word that is being typed, verbatim
  std::vector<Word> words;  ///< the whole words of `kept`
  std::string last;         ///< folded beginning of the word being typed; empty behind a space

  [[nodiscard]] bool empty() const { return words.empty() && last.empty(); }
};

/// Text beyond this is no search that a completion could help: nothing is completed.
inline constexpr std::size_t kMaxTypedBytes = 512;
inline constexpr std::size_t kMaxTypedWords = 32;

/// Empty when the text has no word, or more than the limits allow.
Typed parse_typed(std::string_view q, Analyzer& analyzer);

/// Bytes of the shortest beginning of `word` whose folded form begins with `folded_prefix`; 0 when
/// there is none. "cœ" for "coe".
std::size_t matched_bytes(std::string_view word, std::string_view folded_prefix);

}  // namespace gazette::server
