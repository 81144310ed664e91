// What a page says of its article outside the text: in JSON-LD, microdata, meta elements.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/readers/html_document.h"

namespace gazette::indexer {

/// As written, not yet checked; empty when not said.
struct HtmlFacts {
  std::string title, subtitle, body;
  std::string published, modified;
  std::string source, section, language, url, image, rights;
  std::string dateline, written_at;  ///< text; name of the place
  std::vector<std::string> authors, tags;
  std::vector<Place> places;
  bool is_article = false;  ///< it says that it is one
  bool is_list = false;     ///< it says that it is a list of articles, or a home page
  bool paid = false;        ///< it says that not everybody can read all of it
};

/// Of all scripts of JSON-LD; `broken` counts those that are no JSON even when mended.
HtmlFacts facts_of_json_ld(const HtmlDocument& document, std::size_t& broken);

/// Of itemprop attributes.
HtmlFacts facts_of_microdata(const HtmlDocument& document);

/// Of meta and link elements: OpenGraph, Dublin Core, the names that publishers use.
HtmlFacts facts_of_meta(const HtmlDocument& document);

/// Fills what `facts` lacks from `others`. A date without its time gives way to one of the same day
/// with it.
void complete(HtmlFacts& facts, const HtmlFacts& others);

}  // namespace gazette::indexer
