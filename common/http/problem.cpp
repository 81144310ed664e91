// Problem answers: the codes and what they come with.
#include "common/http/problem.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "common/http/request_id.h"

namespace gazette::http {
namespace {

struct Code {
  std::string_view code;
  int status;
  const char* title;
};

constexpr std::array kCodes = std::to_array<Code>({
    {"unknown-parameter", 400, "Paramètre inconnu"},
    {"bad-parameter", 400, "Paramètre mal formé"},
    {"bad-article", 400, "Article inutilisable"},
    {"bad-id", 400, "Identifiant inutilisable"},
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
    {"id-conflict", 409, "Deux identifiants"},
    {"body-too-large", 413, "Corps trop grand"},
    {"target-too-long", 414, "Adresse trop longue"},
    {"unsupported-media-type", 415, "Type de corps inconnu"},
    {"expectation", 417, "Attente non satisfaite"},
    {"not-indexed", 422, "Article gardé par sa rédaction"},
    {"too-many-requests", 429, "Trop de requêtes"},
    {"too-many-streams", 429, "Trop d’exports à la fois"},
    {"queue-full", 429, "File d’attente pleine"},
    {"head-too-large", 431, "En-têtes trop longs"},
    {"too-many-headers", 431, "Trop d’en-têtes"},
    {"internal", 500, "Erreur interne"},
    {"transfer-encoding", 501, "Codage non pris en charge"},
    {"unavailable", 503, "Archive indisponible"},
    {"too-many-connections", 503, "Trop de connexions"},
    {"not-committed", 503, "Rien n’est enregistré"},
    {"version", 505, "Version de HTTP non prise en charge"},
    {"disk-full", 507, "Disque plein"},
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
  const bool later = known.status == 429 || known.status == 503 || known.status == 507;
  if (later && !response.has_header("Retry-After")) {
    constexpr const char* kRetrySeconds = "2";  // an export ends, a queue empties
    response.headers.emplace("Retry-After", kRetrySeconds);
  }
}

}  // namespace gazette::http
