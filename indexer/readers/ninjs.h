// ninjs 1, 2 and 3: IPTC's news in JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "indexer/readers/draft.h"

namespace gazette::indexer {

bool is_ninjs(const nlohmann::json& object);

/// Fills `draft` from a ninjs object of any version.
void fill_from_ninjs(const nlohmann::json& object, Draft& draft);

}  // namespace gazette::indexer
