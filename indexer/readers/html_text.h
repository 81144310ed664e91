// The article's paragraphs, and what the page prints about it beside them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/readers/html_blocks.h"
#include "indexer/readers/html_body.h"
#include "indexer/readers/html_document.h"
#include "indexer/readers/page_dates.h"
#include "indexer/readers/reader.h"

namespace gazette::indexer {

struct HtmlText {
  std::string body;                  ///< paragraphs parted by blank lines
  std::string standfirst;            ///< the summary that the page prints above the text
  std::optional<DateLine> date;      ///< printed near the text
  std::string date_note;             ///< what proves its year, or why there is no date
  std::vector<std::string> authors;  ///< printed near the text
  std::optional<Dateline> dateline;  ///< alone on its line, or at the head of the text
  std::vector<DroppedLine> dropped;  ///< blocks inside the article's element that are no text
};

/// Reads them from the blocks that find_body left; the headline is not text.
HtmlText read_text(const HtmlDocument& document, const std::vector<HtmlBlock>& blocks,
                   const HtmlBody& body, const std::vector<std::optional<PageDate>>& dates,
                   const std::string& title, const TimeZone& zone);

}  // namespace gazette::indexer
