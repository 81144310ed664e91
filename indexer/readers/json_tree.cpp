// Keys compared without their case.
#include "indexer/readers/json_tree.h"

#include <algorithm>

namespace gazette::indexer {

const nlohmann::json* member(const nlohmann::json& object, std::string_view key) {
  if (!object.is_object()) return nullptr;
  for (auto at = object.begin(); at != object.end(); ++at) {
    const std::string& name = at.key();
    const bool same = name.size() == key.size() &&
                      std::equal(name.begin(), name.end(), key.begin(), [](char a, char b) {
                        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
                      });
    if (same && !at->is_null()) return &*at;
  }
  return nullptr;
}

std::string text_value(const nlohmann::json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? value.dump() : std::string();
}

std::string text_member(const nlohmann::json& object, std::string_view key) {
  const nlohmann::json* const value = member(object, key);
  return value != nullptr ? text_value(*value) : std::string();
}

}  // namespace gazette::indexer
