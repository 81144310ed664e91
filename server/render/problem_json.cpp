// Errors as application/problem+json.
#include "server/render/problem_json.h"

#include "server/render/json_writer.h"

namespace gazette::server {
namespace {

void write_error(const ParameterError& error, JsonWriter& json) {
  json.begin_object();
  json.string("parameter", error.parameter);
  json.string("detail", error.detail);
  json.string_or_null("example", error.example);
  if (error.position) json.number("position", std::uint64_t{*error.position});
  if (!error.candidates.empty()) {
    json.key("candidates");
    json.begin_array();
    for (const std::string& candidate : error.candidates) json.string(candidate);
    json.end_array();
  }
  json.end_object();
}

}  // namespace

std::string problem_json(const Problem& problem) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.string("type", "/errors/" + problem.code);
  json.string("title", problem.title);
  json.number("status", static_cast<std::uint64_t>(problem.status));
  json.string("detail", problem.detail);
  json.string_or_null("instance", problem.instance);
  if (!problem.errors.empty()) {
    json.key("errors");
    json.begin_array();
    for (const ParameterError& error : problem.errors) write_error(error, json);
    json.end_array();
  }
  json.end_object();
  return out;
}

}  // namespace gazette::server
