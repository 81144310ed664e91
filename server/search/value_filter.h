// Filters by facet values and by days, as sets of articles.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/search/request.h"
#include "server/search/view.h"

namespace gazette::server {

/// Articles that have any of these values of the field; cached.
std::shared_ptr<const CachedSet> with_values(const View& view, FacetField field,
                                             std::vector<Code> values);

/// Articles that pass `filter`. Values that no article has match nothing.
DocSet passing(const View& view, const FieldFilter& filter);

/// Articles of the days [from, to], both inclusive, either open.
DocSet of_days(const Columns& columns, std::optional<CivilDay> from, std::optional<CivilDay> to);

/// Articles that a `auteur:`, `rubrique:`, `lieu:` … of the query asks for (a kValue node).
DocSet with_named_value(const View& view, const Node& node);

}  // namespace gazette::server
