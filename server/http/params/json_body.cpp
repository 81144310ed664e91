// The JSON body of POST /v1/search -> pairs.
#include "server/http/params/json_body.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "common/utf8.h"

namespace gazette::server {
namespace {

using Json = nlohmann::json;

std::optional<std::string> scalar_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  if (value.is_number()) return value.dump();
  return std::nullopt;
}

void read_member(const std::string& key, const Json& value, http::QueryList& query,
                 std::vector<ParameterError>& errors) {
  if (value.is_null()) return;
  if (auto text = scalar_text(value)) {
    query.emplace_back(key, std::move(*text));
    return;
  }
  const auto fail = [&] {
    errors.push_back(
        {.parameter = key,
         .detail = "Un texte, un nombre, true, false, ou un tableau de textes est attendu."});
  };
  if (!value.is_array()) return fail();
  for (const Json& item : value) {
    auto text = scalar_text(item);
    if (!text) return fail();
    query.emplace_back(key, std::move(*text));
  }
}

}  // namespace

void read_json_body(std::string_view body, http::QueryList& query,
                    std::vector<ParameterError>& errors) {
  if (!utf8::valid(body)) {
    errors.push_back({.parameter = "", .detail = "Le corps n’est pas en UTF-8."});
    return;
  }
  const Json json = Json::parse(body.begin(), body.end(), nullptr, false);
  if (json.is_discarded() || !json.is_object()) {
    errors.push_back({.parameter = "",
                      .detail = "Le corps doit être un objet JSON.",
                      .example = R"({"q": "aide humanitaire", "limit": 20})"});
    return;
  }
  for (const auto& [key, value] : json.items()) read_member(key, value, query, errors);
}

}  // namespace gazette::server
