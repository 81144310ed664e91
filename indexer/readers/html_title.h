// The headline of a page, among all the titles it gives itself.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/html_blocks.h"
#include "indexer/readers/html_body.h"
#include "indexer/readers/html_document.h"

namespace gazette::indexer {

/// Titles as the page's metadata give them; empty where they do not.
struct StatedTitles {
  std::string json_ld, open_graph, microdata;
  std::string site;     ///< name of the site, if known
  std::string section;  ///< its section, if known
};

struct HtmlTitle {
  std::string text;  ///< without the name of the site; empty when the page has no headline
  std::string site;  ///< what stood beside it in the window's title, if that may be the site's name
};

/// What the reader sees as the headline wins over what search engines are told, unless several
/// others agree against it.
HtmlTitle choose_title(const HtmlDocument& document, const std::vector<HtmlBlock>& blocks,
                       const HtmlBody& body, const StatedTitles& stated);

}  // namespace gazette::indexer
