// NewsML 1.2, as AFP and others send it: NewsItems with NITF or XHTML inside.
#pragma once

#include "indexer/readers/reader.h"

namespace gazette::indexer {

class Newsml1Reader : public Reader {
 public:
  void read(InputStream& input, const ReadOptions& options, RecordSink& sink) const override;
};

bool starts_like_newsml1(std::string_view start);

}  // namespace gazette::indexer
