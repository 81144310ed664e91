// One HTML page of a news site: what it says about its article, and the article's text.
#pragma once

#include <string_view>

#include "indexer/readers/reader.h"

namespace gazette::indexer {

/// JSON-LD first, then OpenGraph and meta elements, microdata, and what the page prints. A page
/// without an article (a list, a front page, one that shows subscribers alone the text) is refused
/// with the reason.
class HtmlReader : public Reader {
 public:
  void read(InputStream& input, const ReadOptions& options, RecordSink& sink) const override;
};

/// True when the first bytes of an input open an HTML page, or are a piece of one.
bool starts_like_html(std::string_view start);

}  // namespace gazette::indexer
