// The values of one facet as links: to ask for one, to exclude it, to take that back.
#pragma once

#include <string_view>
#include <vector>

#include "common/http/url.h"
#include "server/search/answer.h"
#include "server/web/html.h"

namespace gazette::server {

/// "Lieux", "Rubriques" …
std::string_view facet_title(FacetField field);

/// The first `limit` values and all that are asked for or excluded, as a list.
Html facet_list(const Facet& facet, const http::QueryList& query, std::size_t limit);

/// The column beside results: every facet that has values, with a map of the places, and links to
/// all values of those that have more.
Html facet_column(const std::vector<Facet>& facets, const http::QueryList& query);

}  // namespace gazette::server
