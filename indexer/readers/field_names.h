// What the columns of tables and the keys of home-made JSON are called, in French and English.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::indexer {

enum class FieldName : std::uint8_t {
  kId,
  kUrl,
  kTitle,
  kSubtitle,
  kBody,
  kPublished,
  kClock,
  kModified,
  kAuthors,
  kSection,
  kTags,
  kSource,
  kLanguage,
  kDateline,
  kPlaces,
  kLatitude,
  kLongitude,
  kImage,
  kRights,
  kVersion,
  kStatus,
  kEmbargo
};

/// The field that a header means, whatever its case, accents, spaces and signs ("Date de parution",
/// "mots-clés"); none for an unknown one.
std::optional<FieldName> field_of(std::string_view header);

/// The key of the field in native JSON.
const char* native_key(FieldName field);

/// The usual headers, one a field, for messages.
std::string known_headers();

/// The items of a cell that holds several: parted by "|" or ";", else by ",".
std::vector<std::string> split_list(std::string_view cell);

}  // namespace gazette::indexer
