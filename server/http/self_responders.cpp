// What the server says of itself: GET /metrics, GET /v1/openapi.json.
#include <array>
#include <string_view>

#include "server/http/accept.h"
#include "server/http/openapi/document.h"
#include "server/http/params/requests.h"
#include "server/http/problem.h"
#include "server/http/responders.h"

namespace gazette::server {

namespace {

ArchiveFigures figures_of(Archive& archive) {
  try {
    const ArchiveStats stats = archive.stats();
    return {.ready = true, .articles = stats.articles, .revision = stats.revision};
  } catch (const ArchiveUnavailable&) {
    return {};  // measures are wanted then more than ever
  }
}

}  // namespace

void answer_metrics(Call& call) {
  call.response.headers.emplace("Cache-Control", "no-store");
  call.response.headers.emplace("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
  call.response.body = call.metrics.text(figures_of(call.archive));
}

void answer_openapi(Call& call) {
  static constexpr std::array<std::string_view, 2> kOffered{"application/json",
                                                            "application/openapi+json"};
  const ParameterReader reader(query_of(call.request), Endpoint::kPlain, Strictness::kStrict);
  const bool acceptable = best_accepted(call.request, kOffered).has_value();
  if (refuse_request(call, reader, acceptable, kOffered.front())) return;
  call.response.headers.emplace("Cache-Control", "public, max-age=3600");
  call.response.headers.emplace("Content-Type", "application/json");
  call.response.body = openapi_document();
}

}  // namespace gazette::server
