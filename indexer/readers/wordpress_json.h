// Posts as WordPress's REST API answers them (/wp-json/wp/v2/posts).
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "indexer/readers/draft.h"

namespace gazette::indexer {

bool is_wordpress_post(const nlohmann::json& object);

/// Fills `draft` from a post; `_embedded` gives the names of author and categories where it was
/// asked for.
void fill_from_wordpress(const nlohmann::json& object, const ReadOptions& options, Draft& draft);

}  // namespace gazette::indexer
