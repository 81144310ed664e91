// Questions that readers ask of JSON records whose keys change their case from version to version.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace gazette::indexer {

/// The value under `key`, which is lower case, whatever the case in the record ("versionCreated",
/// "versioncreated"); null when there is none.
const nlohmann::json* member(const nlohmann::json& object, std::string_view key);

/// A text or a number under `key`; empty for anything else.
std::string text_member(const nlohmann::json& object, std::string_view key);

/// Text of `value` itself; empty for anything but a text or a number.
std::string text_value(const nlohmann::json& value);

}  // namespace gazette::indexer
