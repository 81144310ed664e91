// NewsML-G2: newsItem alone or in a newsMessage.
#pragma once

#include "indexer/readers/reader.h"

namespace gazette::indexer {

class NewsmlG2Reader : public Reader {
 public:
  void read(InputStream& input, const ReadOptions& options, RecordSink& sink) const override;
};

bool starts_like_newsml_g2(std::string_view start);

}  // namespace gazette::indexer
