// Article -> the rows of a bulk load, in any thread.
#pragma once

#include <libdeflate.h>

#include <memory>
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

  /// A BulkDocument, always.
  Prepared prepare(const Article& article) override;

 private:
  struct DeflaterDeleter {
    void operator()(libdeflate_compressor* deflater) const { libdeflate_free_compressor(deflater); }
  };

  void deflate_term_list(BulkDocument& document);

  Analyzer analyzer_;
  DocumentBuilder builder_;
  std::unique_ptr<libdeflate_compressor, DeflaterDeleter> deflater_;
  std::string rows_;  ///< the term list, before it is deflated
};

}  // namespace gazette::indexer
