// Completions as JSON: the API's own shape, and the array that browsers' search boxes read.
#pragma once

#include <string>
#include <string_view>

#include "server/search/suggest/suggestion.h"

namespace gazette::server {

/// "term", "place", "article".
std::string_view suggestion_type_name(SuggestionType type);

std::string suggest_json(std::string_view q, const SuggestAnswer& answer);

/// [q, [texts], [descriptions], [addresses]], after the OpenSearch Suggestions extension.
std::string opensearch_suggest_json(std::string_view q, const SuggestAnswer& answer);

}  // namespace gazette::server
