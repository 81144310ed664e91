// One page of hits with its facets, from one revision.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/time_zone.h"
#include "server/search/answer.h"
#include "server/search/matches.h"
#include "server/search/ordering.h"
#include "server/search/request.h"
#include "server/search/stories.h"
#include "server/search/view.h"

namespace gazette::server {

/// An Error for a cursor or an offset that cannot be used, and for a query refused by `strict`.
Result<SearchAnswer> search_page(const View& view, const SearchRequest& request,
                                 const TimeZone& zone);

/// Every match in the order asked, best first; with collapse=story the first of each story.
std::vector<Ranked> ordered_matches(const View& view, const Matches& matches);

/// Copies of each article among the matches; none when they are not asked for.
StoryCounts copies_among(const View& view, const Matches& matches,
                         std::span<const Number> articles);

/// One facet over the selection.
Result<Facet> search_facet(const View& view, FacetField field, const Selection& selection,
                           const FacetRequest& request, const TimeZone& zone);

/// Changes with whatever an answer depends on: the revision, and the day that "hier" counts from.
std::string fingerprint_of(const RevisionId& id, const TimeZone& zone);

}  // namespace gazette::server
