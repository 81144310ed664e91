// The one French analyzer: text -> tokens with byte offsets, for the index, the query and the
// highlighter alike.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "common/analysis/token.h"

namespace gazette {

/// Runs of letters longer than this (URLs, base64) are skipped but keep their place.
inline constexpr std::size_t kMaxWordBytes = 64;

/// Not for sharing between threads: it keeps a cache of word forms. Any bytes are accepted; stray
/// ones part words.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// The tokens of `text` in order of position, then begin. Positions start at `first_position`.
  /// The span and what its tokens point to live until the next call on this analyzer.
  std::span<const Token> analyze(std::string_view text, std::uint32_t first_position = 1);

  /// The forms of one word as if it stood alone in lower-case text; valid until the next call.
  const WordForms& forms(std::string_view word);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gazette
