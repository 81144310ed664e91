// /v1/suggest and /v1/articles/{id}/similar.
#include <string>

#include "server/http/accept.h"
#include "server/http/conditional.h"
#include "server/http/params/requests.h"
#include "server/http/problem.h"
#include "server/http/responders.h"
#include "server/render/answer_json.h"
#include "server/render/suggest_json.h"

namespace gazette::server {
namespace {

constexpr const char* kJson = "application/json";
constexpr const char* kSuggestions = "application/x-suggestions+json";

}  // namespace

void answer_suggest(Call& call) {
  ParameterReader reader(query_of(call.request), Endpoint::kSuggest, Strictness::kStrict);
  const double as_json = accept_quality(call.request, kJson);
  const double as_array = accept_quality(call.request, kSuggestions);
  const SuggestRequest request = read_suggest_request(reader);
  const bool opensearch = reader.choice("format", as_array > as_json ? 1 : 0) == 1;
  if (refuse_request(call, reader, as_json > 0 || as_array > 0,
                     "application/json ou application/x-suggestions+json")) {
    return;
  }
  const SuggestAnswer answer = call.archive.suggest(request);
  // What is typed next is often what was typed before: a browser may keep it for a moment.
  call.response.headers.emplace("Cache-Control",
                                call.shared_cache ? "public, max-age=30" : "private, max-age=30");
  call.response.headers.emplace("Vary", "Accept");
  call.response.headers.emplace("Content-Type", opensearch ? kSuggestions : kJson);
  call.response.body =
      opensearch ? opensearch_suggest_json(request.q, answer) : suggest_json(request.q, answer);
}

void answer_similar(Call& call) {
  ParameterReader reader(query_of(call.request), Endpoint::kSimilar, Strictness::kStrict);
  SimilarRequest request;
  request.selection = read_selection(reader, {call.zone, call.today});
  request.limit = reader.number("limit");
  const HitForm form{.fields = read_fields(reader, kDefaultSimilarFields),
                     .highlight = HighlightForm::kNone};
  if (refuse_unless_json(call, reader) || answer_unchanged(call, reader.normalised())) return;
  const Result<std::optional<SimilarAnswer>> answer = call.archive.similar(call.captured, request);
  if (!answer.ok()) return send_error(call.response, answer.error(), request.selection.q);
  if (!*answer) {
    return send_problem(call.response, "unknown-article",
                        "Aucun article n’a l’identifiant « " + call.captured + " ».");
  }
  call.response.headers.emplace("Content-Type", kJson);
  call.response.body = similar_json(**answer, form);
}

}  // namespace gazette::server
