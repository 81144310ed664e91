// Demonyms: "azerbaïdjanaise" speaks of Azerbaïdjan without naming it.
#pragma once

#include <vector>

#include "common/places/gazetteer.h"
#include "indexer/enrich/place_mentions/candidates.h"

namespace gazette::indexer {

/// Adds to `countries` the country or territory of each demonym in `text`.
void find_demonyms(const MarkedText& text, std::vector<Gazetteer::Row>& countries);

}  // namespace gazette::indexer
