// Which places a facet shows: a level, the places of one other, or what a reader wants to see.
#pragma once

#include <span>
#include <vector>

#include "server/search/columns.h"
#include "server/search/request.h"

namespace gazette::server {

/// For each code of `field`, whether a facet over `articles` shows it.
///
/// PlaceLevel::kAuto alone: countries, and of the others those about which at least half of their
/// articles name nothing more precise inside. So "Lyon" and "France" are there; "Europe" and
/// "Auvergne-Rhône-Alpes" only where they are themselves the subject, not because of Lyon.
std::vector<char> in_scope(const Columns& columns, FacetField field,
                           std::span<const Number> articles, const PlaceScope& scope);

}  // namespace gazette::server
