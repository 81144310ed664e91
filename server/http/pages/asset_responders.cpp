// What pages load beside themselves, and what browsers and robots ask for.
#include <string>

#include "server/http/pages/pages.h"
#include "server/http/pages/send_page.h"
#include "server/http/public_address.h"
#include "server/web/assets.h"
#include "server/web/opensearch.h"

namespace gazette::server {
namespace {

constexpr const char* kForAnHour = "public, max-age=3600";
constexpr const char* kForEver = "public, max-age=31536000, immutable";

/// An address with the version of what is there may be kept for ever: a new one has another
/// address.
void send_asset(Call& call, const char* type, std::string_view body,
                std::string_view version = {}) {
  const bool pinned = !version.empty() && call.request.get_param_value("v") == version;
  call.response.headers.emplace("Content-Type", type);
  call.response.headers.emplace("Cache-Control", pinned ? kForEver : kForAnHour);
  put_page_policies(call.response);
  call.response.body = body;
}

}  // namespace

void answer_style(Call& call) {
  send_asset(call, "text/css; charset=utf-8", kStyleSheet, kStyleVersion);
}

void answer_page_script(Call& call) {
  send_asset(call, "text/javascript; charset=utf-8", kPageScript, kPageVersion);
}

void answer_embed_script(Call& call) {
  send_asset(call, "text/javascript; charset=utf-8", kEmbedScript, kEmbedVersion);
  // Any site may load it: it is the same for all and holds nothing of anyone.
  call.response.headers.erase("Access-Control-Allow-Origin");
  call.response.headers.emplace("Access-Control-Allow-Origin", "*");
  call.response.headers.erase("Cross-Origin-Resource-Policy");
  call.response.headers.emplace("Cross-Origin-Resource-Policy", "cross-origin");
}

void answer_map(Call& call) { send_asset(call, "image/svg+xml", kMap, kMapVersion); }
void answer_icon(Call& call) { send_asset(call, "image/svg+xml", kIcon); }

void answer_robots(Call& call) {
  send_asset(call, "text/plain; charset=utf-8",
             "User-agent: *\nDisallow: /search\nDisallow: /facets/\nDisallow: /advanced\n"
             "Disallow: /v1/\n");
}

void answer_opensearch(Call& call) {
  send_asset(call, "application/opensearchdescription+xml",
             opensearch_description(public_address(call.request)));
  call.response.headers.emplace("Vary", "Host");
}

}  // namespace gazette::server
