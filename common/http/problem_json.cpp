// A problem as JSON.
#include <nlohmann/json.hpp>

#include "common/http/problem.h"

namespace gazette::http {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json error_json(const ParameterError& error) {
  Json out = {{"parameter", error.parameter}, {"detail", error.detail}};
  out["example"] = or_null(error.example);
  if (error.position) out["position"] = *error.position;
  if (!error.candidates.empty()) out["candidates"] = error.candidates;
  return out;
}

}  // namespace

std::string problem_json(const Problem& problem) {
  Json out = {{"type", "/errors/" + problem.code},
              {"title", problem.title},
              {"status", problem.status},
              {"detail", problem.detail}};
  out["instance"] = or_null(problem.instance);
  for (const ParameterError& error : problem.errors) out["errors"].push_back(error_json(error));
  // What is quoted of a request may be any bytes: they come out as valid UTF-8 all the same.
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace gazette::http
