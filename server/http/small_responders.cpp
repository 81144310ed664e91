// /v1/facets/{name}, /v1/analyze, /v1/stats, /healthz, /readyz.
#include <optional>
#include <string>

#include "server/http/conditional.h"
#include "server/http/params/requests.h"
#include "server/http/problem.h"
#include "server/http/responders.h"
#include "server/http/version.h"
#include "server/render/answer_json.h"

namespace gazette::server {
namespace {

void send_json(Call& call, std::string body) {
  call.response.headers.emplace("Content-Type", "application/json");
  call.response.body = std::move(body);
}

std::string facet_names() {
  std::string names;
  for (std::size_t i = 0; i < kFacetFieldCount; ++i) {
    names += (i == 0 ? "" : ", ") + std::string(facet_name(static_cast<FacetField>(i)));
  }
  return names;
}

}  // namespace

void answer_facet(Call& call) {
  const std::optional<FacetField> field = facet_named(call.captured);
  if (!field) {
    return send_problem(
        call.response, "unknown-facet",
        "Les facettes sont : " + facet_names() + " ; pour les dates, /v1/search?facets=date.");
  }
  ParameterReader reader(query_of(call.request), Endpoint::kFacet, Strictness::kStrict);
  const Selection selection = read_selection(reader, {call.zone, call.today});
  const FacetRequest request{.contains = std::string(reader.text("contains")),
                             .limit = reader.number(reader.has("limit") ? "limit" : "facet_limit"),
                             .scope = read_place_scope(reader, *field)};
  if (refuse_unless_json(call, reader) || answer_unchanged(call, reader.normalised())) return;
  const Result<Facet> facet = call.archive.facet(*field, selection, request);
  if (!facet.ok()) return send_error(call.response, facet.error(), selection.q);
  send_json(call, facet_json(*facet));
}

void answer_analyze(Call& call) {
  ParameterReader reader(query_of(call.request), Endpoint::kAnalyze, Strictness::kStrict);
  if (!reader.has("text") && reader.errors().empty()) {
    reader.fail("text", "Il manque « text » : le texte à analyser.");
  }
  if (refuse_unless_json(call, reader)) return;
  send_json(call, analyze_json(call.archive.analyze(reader.text("text"))));
}

void answer_stats(Call& call) {
  const ParameterReader reader(query_of(call.request), Endpoint::kPlain, Strictness::kStrict);
  if (refuse_unless_json(call, reader) || answer_unchanged(call, {})) return;
  send_json(call, stats_json(call.archive.stats(), kProgramVersion));
}

void answer_alive(Call& call) {
  call.response.headers.emplace("Cache-Control", "no-store");
  send_json(call, "{\"status\":\"ok\"}");
}

void answer_ready(Call& call) {
  if (!call.archive.ready()) {
    return send_problem(call.response, "unavailable", "Aucune base ne peut être lue.");
  }
  call.response.headers.emplace("Cache-Control", "no-store");
  send_json(call,
            "{\"status\":\"ready\",\"revision\":" + std::to_string(call.archive.revision()) + "}");
}

}  // namespace gazette::server
