// Content negotiation: Accept, Accept-Encoding, If-None-Match.
#pragma once

#include <httplib.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace gazette::server {

/// How much a client wants `type` ("application/json"), 0 to 1; 1 when it does not say. The most
/// specific range of its Accept header counts.
double accept_quality(const httplib::Request& request, std::string_view type);

/// Index of the type that the client wants most among those `offered`, the first of equals; none
/// when it takes none of them.
std::optional<std::size_t> best_accepted(const httplib::Request& request,
                                         std::span<const std::string_view> offered);

/// True when the client takes gzip.
bool accepts_gzip(const httplib::Request& request);

/// True when one of the client's tags is `etag`, compared weakly, or "*".
bool none_match_hits(const httplib::Request& request, std::string_view etag);

}  // namespace gazette::server
