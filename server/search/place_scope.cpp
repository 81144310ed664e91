// Levels by the gazetteer's types, inclusion by its tree, precision by the articles.
#include "server/search/place_scope.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "common/places/gazetteer.h"

namespace gazette::server {
namespace {

PlaceLevel level_of_type(std::string_view type) {
  struct Known {
    std::string_view type;
    PlaceLevel level;
  };
  static constexpr std::array kKnown{
      Known{"continent", PlaceLevel::kContinent}, Known{"country", PlaceLevel::kCountry},
      Known{"territory", PlaceLevel::kCountry},   Known{"admin1", PlaceLevel::kRegion},
      Known{"region", PlaceLevel::kRegion},       Known{"disputed", PlaceLevel::kRegion},
      Known{"historical", PlaceLevel::kRegion},   Known{"admin2", PlaceLevel::kDepartment},
      Known{"city", PlaceLevel::kCity},           Known{"district", PlaceLevel::kCity}};
  const auto* const found = std::find_if(kKnown.begin(), kKnown.end(),
                                         [&](const Known& known) { return known.type == type; });
  return found != kKnown.end() ? found->level : PlaceLevel::kOther;
}

PlaceLevel level_of(const Dictionary::Value& place) {
  if (place.row < 0) return PlaceLevel::kOther;
  return level_of_type(Gazetteer::instance().brief(place.row).type);
}

/// Places of which at least half of the articles name nothing inside.
std::vector<char> named_themselves(const Columns& columns, FacetField field,
                                   std::span<const Number> articles) {
  const CodeColumn& column = columns.of(field);
  const Dictionary& dictionary = columns.dictionary(field);
  std::vector<std::uint32_t> all(dictionary.size(), 0);
  std::vector<std::uint32_t> precise(dictionary.size(), 0);
  std::vector<Number> holds_other(dictionary.size(), kNoNumber);  // the last such article
  for (const Number number : articles) {
    for (const Code code : column[number]) {
      const Code parent = dictionary[code].parent_code;
      if (parent != kNoCode) holds_other[parent] = number;
    }
    for (const Code code : column[number]) {
      ++all[code];
      if (holds_other[code] != number) ++precise[code];
    }
  }
  std::vector<char> named(dictionary.size(), 0);
  for (Code code = 0; code < named.size(); ++code) {
    named[code] = static_cast<char>(all[code] > 0 && 2 * precise[code] >= all[code]);
  }
  return named;
}

/// True when `place` is one of those asked for inside `parent`.
bool lies_in(const Dictionary::Value& place, Gazetteer::Row parent, PlaceLevel level) {
  if (place.row < 0 || place.row == parent) return false;
  const Gazetteer& gazetteer = Gazetteer::instance();
  if (level == PlaceLevel::kAuto) return gazetteer.brief(place.row).parent == parent;
  return gazetteer.inside(place.row, parent);
}

}  // namespace

std::vector<char> in_scope(const Columns& columns, FacetField field,
                           std::span<const Number> articles, const PlaceScope& scope) {
  const Dictionary& dictionary = columns.dictionary(field);
  if (scope.level == PlaceLevel::kAuto && scope.parent.empty()) {
    std::vector<char> shown = named_themselves(columns, field, articles);
    for (Code code = 0; code < shown.size(); ++code) {
      if (level_of(dictionary[code]) == PlaceLevel::kCountry) shown[code] = 1;
    }
    return shown;
  }
  const bool any_level = scope.level == PlaceLevel::kAuto || scope.level == PlaceLevel::kAll;
  const std::optional<Gazetteer::Row> parent = Gazetteer::instance().find_id(scope.parent);
  std::vector<char> shown(dictionary.size(), 0);
  for (Code code = 0; code < shown.size(); ++code) {
    const Dictionary::Value& place = dictionary[code];
    const bool inside = scope.parent.empty() || (parent && lies_in(place, *parent, scope.level));
    shown[code] = static_cast<char>(inside && (any_level || level_of(place) == scope.level));
  }
  return shown;
}

}  // namespace gazette::server
