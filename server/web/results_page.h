// The page of results: what was understood, filters, timeline, cards, facets, paging.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/http/url.h"
#include "common/time_zone.h"
#include "server/search/answer.h"
#include "server/web/html.h"

namespace gazette::server {

/// A parameter that could not be understood and was left aside.
struct PageNotice {
  std::string detail;
  std::vector<std::string> candidates;
};

/// Another search, and what it would find.
struct WayOut {
  std::string label;
  http::QueryList query;
  std::size_t count = 0;
};

struct ResultsPage {
  http::QueryList query;  ///< what was understood of the address, without paging
  const SearchAnswer& answer;
  const TimeZone& zone;
  CivilDay today = 0;
  std::optional<CivilDay> from = {}, to = {};  ///< of the filter
  std::size_t first = 0;                       ///< rank of the first hit, 0-based
  std::size_t limit = 20;                      ///< hits of a page
  std::vector<PageNotice> notices = {};
  std::vector<WayOut> ways = {};  ///< when nothing was found
};

/// A whole HTML document.
std::string results_page(const ResultsPage& model);

/// Pieces of it.
Html results_chips(const ResultsPage& model);
Html results_toolbar(const ResultsPage& model);
Html results_cards(const ResultsPage& model);
Html results_paging(const ResultsPage& model);

}  // namespace gazette::server
