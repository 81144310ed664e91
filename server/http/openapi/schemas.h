// The shapes of answers, as JSON Schema.
#pragma once

#include <string_view>

namespace gazette::server {

/// A JSON object: schemas by name, as OpenAPI's components hold them.
std::string_view answer_schemas();

}  // namespace gazette::server
