// The archive's terms in memory: corrections jump about in them thousands of times.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/query/term_source.h"

namespace gazette::server {

/// Immutable, shared by all threads. Outlives the revision it was read from: what is suggested from
/// it is checked against the revision at hand.
class Vocabulary : public TermSource {
 public:
  /// Reads every term but the articles' ids: about 0.2 microseconds and 20 bytes each.
  explicit Vocabulary(const Xapian::Database& db);

  [[nodiscard]] std::unique_ptr<TermCursor> cursor() const override;

  [[nodiscard]] std::size_t size() const { return articles_.size(); }
  [[nodiscard]] std::string_view term(std::size_t i) const {
    return std::string_view(bytes_).substr(begin_[i], begin_[i + 1] - begin_[i]);
  }
  [[nodiscard]] std::uint32_t articles(std::size_t i) const { return articles_[i]; }

  /// Index of the first term >= `term`.
  [[nodiscard]] std::size_t find(std::string_view term) const;

 private:
  std::string bytes_;  ///< the terms end to end, ascending
  std::vector<std::uint64_t> begin_;
  std::vector<std::uint32_t> articles_;
};

}  // namespace gazette::server
