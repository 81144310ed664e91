// All values of one facet of a search, and a box to search among them.
#pragma once

#include <string>
#include <string_view>

#include "common/http/url.h"
#include "server/search/answer.h"

namespace gazette::server {

struct FacetPage {
  http::QueryList query;  ///< the selection, without paging
  const Facet& facet;
  std::string_view contains;  ///< what labels must have; or empty
};

/// A whole HTML document; each value leads back to the results.
std::string facet_page(const FacetPage& model);

}  // namespace gazette::server
