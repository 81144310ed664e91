// Article -> document, in any thread: everything that can be done before the one writer.
#pragma once

#include <xapian.h>

#include <string>

#include "common/analysis/analyzer.h"
#include "common/article.h"
#include "common/index/document.h"
#include "common/time_zone.h"
#include "indexer/pipeline/article_store.h"

namespace gazette::indexer {

/// One thread's own.
class Preparer : public ArticlePreparer {
 public:
  /// `directory` is looked at as it stands now: articles that it has unchanged are not analysed
  /// again.
  explicit Preparer(const std::string& directory);

  /// Looks at no database: for who writes as long as it lives, and would be compared with what is
  /// there no more.
  Preparer();

  /// Unchanged when the database had this very article.
  Prepared prepare(const Article& article) override;

 private:
  bool unchanged(const std::string& id, std::string_view hash);

  Xapian::Database known_;  ///< as it was at the start; empty when there is none
  bool has_known_ = false;
  Analyzer analyzer_;
  DocumentBuilder builder_;
};

}  // namespace gazette::indexer
