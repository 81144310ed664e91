// The HTTP side of push ingest.
#include "indexer/push/push_handler.h"

#include <algorithm>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include "common/http/problem.h"
#include "common/http/request_id.h"
#include "common/http/url.h"
#include "common/utf8.h"
#include "indexer/push/article_jobs.h"
#include "indexer/push/envelope.h"
#include "indexer/push/request_body.h"

namespace gazette::indexer {
namespace {

using http::Refusal;
using http::send_problem;

constexpr std::string_view kArticles = "/v1/articles";

std::string_view raw_path(const httplib::Request& request) {
  return std::string_view(request.target).substr(0, request.target.find('?'));
}

/// Is it "/v1/articles/…"?
bool names_article(std::string_view path) {
  return path.size() > kArticles.size() + 1 && path.starts_with(kArticles) &&
         path[kArticles.size()] == '/';
}

bool is_open(std::string_view path) { return path == "/healthz" || path == "/readyz"; }

/// The methods of an address; empty when there is none.
std::string_view methods_of(std::string_view path) {
  if (path == kArticles) return "POST, OPTIONS";
  if (names_article(path)) return "PUT, DELETE, OPTIONS";
  if (is_open(path) || path == "/metrics") return "GET, HEAD, OPTIONS";
  return {};
}

bool list_has(std::string_view list, std::string_view method) {
  const std::size_t at = list.find(method);
  return at != std::string_view::npos &&
         (at + method.size() == list.size() || list[at + method.size()] == ',');
}

/// The id that stands in an address; none when it cannot be one.
std::optional<std::string> id_of(std::string_view path) {
  std::optional<std::string> id = http::percent_decoded(path.substr(kArticles.size() + 1), false);
  if (!id || id->empty() || id->size() > kMaxIdBytes || !utf8::valid(*id)) return std::nullopt;
  const bool controls = std::any_of(id->begin(), id->end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  return controls ? std::nullopt : std::move(id);
}

Refusal refusal(int status, const char* code, std::string detail) {
  return {status, code, std::move(detail)};
}

}  // namespace

PushHandler::PushHandler(LiveWriter& writer, http::Keys keys, http::AccessLog& log)
    : writer_(writer), keys_(std::make_shared<const http::Keys>(std::move(keys))), log_(log) {}

void PushHandler::replace_keys(http::Keys keys) {
  auto fresh = std::make_shared<const http::Keys>(std::move(keys));
  const std::lock_guard lock(keys_mutex_);
  keys_ = std::move(fresh);
}

bool PushHandler::authorized(const httplib::Request& request) const {
  std::shared_ptr<const http::Keys> keys;
  {
    const std::lock_guard lock(keys_mutex_);
    keys = keys_;
  }
  return keys->admit(request);
}

/// Everything that is wrong with a request but its body.
std::optional<Refusal> PushHandler::fault_of(const httplib::Request& request) const {
  const std::string_view path = raw_path(request);
  if (request.method != "OPTIONS" && !is_open(path) && !authorized(request)) {
    return refusal(401, "unauthorized", "Il faut un en-tête Authorization: Bearer JETON.");
  }
  const std::string_view methods = methods_of(path);
  if (methods.empty()) return refusal(404, "not-found", "Il n’y a rien à cette adresse.");
  if (!list_has(methods, request.method)) {
    return refusal(405, "method-not-allowed", "Ici : " + std::string(methods) + ".");
  }
  if (names_article(path) && !id_of(path)) {
    return refusal(400, "bad-id",
                   "L’identifiant de l’adresse doit être de l’UTF-8 de 1 à " +
                       std::to_string(kMaxIdBytes) + " octets, sans caractère de commande.");
  }
  const bool writes = request.method == "PUT" || request.method == "POST";
  if (writes && !body_format(request, "json")) {
    return refusal(
        415, "unsupported-media-type",
        std::string("Content-Type attendu : ") + kBodyTypes + ", sans Content-Encoding.");
  }
  return std::nullopt;
}

std::optional<Refusal> PushHandler::refuse_head(const httplib::Request& head) {
  return fault_of(head);
}

bool PushHandler::defer(http::Reply& reply) {
  const httplib::Request& request = reply.request();
  const std::string& method = request.method;
  const bool writes = method == "PUT" || method == "POST" || method == "DELETE";
  const std::size_t bytes = request.body.size();
  if (!writes || fault_of(request) || !writer_.reserve(bytes)) return false;
  const std::string format = body_format(request, method == "PUT" ? "json" : "ndjson").value_or("");
  if (method == "POST") {
    writer_.put(make_post_job(std::move(reply), format), bytes);
    return true;
  }
  std::string id = id_of(raw_path(request)).value_or("");
  const bool puts = method == "PUT";
  writer_.put(puts ? make_put_job(std::move(reply), std::move(id), format)
                   : make_delete_job(std::move(reply), std::move(id)),
              bytes);
  return true;
}

void PushHandler::handle(const httplib::Request& request, httplib::Response& response) {
  put_envelope(request, response);
  if (const std::optional<Refusal> fault = fault_of(request)) {
    send_problem(response, fault->code, fault->detail);
    if (fault->status == 401) {
      response.headers.emplace("WWW-Authenticate", "Bearer realm=\"gazette\"");
    }
    if (fault->status == 405) {
      response.headers.emplace("Allow", std::string(methods_of(raw_path(request))));
    }
    return;
  }
  if (request.method == "OPTIONS") {
    response.status = 204;
    response.headers.emplace("Allow", std::string(methods_of(raw_path(request))));
    return;
  }
  if (request.method != "GET" && request.method != "HEAD") {
    return send_problem(response, "queue-full",
                        "La file d’attente est pleine ; renvoyez la requête dans un instant.");
  }
  answer_open(request, response);
}

void PushHandler::answer_open(const httplib::Request& request, httplib::Response& response) const {
  const std::string_view path = raw_path(request);
  if (path == "/metrics") {
    return response.set_content(metrics_text(writer_.figures()),
                                "text/plain; version=0.0.4; charset=utf-8");
  }
  if (path == "/readyz" && !writer_.figures().writable) {
    return send_problem(response, "not-committed", "La dernière écriture a échoué.");
  }
  response.set_content("{\"status\":\"ok\"}", "application/json");
}

void PushHandler::refuse(const httplib::Request& request, const Refusal& refusal,
                         httplib::Response& response) {
  put_envelope(request, response);
  send_problem(response, refusal.code, refusal.detail);
  if (refusal.status == 401) {
    response.headers.emplace("WWW-Authenticate", "Bearer realm=\"gazette\"");
  }
  if (refusal.status == 405) {
    response.headers.emplace("Allow", std::string(methods_of(raw_path(request))));
  }
}

void PushHandler::fail(const httplib::Request& request, std::exception_ptr error,
                       httplib::Response& response) {
  put_envelope(request, response);
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& e) {
    log_.message(response.get_header_value(http::kRequestIdHeader) + " " + e.what());
  }
  send_problem(response, "internal",
               "La faute est de notre côté ; l’identifiant de la requête aide à la retrouver.");
}

void PushHandler::done(const httplib::Request& request, const httplib::Response& response,
                       const http::Outcome& outcome) {
  log_.request(request, response, outcome);
}

std::string metrics_text(const LiveFigures& figures) {
  std::string out;
  const auto add = [&](const char* name, const char* type, const std::string& value) {
    const std::string full = std::string("gazette_ingest_") + name;
    out += "# TYPE " + full + " " + type + "\n" + full + " " + value + "\n";
  };
  const auto count = [&](const char* name, std::uint64_t value) {
    add(name, "counter", std::to_string(value));
  };
  count("articles_created_total", figures.created);
  count("articles_replaced_total", figures.replaced);
  count("articles_unchanged_total", figures.unchanged);
  count("articles_removed_total", figures.removed);
  count("articles_rejected_total", figures.rejected);
  count("articles_embargoed_total", figures.embargoed);
  count("embargoes_ended_total", figures.released);
  count("commits_total", figures.commits);
  add("commit_seconds_total", "counter", std::to_string(figures.commit_seconds));
  count("write_failures_total", figures.failures);
  count("queue_refusals_total", figures.refused_jobs);
  add("queue_requests", "gauge", std::to_string(figures.waiting_jobs));
  add("queue_bytes", "gauge", std::to_string(figures.waiting_bytes));
  add("writable", "gauge", figures.writable ? "1" : "0");
  return out;
}

}  // namespace gazette::indexer
