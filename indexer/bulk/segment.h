// A part of a bulk load: documents one after the other, turned over in memory, written as a
// database that Xapian can read and merge.
//
// Xapian's own writer keeps what it turns over in trees of small nodes, where nearly every step
// misses the cache: half the time of a load. Here the terms of a part are numbered, the postings
// stand in one array, and the tables are written in one go.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/bulk_document.h"
#include "indexer/bulk/glass_table.h"

namespace gazette::indexer {

class Segment {
 public:
  /// Makes the folder; it must not be there. Throws std::system_error.
  explicit Segment(std::string folder);

  /// The next document; numbered from 1.
  void add(const BulkDocument& document);

  /// Kept with the database, beside the documents; `key` not empty.
  void set_metadata(std::string key, std::string value);

  /// Bytes that the postings take.
  [[nodiscard]] std::size_t bytes() const;
  [[nodiscard]] std::uint32_t documents() const { return documents_; }
  [[nodiscard]] const std::string& folder() const { return folder_; }

  /// Writes the tables and what binds them together. At least one document was added.
  void finish();

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
  void write_lengths(glass::TableWriter& table) const;
  void write_metadata(glass::TableWriter& table) const;
  void write_values(glass::TableWriter& table) const;
  void write_postings(glass::TableWriter& postlist, glass::TableWriter& position);
  void write_version(const std::vector<glass::TableRoot>& roots) const;

  std::string folder_;
  std::uint32_t documents_ = 0;
  std::uint64_t total_length_ = 0;
  std::uint64_t least_length_ = 0, greatest_length_ = 0;
  std::uint32_t greatest_wdf_ = 0;
  std::vector<std::uint64_t> lengths_;
  std::map<std::string, std::string> metadata_;
  std::vector<std::vector<std::pair<std::uint32_t, std::string>>> values_;  ///< by slot
  std::string text_;  ///< all terms end to end
  std::vector<Term> terms_;
  std::vector<std::uint32_t> slots_;   ///< open addressing: term + 1, 0 for none
  std::vector<std::uint32_t> owners_;  ///< the term of each posting
  std::vector<Posting> postings_;      ///< as they came, then grouped by term
  std::vector<std::uint64_t> ends_;    ///< where a term's postings end, once grouped
  std::string positions_;
  glass::TableWriter docdata_, termlist_;
};

}  // namespace gazette::indexer
