// The fields a query may name, in French and English.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gazette::server {

enum class FieldName : std::uint8_t {
  kTitle,
  kAuthor,
  kSection,
  kPlace,
  kSource,
  kTag,
  kDate,
};

/// The field named `name` (any case, accents or none): "titre", "Title", "mot-clé", "motcle".
std::optional<FieldName> field_named(std::string_view name);

/// The French name: "mot-clé".
std::string_view french_name(FieldName field);

/// Every French name, for messages: "titre, auteur, rubrique, lieu, source, mot-clé, date".
std::string_view all_field_names();

}  // namespace gazette::server
