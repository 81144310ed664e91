// The archive's vocabulary, for expansions of `mot*` and `mot~`.
#pragma once

#include <xapian.h>

#include <memory>

#include "server/query/term_source.h"

namespace gazette::server {

/// Terms of a database that outlives this.
class IndexTerms : public TermSource {
 public:
  explicit IndexTerms(const Xapian::Database& db) : db_(db) {}
  [[nodiscard]] std::unique_ptr<TermCursor> cursor() const override;

 private:
  const Xapian::Database& db_;
};

}  // namespace gazette::server
