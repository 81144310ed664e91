// The fields a query may name, in French and English.
#include "server/query/fields.h"

#include <array>

#include "common/analysis/fold.h"

namespace gazette::server {
namespace {

struct Name {
  std::string_view folded;
  FieldName field;
};

/// The first of each field is the one shown, with its accent, by french_name().
constexpr std::array kNames{
    Name{"titre", FieldName::kTitle},      Name{"title", FieldName::kTitle},
    Name{"auteur", FieldName::kAuthor},    Name{"author", FieldName::kAuthor},
    Name{"rubrique", FieldName::kSection}, Name{"section", FieldName::kSection},
    Name{"lieu", FieldName::kPlace},       Name{"place", FieldName::kPlace},
    Name{"source", FieldName::kSource},    Name{"mot-cle", FieldName::kTag},
    Name{"motcle", FieldName::kTag},       Name{"tag", FieldName::kTag},
    Name{"date", FieldName::kDate},
};

/// No name is longer, accents and all: longer runs are not looked up.
constexpr std::size_t kLongestName = 16;

}  // namespace

std::optional<FieldName> field_named(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return std::nullopt;
  const std::string folded = fold(exact_form(name));
  for (const Name& known : kNames) {
    if (known.folded == folded) return known.field;
  }
  return std::nullopt;
}

std::string_view french_name(FieldName field) {
  switch (field) {
    case FieldName::kTitle:
      return "titre";
    case FieldName::kAuthor:
      return "auteur";
    case FieldName::kSection:
      return "rubrique";
    case FieldName::kPlace:
      return "lieu";
    case FieldName::kSource:
      return "source";
    case FieldName::kTag:
      return "mot-clé";
    case FieldName::kDate:
      return "date";
  }
  return "";
}

std::string_view all_field_names() {
  return "titre, auteur, rubrique, lieu, source, mot-clé, date";
}

}  // namespace gazette::server
