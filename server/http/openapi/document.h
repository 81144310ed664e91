// The description of the API (OpenAPI 3.1), made from the tables that check requests.
#pragma once

#include <string>

namespace gazette::server {

/// The whole document, made once.
const std::string& openapi_document();

}  // namespace gazette::server
