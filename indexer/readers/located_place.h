// A place that a source names and locates: both checked against the gazetteer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"

namespace gazette::indexer {

struct LocatedPlace {
  std::optional<Place> place;
  std::string fault;  ///< why the coordinates were not used; empty when they were, or none given
};

/// The place called `name` at these coordinates: of homonyms the one that lies there. Coordinates
/// that are out of range, swapped, or far from every known place of that name are refused, and the
/// name alone counts. Without a name, the known town that lies there, if any.
LocatedPlace place_at(std::string_view name, std::optional<double> lat, std::optional<double> lon);

}  // namespace gazette::indexer
