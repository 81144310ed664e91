// A small map of the places found; its points are links.
#pragma once

#include <cstdint>

#include "common/http/url.h"
#include "server/search/answer.h"
#include "server/web/html.h"

namespace gazette::server {

/// Whether a point says how many articles it stands for.
enum class MapLabels : std::uint8_t { kCounts, kNames };

/// The values of a facet of places that the gazetteer can locate, each a point whose area grows
/// with its count, on the part of the world that holds them. Nothing when there is none.
Html place_map(const Facet& places, const http::QueryList& query,
               MapLabels labels = MapLabels::kCounts);

}  // namespace gazette::server
