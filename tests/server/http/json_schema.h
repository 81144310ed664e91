// Holds JSON against the part of JSON Schema that the API's description uses.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace gazette::testing {

/// Where and why `value` is not of `schema`; empty when it is. `schemas` are those that $ref names.
std::string schema_fault(const nlohmann::json& value, const nlohmann::json& schema,
                         const nlohmann::json& schemas, const std::string& where = "");

}  // namespace gazette::testing
