// Which address answers what.
#include "server/http/routes.h"

#include <array>
#include <optional>

#include "common/cli/nearest_word.h"
#include "common/http/url.h"
#include "common/utf8.h"
#include "server/http/pages/pages.h"
#include "server/http/problem.h"
#include "server/http/responders.h"

namespace gazette::server {
namespace {

constexpr std::string_view kGet = "GET, HEAD, OPTIONS";
constexpr std::string_view kPost = "POST, OPTIONS";
constexpr std::string_view kGetPost = "GET, HEAD, POST, OPTIONS";

constexpr std::array kRoutes = std::to_array<Route>({
    {.pattern = "/v1/search",
     .methods = kGetPost,
     .get = answer_search,
     .post = answer_search_posted},
    {.pattern = "/v1/export", .methods = kGet, .get = answer_export},
    {.pattern = "/v1/feed", .methods = kGet, .get = answer_feed},
    {.pattern = "/v1/trends", .methods = kGet, .get = answer_trends},
    {.pattern = "/v1/batch", .methods = kPost, .post = answer_batch},
    {.pattern = "/v1/suggest", .methods = kGet, .get = answer_suggest},
    {.pattern = "/v1/articles/{id}/similar", .methods = kGet, .get = answer_similar},
    {.pattern = "/v1/articles/{id}", .methods = kGet, .get = answer_article},
    {.pattern = "/v1/facets/{name}", .methods = kGet, .get = answer_facet},
    {.pattern = "/v1/analyze", .methods = kGet, .get = answer_analyze},
    {.pattern = "/v1/stats", .methods = kGet, .get = answer_stats},
    {.pattern = "/v1/openapi.json", .methods = kGet, .get = answer_openapi},
    {.pattern = "/metrics", .methods = kGet, .get = answer_metrics},
    {.pattern = "/healthz", .methods = kGet, .get = answer_alive, .open = true},
    {.pattern = "/readyz", .methods = kGet, .get = answer_ready, .open = true},
    {.pattern = "/", .methods = kGet, .get = answer_home_page, .page = true},
    {.pattern = "/search", .methods = kGet, .get = answer_search_page, .page = true},
    {.pattern = "/advanced", .methods = kGet, .get = answer_advanced, .page = true},
    {.pattern = "/facets/{name}", .methods = kGet, .get = answer_facet_page, .page = true},
    {.pattern = "/help", .methods = kGet, .get = answer_help_page, .page = true},
    {.pattern = "/articles/{id}", .methods = kGet, .get = answer_article_page, .page = true},
    {.pattern = "/style.css", .methods = kGet, .get = answer_style, .page = true, .open = true},
    {.pattern = "/page.js", .methods = kGet, .get = answer_page_script, .page = true, .open = true},
    {.pattern = "/embed.js",
     .methods = kGet,
     .get = answer_embed_script,
     .page = true,
     .open = true},
    {.pattern = "/map.svg", .methods = kGet, .get = answer_map, .page = true, .open = true},
    {.pattern = "/opensearch.xml",
     .methods = kGet,
     .get = answer_opensearch,
     .page = true,
     .open = true},
    {.pattern = "/favicon.svg", .methods = kGet, .get = answer_icon, .page = true, .open = true},
    {.pattern = "/robots.txt", .methods = kGet, .get = answer_robots, .page = true, .open = true},
});

/// True when `path` is of this pattern; what the braces take must not be empty. What follows them
/// must stand there unencoded: an id that ends with "/similar" is asked for with %2F.
bool matches(std::string_view pattern, std::string_view path, std::string_view& captured) {
  const std::size_t open = pattern.find('{');
  if (open == std::string_view::npos) return path == pattern;
  const std::string_view after = pattern.substr(pattern.find('}') + 1);
  if (!path.starts_with(pattern.substr(0, open)) || path.size() <= open + after.size())
    return false;
  if (!path.ends_with(after)) return false;
  captured = path.substr(open, path.size() - open - after.size());
  return true;
}

std::string_view raw_path(const httplib::Request& request) {
  const std::string_view target = request.target;
  return target.substr(0, target.find('?'));
}

/// "/v1/serach" was meant to be "/v1/search".
std::string unknown_path_detail(std::string_view path) {
  std::array<std::string_view, kRoutes.size()> patterns;
  for (std::size_t i = 0; i < kRoutes.size(); ++i) patterns.at(i) = kRoutes.at(i).pattern;
  const std::string_view near = nearest_word(path, patterns);
  std::string detail = "Il n’y a rien à cette adresse.";
  if (!near.empty()) detail += " Vouliez-vous dire " + std::string(near) + " ?";
  return detail;
}

}  // namespace

std::span<const Route> routes() { return kRoutes; }

const Route* find_route(std::string_view raw_path, std::string_view& captured) {
  for (const Route& route : kRoutes) {
    if (matches(route.pattern, raw_path, captured)) return &route;
  }
  return nullptr;
}

void dispatch(Call& call) {
  const std::string& method = call.request.method;
  std::string_view captured;
  const Route* const route = find_route(raw_path(call.request), captured);
  if (route == nullptr) {
    return send_problem(call.response, "not-found", unknown_path_detail(raw_path(call.request)));
  }
  if (method == "OPTIONS") {
    call.response.status = 204;
    call.response.headers.emplace("Allow", route->methods);
    return;
  }
  const bool reads = method == "GET" || method == "HEAD";
  const Responder responder = reads ? route->get : method == "POST" ? route->post : nullptr;
  if (responder == nullptr) {
    send_problem(call.response, "method-not-allowed", "Ici : " + std::string(route->methods) + ".");
    call.response.headers.emplace("Allow", route->methods);
    return;
  }
  std::optional<std::string> decoded = http::percent_decoded(captured, false);
  if (!decoded || !utf8::valid(*decoded) || decoded->find('\0') != std::string::npos) {
    return send_problem(call.response, "bad-request", "L’adresse n’est pas en UTF-8.");
  }
  call.captured = std::move(*decoded);
  responder(call);
}

}  // namespace gazette::server
