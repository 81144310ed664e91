// Routes, parameters and schemas -> one document.
#include "server/http/openapi/document.h"

#include <nlohmann/json.hpp>
#include <string_view>

#include "server/http/openapi/operations.h"
#include "server/http/openapi/schemas.h"
#include "server/http/params/parameter_table.h"
#include "server/http/routes.h"
#include "server/http/version.h"

namespace gazette::server {
namespace {

using Json = nlohmann::ordered_json;
using Kind = ParameterKind;

bool belongs(const ParameterSpec& spec, Endpoint endpoint) {
  return (spec.endpoints & static_cast<std::uint16_t>(endpoint)) != 0;
}

Json choices_of(const ParameterSpec& spec) {
  Json choices = Json::array();
  for (const std::string_view choice : spec.choices) choices.push_back(choice);
  return choices;
}

Json schema_of(const ParameterSpec& spec) {
  switch (spec.kind) {
    case Kind::kTexts:
      return {{"type", "array"}, {"items", {{"type", "string"}}}, {"maxItems", spec.greatest}};
    case Kind::kValues:
    case Kind::kPlaces:
      return {{"type", "array"}, {"items", {{"type", "string"}}}};
    case Kind::kList:
      return {{"type", "array"}, {"items", {{"type", "string"}, {"enum", choices_of(spec)}}}};
    case Kind::kChoice:
      return {{"type", "string"}, {"enum", choices_of(spec)}};
    case Kind::kNumber:
      return {{"type", "integer"},
              {"minimum", spec.least},
              {"maximum", spec.greatest},
              {"default", spec.preset}};
    case Kind::kFlag:
      return {{"type", "boolean"}, {"default", false}};
    case Kind::kText:
    case Kind::kDate:
      break;
  }
  return {{"type", "string"}};
}

Json parameter_of(const ParameterSpec& spec) {
  Json parameter = {{"name", spec.name}, {"in", "query"}, {"description", spec.meaning}};
  const Json schema = schema_of(spec);
  if (schema.at("type") == "array") {
    parameter["style"] = "form";
    parameter["explode"] = spec.kind != Kind::kList;
  }
  parameter["schema"] = schema;
  const std::string_view value = spec.example.substr(spec.example.find('=') + 1);
  if (schema.at("type") == "string") parameter["example"] = value;
  return parameter;
}

Json query_parameters(Endpoint endpoint) {
  Json parameters = Json::array();
  for (const ParameterSpec& spec : parameter_table()) {
    if (belongs(spec, endpoint)) parameters.push_back(parameter_of(spec));
  }
  return parameters;
}

/// The parameters of an endpoint as the members of a JSON body.
Json body_schema(Endpoint endpoint) {
  Json members = Json::object();
  for (const ParameterSpec& spec : parameter_table()) {
    if (belongs(spec, endpoint)) members[std::string(spec.name)] = schema_of(spec);
  }
  return {{"type", "object"}, {"properties", members}, {"additionalProperties", false}};
}

Json reference(std::string_view schema) {
  if (schema == "text") return {{"type", "string"}};
  return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

Json content_of(std::span<const Media> media) {
  Json content = Json::object();
  for (const Media& kind : media) {
    content[std::string(kind.type)] = {{"schema", reference(kind.schema)}};
  }
  return content;
}

Json responses_of(const Operation& operation) {
  Json responses = {
      {"200", {{"description", "Réponse."}, {"content", content_of(operation.answers)}}}};
  if (operation.tagged) responses["304"] = {{"description", "Inchangé depuis If-None-Match."}};
  responses["default"] = {{"$ref", "#/components/responses/Problem"}};
  return responses;
}

Json operation_of(const Operation& operation, const Route& route) {
  Json described = {{"operationId", operation.id}, {"summary", operation.summary}};
  Json parameters = query_parameters(operation.endpoint);
  const std::size_t open = operation.pattern.find('{');
  if (open != std::string_view::npos) {
    const std::size_t close = operation.pattern.find('}');
    parameters.insert(parameters.begin(),
                      Json{{"name", operation.pattern.substr(open + 1, close - open - 1)},
                           {"in", "path"},
                           {"required", true},
                           {"schema", {{"type", "string"}}}});
  }
  if (!parameters.empty()) described["parameters"] = parameters;
  if (!operation.bodies.empty()) {
    described["requestBody"] = {{"required", true}, {"content", content_of(operation.bodies)}};
  }
  described["responses"] = responses_of(operation);
  if (route.open) described["security"] = Json::array();
  return described;
}

Json paths() {
  Json paths = Json::object();
  for (const Route& route : routes()) {
    if (route.page) continue;
    Json& path = paths[std::string(route.pattern)];
    path = Json::object();
    for (const Operation& operation : operations()) {
      if (operation.pattern != route.pattern) continue;
      path[operation.post ? "post" : "get"] = operation_of(operation, route);
    }
  }
  return paths;
}

Json components() {
  Json schemas = Json::parse(answer_schemas());
  schemas["SearchBody"] = body_schema(Endpoint::kSearch);
  return {{"schemas", schemas},
          {"responses",
           {{"Problem",
             {{"description", "Refus, ou panne (RFC 9457)."},
              {"content", {{"application/problem+json", {{"schema", reference("Problem")}}}}}}}}},
          {"securitySchemes", {{"key", {{"type", "http"}, {"scheme", "bearer"}}}}}};
}

std::string make_document() {
  const Json document = {
      {"openapi", "3.1.0"},
      {"info",
       {{"title", "Gazette"},
        {"version", kProgramVersion},
        {"summary", "Recherche plein texte dans une archive de presse en français."},
        {"license", {{"name", "GPL-2.0-or-later"}, {"identifier", "GPL-2.0-or-later"}}}}},
      {"servers", Json::array({{{"url", "/"}}})},
      // Without --keys-file no key is asked for.
      {"security", Json::array({Json::object(), {{"key", Json::array()}}})},
      {"paths", paths()},
      {"components", components()},
  };
  return document.dump();
}

}  // namespace

const std::string& openapi_document() {
  static const std::string kDocument = make_document();
  return kDocument;
}

}  // namespace gazette::server
