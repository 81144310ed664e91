// XML that is none of the formats of articles: said so, instead of being read as the text of a
// page.
#pragma once

#include "indexer/readers/reader.h"

namespace gazette::indexer {

class OtherXmlReader : public Reader {
 public:
  void read(InputStream& input, const ReadOptions& options, RecordSink& sink) const override;
};

/// True for XML with any root element: asked after HTML and the formats of articles.
bool starts_like_xml(std::string_view start);

}  // namespace gazette::indexer
