// Keeps HTML from nesting deeper than browsers let it, before a parser sees it.
#pragma once

#include <string>

namespace gazette::indexer {

/// `html` without the tags that would open elements deeper than browsers do (512); their text
/// stays. Most pages come back as they are. Parsers walk up the open elements at every tag, so that
/// 100,000 nested divs would take them minutes.
std::string flattened(std::string html);

}  // namespace gazette::indexer
