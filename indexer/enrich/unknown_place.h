// Places that the gazetteer does not know, as articles carry them.
#pragma once

#include <optional>
#include <string_view>

#include "common/article.h"

namespace gazette::indexer {

/// A place that is known by its name alone: "name:…" and the name. None for a name without letters.
std::optional<Place> unknown_place(std::string_view name);

}  // namespace gazette::indexer
