// The terms of one document, gathered flat and cheap, handed to Xapian at the end.
//
// Xapian::Document keeps a red-black tree of heap-allocated terms: adding every posting to it as it
// comes costs three times the analysis. Here a term is met once per posting through a small hash
// table, and Xapian sees each term once.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <span>
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

  /// One more occurrence, without a position; with `wdf` 0 the term only filters.
  void add(TermId term, std::uint32_t wdf);

  /// Adds all terms to `document`.
  void move_into(Xapian::Document& document);

  /// Calls `take(term, wdf, positions)` for each term, in the order of their bytes; positions are
  /// ascending, none for a term without.
  template <typename Take>
  void move_sorted(Take take) {
    group_positions();
    sort();
    for (const Key& key : order_) {
      const Term& term = terms_[key.term];
      take(text(term), term.wdf, positions_of(key.term));
    }
    clear();
  }

 private:
  struct Term {
    std::uint32_t begin = 0;  ///< of its bytes in text_
    std::uint32_t size = 0;
    std::uint32_t hash = 0;
    std::uint32_t wdf = 0;
    std::uint32_t last_position = 0;
    std::uint32_t positions = 0;  ///< how many
    bool met = false;             ///< false: made, but it never occurred
  };
  /// The first bytes of a term as a number that sorts like them: most comparisons end there.
  struct Key {
    std::uint64_t start;
    TermId term;
  };
  struct Posting {
    TermId term;
    std::uint32_t position;
  };

  [[nodiscard]] std::string_view text(const Term& term) const {
    return std::string_view(text_).substr(term.begin, term.size);
  }
  void grow();
  void group_positions();
  void sort();
  [[nodiscard]] std::span<const std::uint32_t> positions_of(TermId term) const {
    return std::span(positions_)
        .subspan(end_[term] - terms_[term].positions, terms_[term].positions);
  }

  std::string text_;  ///< all terms end to end
  std::vector<Term> terms_;
  std::vector<std::uint32_t> slots_;  ///< open addressing: term id + 1, 0 for none; a power of two
  std::vector<Posting> postings_;
  std::vector<Key> order_;
  std::vector<std::uint32_t> end_;        ///< where a term's positions end in positions_
  std::vector<std::uint32_t> positions_;  ///< grouped by term
  std::string word_;                      ///< the term that is being added
};

}  // namespace gazette
