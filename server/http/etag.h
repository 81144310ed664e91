// Entity tags: equal exactly when an answer would say the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/http/url.h"

namespace gazette::server {

/// What an answer depends on.
struct EtagInput {
  std::uint64_t revision = 0;    ///< shown, for people
  std::string_view fingerprint;  ///< of the database
  std::string_view path;
  const http::QueryList& query;  ///< normalised
  std::int64_t day = 0;          ///< today: relative dates
};

/// W/"r1842-5f0c91d2a7b3e846"; weak, for took_ms differs from answer to answer.
std::string make_etag(const EtagInput& input);

}  // namespace gazette::server
