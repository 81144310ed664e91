// One object of native JSON -> article: lenient about forms, strict about what is kept.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "indexer/readers/draft.h"

namespace gazette::indexer {

/// Fills `draft` from `object`. Keys are those of the API, with the usual other names of each; null
/// is absent; places and the dateline may be names or objects. What `dump` writes comes back as the
/// identical article.
void fill_from_native(const nlohmann::json& object, Draft& draft);

}  // namespace gazette::indexer
