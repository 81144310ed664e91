// The text of a page as blocks: paragraphs, headings, items, labels, each with where it stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/readers/html_document.h"
#include "indexer/readers/page_lines.h"

namespace gazette::indexer {

struct HtmlBlock {
  PageLine line;            ///< its text as one line, numbered by block
  std::string text;         ///< the same with the line breaks that the page asks for
  std::uint32_t node = 0;   ///< the nearest element that parts paragraphs
  std::uint32_t first = 0;  ///< node of its first text
  double link_share = 0;    ///< part of its letters that is links
  bool heading = false;
};

/// All blocks in document order. Two line breaks part blocks as paragraphs do.
std::vector<HtmlBlock> html_blocks(const HtmlDocument& document);

}  // namespace gazette::indexer
