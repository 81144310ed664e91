// A part of a bulk load in memory: the postings and values of some thousand documents, turned over
// and written as a run.
//
// Xapian's own writer keeps what it turns over in trees of small nodes, where nearly every step
// misses the cache: half the time of a load. Here the terms of a part are numbered and the postings
// stand in one array.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/bulk_document.h"
#include "indexer/bulk/run_file.h"

namespace gazette::indexer {

/// Filled, written, filled again: its memory is used over and over.
///
/// A run holds values, then postings. Values, slot by slot in chunks: slot + 1, the first document,
/// the length of glass's row and the row; 0. Postings: for each term in order its length, bytes,
/// number of documents, sum of their wdfs, then for each document its number less the one before,
/// the wdf, the bytes of its positions and these; 0.
class Segment {
 public:
  /// `most_bytes`: what `bytes` is let grow to, more or less.
  explicit Segment(std::size_t most_bytes);

  /// Documents come in ascending order of their numbers, over all segments.
  void add(std::uint32_t number, const BulkDocument& document);

  /// Bytes that the postings take.
  [[nodiscard]] std::size_t bytes() const;

  /// Appends what was added as a run and is empty again.
  void write(RunFile& file);

 private:
  struct Term {
    std::uint64_t begin = 0;  ///< in text_
    std::uint32_t bytes = 0;
    std::uint32_t hash = 0;
    std::uint32_t postings = 0;
  };
  struct Posting {
    std::uint64_t positions;  ///< where they begin in positions_, shifted by kLengthBits; length
    std::uint32_t document;
    std::uint32_t wdf;
  };

  void fetch_ahead(const std::vector<BulkDocument::Term>& terms, std::size_t at) const;
  std::uint32_t intern(std::string_view term, std::uint32_t hash);
  void grow();
  [[nodiscard]] std::string_view text(const Term& term) const {
    return std::string_view(text_).substr(term.begin, term.bytes);
  }
  void turn_over();
  [[nodiscard]] std::vector<std::uint32_t> sorted_terms() const;
  void write_values(RunFile& file) const;
  void write_postings(RunFile& file);
  void write_term(RunFile& file, const Term& term, std::uint64_t begin) const;
  void clear();

  std::vector<std::vector<std::pair<std::uint32_t, std::string>>> values_;  ///< by slot
  std::string text_;  ///< all terms end to end
  std::vector<Term> terms_;
  std::vector<std::uint32_t> slots_;    ///< open addressing: term + 1, 0 for none
  std::vector<std::uint32_t> owners_;   ///< the term of each posting
  std::vector<Posting> postings_;       ///< as they came
  std::unique_ptr<Posting[]> grouped_;  ///< by term, as they came within it
  std::size_t grouped_room_ = 0;
  std::vector<std::uint64_t> ends_;  ///< where a term's postings end in grouped_
  std::string positions_;
};

}  // namespace gazette::indexer
