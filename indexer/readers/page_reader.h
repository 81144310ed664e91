// The plain text of one web page: one article among menus, buttons and notices.
#pragma once

#include "indexer/readers/reader.h"

namespace gazette::indexer {

/// The lines that were left out are kept in
/// the record with their reasons.
class PageReader : public Reader {
 public:
  void read(InputStream& input, const ReadOptions& options, RecordSink& sink) const override;
};

}  // namespace gazette::indexer
