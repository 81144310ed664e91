// The terms of one document, gathered flat and cheap, handed to Xapian at the end.
//
// Xapian::Document keeps a red-black tree of heap-allocated terms: adding every posting to it as it
// comes costs three times the analysis. Here a term is met once per posting through a small hash
// table, and Xapian sees each term once, in order.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gazette {

/// Reusable: clear() keeps the memory. Not for sharing between threads.
class TermCollector {
 public:
  using TermId = std::uint32_t;
  static constexpr TermId kNoTerm = UINT32_MAX;

  void clear();

  /// The id of prefix + text; kNoTerm when the term is longer than the index takes.
  TermId term(std::string_view prefix, std::string_view text);

  /// One more occurrence. Positions of one term come in ascending order; the same position again
  /// (two forms of one word with the same stem) counts once. kNoTerm is ignored.
  void add(TermId term, std::uint32_t position, std::uint32_t wdf);

  /// One more occurrence, without a position.
  void add(TermId term, std::uint32_t wdf);

  /// Adds all terms to `document`.
  void move_into(Xapian::Document& document);

 private:
  struct Term {
    std::uint32_t begin = 0;  ///< of its bytes in text_
    std::uint32_t size = 0;
    std::uint32_t hash = 0;
    std::uint32_t wdf = 0;
    std::uint32_t last_position = 0;
    std::uint32_t positions = 0;  ///< how many
  };
  struct Posting {
    TermId term;
    std::uint32_t position;
  };

  [[nodiscard]] std::string_view text(const Term& term) const {
    return std::string_view(text_).substr(term.begin, term.size);
  }
  void grow();

  std::string text_;  ///< all terms end to end
  std::vector<Term> terms_;
  std::vector<std::uint32_t> slots_;  ///< open addressing: term id + 1, 0 for none; a power of two
  std::vector<Posting> postings_;
  std::vector<TermId> order_;             ///< by the terms' bytes, while moving
  std::vector<std::uint32_t> first_;      ///< where a term's positions start in positions_
  std::vector<std::uint32_t> positions_;  ///< grouped by term
  std::string word_;                      ///< the term that is being added
};

}  // namespace gazette
