// RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom 1.0.
#pragma once

#include "indexer/readers/reader.h"

namespace gazette::indexer {

class FeedReader : public Reader {
 public:
  void read(InputStream& input, const ReadOptions& options, RecordSink& sink) const override;
};

/// True for an XML file that starts like a feed (and not like a WordPress export).
bool starts_like_feed(std::string_view start);

}  // namespace gazette::indexer
