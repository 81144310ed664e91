// 304 without searching: the entity tag of a request, before it is answered.
#pragma once

#include <cstddef>

#include "common/http/url.h"
#include "server/http/routes.h"

namespace gazette::server {

/// Puts ETag and Cache-Control. True when the client already has this answer: the response is then
/// 304 and done. Throws ArchiveUnavailable.
bool answer_unchanged(Call& call, const http::QueryList& normalised);

/// The same for an answer whose format, one of several, hangs on the Accept header.
bool answer_unchanged(Call& call, http::QueryList normalised, std::size_t format);

}  // namespace gazette::server
