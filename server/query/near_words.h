// The archive's words that are near a word that it does not have, as they are written there.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"
#include "server/query/edit_walk.h"
#include "server/query/term_source.h"

namespace gazette::server {

struct NearWord {
  std::string folded;
  int edits = 0;
  std::uint32_t articles = 0;
};

/// Looks words up under one bound on the moves of the cursor.
class NearWords {
 public:
  explicit NearWords(const TermSource& terms);

  /// Articles that have the most frequent of these terms.
  std::uint32_t articles(const std::vector<std::string>& index_terms);

  /// Words one edit from `folded`, else up to `max_edits` for long words: the nearest first, then
  /// the most frequent.
  std::vector<NearWord> near(std::string_view folded, int max_edits);

  /// The most frequent way to write `folded` in the archive, accents and all.
  std::string spelling(const std::string& folded);

 private:
  void add_spellings(std::string& written, std::string_view rest);
  void best_spelling(std::string_view written, std::uint32_t articles);

  std::unique_ptr<TermCursor> cursor_;
  MoveBudget moves_;
  std::string best_;
  std::uint32_t best_articles_ = 0;
};

}  // namespace gazette::server
