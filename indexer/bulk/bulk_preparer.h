// Article -> the rows of a bulk load, in any thread.
#pragma once

#include <zlib.h>

#include <string>

#include "common/analysis/analyzer.h"
#include "common/article.h"
#include "common/index/document.h"
#include "indexer/bulk/bulk_document.h"
#include "indexer/pipeline/article_store.h"

namespace gazette::indexer {

/// One thread's own.
class BulkPreparer : public ArticlePreparer {
 public:
  BulkPreparer();
  ~BulkPreparer() override;
  BulkPreparer(const BulkPreparer&) = delete;
  BulkPreparer& operator=(const BulkPreparer&) = delete;

  /// A BulkDocument, always.
  Prepared prepare(const Article& article) override;

 private:
  void deflate_term_list(BulkDocument& document);

  Analyzer analyzer_;
  DocumentBuilder builder_;
  z_stream deflater_{};
  std::string rows_;  ///< the term list, before it is deflated
};

}  // namespace gazette::indexer
