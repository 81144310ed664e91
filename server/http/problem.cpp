// Problem answers.
#include "server/http/problem.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"

namespace gazette::server {
namespace {

struct Code {
  std::string_view code;
  int status;
  const char* title;
};

constexpr std::array kCodes = std::to_array<Code>({
    {"unknown-parameter", 400, "Paramètre inconnu"},
    {"bad-parameter", 400, "Paramètre mal formé"},
    {"bad-query", 400, "Requête à corriger"},
    {"bad-body", 400, "Corps illisible"},
    {"bad-request", 400, "Requête HTTP mal formée"},
    {"bad-chunk", 400, "Requête HTTP mal formée"},
    {"bad-cursor", 400, "Curseur invalide"},
    {"cursor-expired", 400, "Curseur périmé"},
    {"unauthorized", 401, "Clé absente ou inconnue"},
    {"not-found", 404, "Adresse inconnue"},
    {"unknown-article", 404, "Article inconnu"},
    {"unknown-facet", 404, "Facette inconnue"},
    {"method-not-allowed", 405, "Méthode non permise"},
    {"not-acceptable", 406, "Aucun format accepté"},
    {"too-slow", 408, "Requête trop lente"},
    {"body-too-large", 413, "Corps trop grand"},
    {"target-too-long", 414, "Adresse trop longue"},
    {"unsupported-media-type", 415, "Type de corps inconnu"},
    {"expectation", 417, "Attente non satisfaite"},
    {"too-many-requests", 429, "Trop de requêtes"},
    {"too-many-streams", 429, "Trop d’exports à la fois"},
    {"head-too-large", 431, "En-têtes trop longs"},
    {"too-many-headers", 431, "Trop d’en-têtes"},
    {"internal", 500, "Erreur interne"},
    {"transfer-encoding", 501, "Codage non pris en charge"},
    {"unavailable", 503, "Archive indisponible"},
    {"too-many-connections", 503, "Trop de connexions"},
    {"version", 505, "Version de HTTP non prise en charge"},
});

const Code& find_code(std::string_view code) {
  const auto* const found =
      std::find_if(kCodes.begin(), kCodes.end(), [=](const Code& c) { return c.code == code; });
  if (found == kCodes.end()) throw std::logic_error("no problem code " + std::string(code));
  return *found;
}

}  // namespace

void send_problem(httplib::Response& response, std::string_view code, std::string detail,
                  std::vector<ParameterError> errors) {
  const Code& known = find_code(code);
  const Problem problem{.status = known.status,
                        .code = std::string(code),
                        .title = known.title,
                        .detail = std::move(detail),
                        .instance = response.get_header_value(kRequestIdHeader),
                        .errors = std::move(errors)};
  response.status = known.status;
  response.body = problem_json(problem);
  response.content_provider_ = nullptr;
  for (const char* header : {"Content-Type", "Content-Disposition", "ETag", "Cache-Control"}) {
    response.headers.erase(header);
  }
  response.headers.emplace("Content-Type", "application/problem+json");
  response.headers.emplace("Cache-Control", "no-store");
  const bool later = known.status == 429 || known.status == 503;
  if (later && !response.has_header("Retry-After")) {
    constexpr const char* kRetrySeconds = "2";  // an export ends, a database appears
    response.headers.emplace("Retry-After", kRetrySeconds);
  }
}

void send_parameter_errors(httplib::Response& response, std::vector<ParameterError> errors) {
  const ParameterError& first = errors.front();
  std::string detail = first.detail;
  if (errors.size() > 1) detail += " (et " + std::to_string(errors.size() - 1) + " autre(s))";
  const char* const code = first.parameter.empty() ? "bad-body"
                           : first.unknown         ? "unknown-parameter"
                                                   : "bad-parameter";
  send_problem(response, code, std::move(detail), std::move(errors));
}

void send_error(httplib::Response& response, const Error& error, std::string_view q) {
  const bool of_cursor = error.code == "bad-cursor" || error.code == "cursor-expired";
  const char* const code = of_cursor            ? error.code.c_str()
                           : error.field == "q" ? "bad-query"
                                                : "bad-parameter";
  ParameterError entry{.parameter = error.field, .detail = error.message};
  if (error.field == "q") entry.position = utf8::length(q.substr(0, error.offset));
  send_problem(response, code, error.message, {std::move(entry)});
}

}  // namespace gazette::server
