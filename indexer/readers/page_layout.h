// Where the article stands in the text of a web page: its title, its date, its paragraphs, and why
// each other line is none of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/news_time.h"
#include "common/time_zone.h"
#include "indexer/readers/page_lines.h"

namespace gazette::indexer {

/// What a line is to the article. Every line is exactly one of these.
enum class LineRole : std::uint8_t {
  kOutside,    ///< before or after the article, or between its parts
  kFurniture,  ///< a button, a menu, a notice
  kSite,       ///< the name of the site above the title
  kSection,
  kTitle,
  kTitleAgain,
  kDate,
  kByline,
  kDateline,
  kBody,
};

/// The lines of a page with their roles, and what the lines that are not text say.
struct PageLayout {
  std::vector<PageLine> lines;
  std::vector<LineRole> roles;  ///< of each line
  std::string site, section, title;
  std::optional<NewsTime> published, modified;
  std::string date_fault;     ///< why a date line gave no date; empty when it did
  std::string year_evidence;  ///< what proves the year that the date line leaves out
  std::vector<std::string> authors;
  std::optional<Dateline> dateline;
  std::string agency;  ///< of the dateline: publisher or agency, as printed
};

/// Reads a page. Any text is accepted; a page without an article has no title and no body.
PageLayout layout_page(std::string_view page, const TimeZone& zone);

/// What is said of a line that was left out.
std::string reason_of(const PageLayout& layout, std::size_t line);

}  // namespace gazette::indexer
