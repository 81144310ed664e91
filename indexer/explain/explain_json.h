// Explanations as JSON, one line each, without a newline.
#pragma once

#include <string>
#include <string_view>

#include "indexer/explain/explanation.h"

namespace gazette::indexer {

/// {"id", "article", "dropped", "date", "dateline", "places", "mentions"}; offsets count code
/// points.
std::string to_json(const Explanation& explanation);

/// A record that is not indexed: {"id", "source", "line", "field", "reason"}; `id` null when it
/// is not known.
std::string to_json(const Complaint& complaint);

/// {"value", "precision", …} or {"rejected", "message"}.
std::string to_json(const Result<DateLine>& date);

/// {"place", "id", "agency", "date"}, what it has (several places joined by ";"), or {"rejected",
/// "message"}.
std::string to_json(const Result<ParsedDateline>& dateline);

}  // namespace gazette::indexer
