// The date lines of an HTML page: what its blocks print, and what <time datetime> says.
#pragma once

#include <optional>
#include <vector>

#include "indexer/readers/html_blocks.h"
#include "indexer/readers/html_document.h"
#include "indexer/readers/page_dates.h"

namespace gazette::indexer {

/// For each block what date it is; none for blocks that are not date lines.
std::vector<std::optional<PageDate>> find_html_dates(const HtmlDocument& document,
                                                     const std::vector<HtmlBlock>& blocks,
                                                     const TimeZone& zone);

/// The lines of the blocks, as pages of plain text have them.
std::vector<PageLine> lines_of(const std::vector<HtmlBlock>& blocks);

}  // namespace gazette::indexer
