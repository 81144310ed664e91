// The page of results, and the front page: cards, facets with counts, chips, paging.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "common/http/url.h"
#include "common/time_zone.h"
#include "server/search/answer.h"
#include "server/search/archive.h"

namespace gazette::server {

/// A parameter that could not be understood and was left aside.
struct PageNotice {
  std::string detail;
  std::vector<std::string> candidates;
};

struct ResultsPage {
  http::QueryList query;  ///< what was understood of the address
  const SearchAnswer& answer;
  const TimeZone& zone;
  std::size_t offset = 0, limit = 20;
  std::vector<PageNotice> notices = {};
  const ArchiveStats* stats = nullptr;  ///< of the front page
};

/// A whole HTML document.
std::string results_page(const ResultsPage& model);

/// Chips, facets, cards and paging, each a piece of results_page().
std::string results_chips(const ResultsPage& model);
std::string results_facets(const ResultsPage& model);
std::string results_cards(const ResultsPage& model);

}  // namespace gazette::server
