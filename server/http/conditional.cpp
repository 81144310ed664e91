// 304 without searching.
#include "server/http/conditional.h"

#include <string>
#include <utility>

#include "server/http/accept.h"
#include "server/http/etag.h"

namespace gazette::server {

bool answer_unchanged(Call& call, const http::QueryList& normalised) {
  const std::string fingerprint = call.archive.fingerprint();
  const std::string etag = make_etag({.revision = call.archive.revision(),
                                      .fingerprint = fingerprint,
                                      .path = call.request.path,
                                      .query = normalised,
                                      .day = call.today});
  call.response.headers.emplace("ETag", etag);
  // Kept, but asked about each time: a commit is seen within a second, and a 304 costs nothing.
  call.response.headers.emplace("Cache-Control",
                                call.shared_cache ? "public, no-cache" : "private, no-cache");
  const bool reads = call.request.method != "POST";  // RFC 9110: only GET and HEAD know 304
  if (!reads || !none_match_hits(call.request, etag)) return false;
  call.response.status = 304;
  return true;
}

bool answer_unchanged(Call& call, http::QueryList normalised, std::size_t format) {
  call.response.headers.emplace("Vary", "Accept");
  normalised.emplace_back("accepted", std::to_string(format));
  return answer_unchanged(call, normalised);
}

}  // namespace gazette::server
