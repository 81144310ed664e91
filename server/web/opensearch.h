// The OpenSearch description: a browser that reads it searches here from its address bar.
#pragma once

#include <string>
#include <string_view>

namespace gazette::server {

/// `origin` is where the reader sees this server: "https://archives.example".
std::string opensearch_description(std::string_view origin);

}  // namespace gazette::server
