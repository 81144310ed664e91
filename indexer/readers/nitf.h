// NITF: a document of its own, and the body inside NewsML.
#pragma once

#include <pugixml.hpp>

#include "indexer/readers/draft.h"

namespace gazette::indexer {

/// Fills `draft` from a <nitf>: head, headlines, byline, dateline, text. What NewsML around it has
/// set already (title, authors, dateline, source) stays; `draft` has its body afterwards.
void fill_from_nitf(pugi::xml_node nitf, Draft& draft);

class NitfReader : public Reader {
 public:
  void read(InputStream& input, const ReadOptions& options, RecordSink& sink) const override;
};

bool starts_like_nitf(std::string_view start);

}  // namespace gazette::indexer
