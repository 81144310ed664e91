// The JSON body of POST /v1/search -> the same pairs as a query string gives.
#pragma once

#include <string_view>
#include <vector>

#include "common/http/problem.h"
#include "common/http/url.h"

namespace gazette::server {

using http::ParameterError;

/// Appends one pair for each member: strings, numbers and booleans as text, arrays of them as
/// repeated keys, null as absent. What is not UTF-8, not JSON, not an object, or nests deeper goes
/// to `errors`.
void read_json_body(std::string_view body, http::QueryList& query,
                    std::vector<ParameterError>& errors);

}  // namespace gazette::server
