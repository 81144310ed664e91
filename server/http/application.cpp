// The server's answers: what every one of them carries.
#include "server/http/application.h"

#include <algorithm>
#include <chrono>

#include "server/http/accept.h"
#include "server/http/gzip.h"
#include "server/http/pages/pages.h"
#include "server/http/pages/send_page.h"
#include "server/http/params/date_parameter.h"
#include "server/http/problem.h"
#include "server/http/routes.h"
#include "server/search/unavailable.h"

namespace gazette::server {
namespace {

constexpr const char* kApiPolicy = "default-src 'none'; frame-ancestors 'none'";
constexpr const char* kUnavailable = "L’archive ne peut pas être lue pour le moment.";

const Route* route_of(const httplib::Request& request) {
  const std::string_view target = request.target;
  std::string_view captured;
  return find_route(target.substr(0, target.find('?')), captured);
}

/// True when a person with a browser should read the refusal.
bool wants_page(const httplib::Request& request) {
  if (const Route* const route = route_of(request)) return route->page;
  return request.has_header("Accept") &&
         accept_quality(request, "text/html") > accept_quality(request, "application/problem+json");
}

/// Compresses what the responder made, now or as it is made.
void compress(const httplib::Request& request, httplib::Response& response) {
  if (!is_compressible(response.get_header_value("Content-Type"))) return;
  response.headers.emplace("Vary", "Accept-Encoding");
  if (!accepts_gzip(request) || response.has_header("Content-Encoding")) return;
  if (response.content_provider_) {
    auto plain = std::move(response.content_provider_);
    response.content_provider_ = [plain = std::move(plain)](std::size_t, std::size_t,
                                                            httplib::DataSink& sink) {
      GzipStream gzip;
      bool more = true;
      bool open = true;
      httplib::DataSink inner;
      inner.is_writable = [] { return true; };
      inner.done = [&more] { more = false; };
      inner.write = [&](const char* data, std::size_t size) {
        std::string block;
        gzip.write({data, size}, block);
        open = block.empty() || sink.write(block.data(), block.size());
        return open;
      };
      while (open && more) open = plain(0, 0, inner);
      if (!open) return false;
      std::string rest;
      gzip.finish(rest);
      open = sink.write(rest.data(), rest.size());
      sink.done();
      return open;
    };
  } else if (response.body.size() >= kMinGzipBytes) {
    response.body = gzipped(response.body);
  } else {
    return;
  }
  response.headers.emplace("Content-Encoding", "gzip");
}

}  // namespace

Application::Application(Archive& archive, ApplicationOptions options)
    : archive_(archive), options_(std::move(options)), rate_limit_(options_.rate_limit) {}

std::int64_t Application::now() const {
  if (options_.now) return options_.now();
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

void Application::put_common_headers(const httplib::Request& request, httplib::Response& response) {
  response.headers.emplace(kRequestIdHeader, request_ids_.id_of(request));
  response.headers.emplace("X-Content-Type-Options", "nosniff");
  response.headers.emplace("Referrer-Policy", "same-origin");
  put_cors_headers(request, response);
}

void Application::put_cors_headers(const httplib::Request& request,
                                   httplib::Response& response) const {
  const auto& allowed = options_.cors_origins;
  if (allowed.empty()) return;
  const bool any = std::find(allowed.begin(), allowed.end(), "*") != allowed.end();
  if (!any) response.headers.emplace("Vary", "Origin");
  const std::string origin = request.get_header_value("Origin");
  if (origin.empty()) return;
  if (!any && std::find(allowed.begin(), allowed.end(), origin) == allowed.end()) return;
  response.headers.emplace("Access-Control-Allow-Origin", any ? "*" : origin);
  response.headers.emplace("Access-Control-Expose-Headers",
                           "ETag, Link, Retry-After, X-Request-Id");
  if (request.method != "OPTIONS") return;
  response.headers.emplace("Access-Control-Allow-Methods", "GET, HEAD, POST");
  response.headers.emplace("Access-Control-Allow-Headers",
                           "Authorization, Content-Type, X-Request-Id");
  response.headers.emplace("Access-Control-Max-Age", "600");
}

/// False when the answer is already a refusal: too often, or without a key.
bool Application::may_enter(const httplib::Request& request, httplib::Response& response) {
  const Route* const route = route_of(request);
  const bool open = route != nullptr && (route->open || (route->page && options_.public_pages));
  // A preflight carries no key by its nature, and says nothing but which methods there are.
  if (!options_.keys.open() && !open && request.method != "OPTIONS" &&
      !options_.keys.admit(request)) {
    send_problem(response, "unauthorized", "Il faut un en-tête Authorization: Bearer CLÉ.");
    response.headers.emplace("WWW-Authenticate", "Bearer realm=\"gazette\"");
    return false;
  }
  if (route != nullptr && route->open) return true;
  if (rate_limit_.take(request.remote_addr, RateLimit::Clock::now())) return true;
  response.headers.emplace("Retry-After", "1");
  send_problem(response, "too-many-requests", "Trop de requêtes depuis cette adresse.");
  return false;
}

void Application::handle(const httplib::Request& request, httplib::Response& response) {
  metrics_.begin();
  put_common_headers(request, response);
  if (may_enter(request, response)) {
    Call call{.request = request,
              .response = response,
              .archive = archive_,
              .metrics = metrics_,
              .zone = options_.zone,
              .today = day_at(now(), options_.zone),
              .shared_cache = options_.keys.open(),
              .captured = {}};
    dispatch(call);
  }
  if (response.status >= 400 && wants_page(request)) make_error_page(response);
  const Route* const route = route_of(request);
  if (route != nullptr && route->page) put_page_policies(response);
  if (!response.has_header("Content-Security-Policy")) {
    response.headers.emplace("Content-Security-Policy", kApiPolicy);
  }
  compress(request, response);
}

void Application::refuse(const httplib::Request& request, const http::Refusal& refusal,
                         httplib::Response& response) {
  // An export that finds no free stream was handled before it is refused.
  if (refusal.code != "too-many-streams") metrics_.begin();
  put_common_headers(request, response);
  send_problem(response, refusal.code, refusal.detail);
}

void Application::fail(const httplib::Request& request, std::exception_ptr error,
                       httplib::Response& response) {
  put_common_headers(request, response);
  const auto log = [&](const std::exception& e) {
    if (options_.log == nullptr) return;
    options_.log->message(response.get_header_value(kRequestIdHeader) + " " + e.what());
  };
  try {
    std::rethrow_exception(error);
  } catch (const RefusedRequest& e) {
    send_error(response, e.error(), e.q());
  } catch (const ArchiveUnavailable& e) {
    log(e);
    send_problem(response, "unavailable", kUnavailable);
  } catch (const std::exception& e) {
    log(e);
    send_problem(response, "internal",
                 "La faute est de notre côté ; l’identifiant de la requête aide à la retrouver.");
  } catch (...) {  // Xapian's errors have no common ancestor with ours; the answer is the same
    send_problem(response, "internal", "La faute est de notre côté.");
  }
  if (wants_page(request)) make_error_page(response);
}

void Application::done(const httplib::Request& request, const httplib::Response& response,
                       const http::Outcome& outcome) {
  metrics_.end();
  const Route* const route = route_of(request);
  metrics_.count(route == nullptr ? "other" : route->pattern, request.method, response.status,
                 outcome.time, outcome.bytes);
  if (options_.log != nullptr) options_.log->request(request, response, outcome);
}

}  // namespace gazette::server
