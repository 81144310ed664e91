// Where the article's text stands among the blocks of a page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/readers/html_blocks.h"
#include "indexer/readers/html_document.h"
#include "indexer/readers/page_dates.h"

namespace gazette::indexer {

/// The element that holds the text, and which blocks are surely none of it.
struct HtmlBody {
  std::uint32_t root = 0;             ///< the element
  std::size_t begin = 0, end = 0;     ///< blocks from the first sentence of the text to the last
  std::vector<std::string_view> why;  ///< of each block: why it is left out; empty: it is not
  std::size_t prose_words = 0;        ///< of the sentences inside
  std::size_t list_words = 0;         ///< of links and their summaries on the whole page
};

/// Finds it by what elements say they are, by how much running text they hold and how few links.
/// `dates` tells which blocks are date lines.
HtmlBody find_body(const HtmlDocument& document, const std::vector<HtmlBlock>& blocks,
                   const std::vector<std::optional<PageDate>>& dates);

}  // namespace gazette::indexer
