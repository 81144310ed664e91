// Filters by facet values and by days, as sets of articles.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/search/request.h"
#include "server/search/view.h"

namespace gazette::server {

/// Codes of these values; those that no article has are left out.
std::vector<Code> codes_of(const Dictionary& dictionary, const std::vector<std::string>& values);

/// Codes of the values whose label has every word of `asked`, or with `whole` is it (as
/// folded_words() gives it).
std::vector<Code> codes_by_words(const Dictionary& dictionary, const std::string& asked,
                                 bool whole);

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
