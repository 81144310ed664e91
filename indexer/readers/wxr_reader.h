// WordPress eXtended RSS: what a WordPress site exports.
#pragma once

#include "indexer/readers/reader.h"

namespace gazette::indexer {

class WxrReader : public Reader {
 public:
  void read(InputStream& input, const ReadOptions& options, RecordSink& sink) const override;
};

/// True for RSS with WordPress's own elements.
bool starts_like_wxr(std::string_view start);

}  // namespace gazette::indexer
