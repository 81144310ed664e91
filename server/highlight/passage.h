// Where a passage may be cut: between words, never inside a word, a mark or a character.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "common/analysis/token.h"
#include "server/highlight/highlighter.h"

namespace gazette::server {

/// Number of code points in `text[begin, end)`; continuation bytes are not counted.
std::size_t code_points(std::string_view text, std::size_t begin, std::size_t end);

/// Offset of the character `count` code points after `at` (before it), at most `limit`.
std::size_t forward(std::string_view text, std::size_t at, std::size_t count, std::size_t limit);
std::size_t backward(std::string_view text, std::size_t at, std::size_t count, std::size_t limit);

/// Finds places to cut a text: at white space, or between words and then characters where there is
/// none for long. Looks at the text, its tokens in order, and marks to keep whole; owns nothing.
class Cutter {
 public:
  Cutter(std::string_view text, std::span<const Token> tokens, const std::vector<Span>& marks)
      : text_(text), tokens_(tokens), marks_(marks) {}

  /// `core` with the whole of the words and marks at its edges.
  [[nodiscard]] Span widened(Span core) const;

  /// The last place in [core, wanted] where a passage may end, `core` being one; rather after a
  /// comma where one is near.
  [[nodiscard]] std::size_t end_before(std::size_t wanted, std::size_t core) const;

  /// The first place in [wanted, core] where a passage may begin, likewise.
  [[nodiscard]] std::size_t begin_after(std::size_t wanted, std::size_t core) const;

  /// `passage` without the white space, the openers at its end and the closers at its beginning
  /// that a cut leaves; `core` is kept.
  [[nodiscard]] Span trimmed(Span passage, Span core) const;

 private:
  /// The mark or word that has `at` strictly inside; the empty span when there is none.
  [[nodiscard]] Span straddling(std::size_t at) const;
  [[nodiscard]] bool inside_word(std::size_t at) const;
  [[nodiscard]] bool at_space(std::size_t at) const;
  [[nodiscard]] bool between_characters(std::size_t at) const;

  std::string_view text_;
  std::span<const Token> tokens_;
  const std::vector<Span>& marks_;  // ascending, disjoint
};

}  // namespace gazette::server
