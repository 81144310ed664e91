// NDJSON and JSON of native articles.
#pragma once

#include "indexer/readers/reader.h"

namespace gazette::indexer {

/// One object a line; a bad line is rejected alone.
class NdjsonReader : public Reader {
 public:
  void read(InputStream& input, const ReadOptions& options, RecordSink& sink) const override;
};

/// One object, an array of them, or {"articles": […]}.
class JsonReader : public Reader {
 public:
  void read(InputStream& input, const ReadOptions& options, RecordSink& sink) const override;
};

}  // namespace gazette::indexer
