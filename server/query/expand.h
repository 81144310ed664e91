// The archive's own words that `mot*` and `mot~` stand for: bounded, the most frequent kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"
#include "server/query/edit_walk.h"
#include "server/query/limits.h"
#include "server/query/resolved.h"
#include "server/query/term_source.h"

namespace gazette::server {

/// What one sign came to.
struct Expansion {
  std::vector<std::string> terms;  ///< full terms without positions, ascending
  std::vector<std::string> forms;  ///< folded forms, ascending, each once
  bool bounded = false;            ///< the archive has more
};

/// Expands the signs of one query, all under the same bounds.
class Expander {
 public:
  Expander(const TermSource& source, Analyzer& analyzer);
  ~Expander();

  /// Words whose folded form begins with `folded`; for figures, numbers too.
  Expansion prefix(std::string_view folded, TextField where);

  /// Words whose folded form is within one edit of `folded`.
  Expansion fuzzy(std::string_view folded, TextField where);

 private:
  struct Candidate {
    std::string term;
    std::string form;
    std::uint32_t articles = 0;
  };

  TermCursor& cursor();
  [[nodiscard]] bool bare(std::string_view form) const;
  void scan(std::string_view term_prefix, std::string_view folded, bool numbers,
            std::vector<Candidate>& found);
  Expansion chosen(std::vector<Candidate> found, std::size_t most);

  const TermSource& source_;
  Analyzer& analyzer_;
  std::unique_ptr<TermCursor> cursor_;  ///< made when first needed
  MoveBudget moves_{.left = limits::kMaxTermMoves};
  std::size_t terms_left_ = limits::kMaxExpandedTerms;
};

}  // namespace gazette::server
