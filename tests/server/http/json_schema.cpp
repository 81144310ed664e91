// Holds JSON against a schema.
#include "tests/server/http/json_schema.h"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace gazette::testing {
namespace {

using nlohmann::json;

bool is_of_type(const json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  if (type == "null") return value.is_null();
  throw std::logic_error("no type " + type);
}

bool has_type(const json& value, const json& types) {
  if (types.is_string()) return is_of_type(value, types);
  return std::any_of(types.begin(), types.end(),
                     [&](const json& type) { return is_of_type(value, type); });
}

std::string member_fault(const json& value, const json& schema, const json& schemas,
                         const std::string& where) {
  for (const json& name : schema.value("required", json::array())) {
    if (!value.contains(name)) return where + ": " + name.get<std::string>() + " is missing";
  }
  const json properties = schema.value("properties", json::object());
  const json rest = schema.value("additionalProperties", json(true));
  for (const auto& [name, member] : value.items()) {
    const std::string at = where + "." + name;
    std::string fault;
    if (properties.contains(name)) {
      fault = schema_fault(member, properties.at(name), schemas, at);
    } else if (rest.is_object()) {
      fault = schema_fault(member, rest, schemas, at);
    } else if (rest == false) {
      fault = at + " is unknown";
    }
    if (!fault.empty()) return fault;
  }
  return {};
}

}  // namespace

std::string schema_fault(const json& value, const json& schema, const json& schemas,
                         const std::string& where) {
  static const std::set<std::string> kKnown = {"$ref",       "type",       "oneOf",
                                               "anyOf",      "items",      "enum",
                                               "required",   "properties", "additionalProperties",
                                               "description"};
  for (const auto& [key, unused] : schema.items()) {
    if (!kKnown.contains(key)) throw std::logic_error("this test does not know " + key);
  }
  if (schema.contains("$ref")) {
    const std::string name = schema.at("$ref");
    return schema_fault(value, schemas.at(name.substr(name.rfind('/') + 1)), schemas, where);
  }
  for (const char* key : {"oneOf", "anyOf"}) {
    if (!schema.contains(key)) continue;
    const json& choices = schema.at(key);
    std::string faults;
    for (const json& choice : choices) {
      const std::string fault = schema_fault(value, choice, schemas, where);
      if (fault.empty()) return {};
      faults += fault + "; ";
    }
    return faults;
  }
  if (schema.contains("type") && !has_type(value, schema.at("type"))) {
    return where + ": " + value.dump() + " is not " + schema.at("type").dump();
  }
  if (value.is_object()) return member_fault(value, schema, schemas, where);
  if (value.is_array() && schema.contains("items")) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      std::string fault = schema_fault(value[i], schema.at("items"), schemas,
                                       where + "[" + std::to_string(i) + "]");
      if (!fault.empty()) return fault;
    }
  }
  return {};
}

}  // namespace gazette::testing
