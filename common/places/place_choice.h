// Which place a reader means by an id or a name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/places/gazetteer.h"

namespace gazette {

struct PlaceChoice {
  enum class Kind : std::uint8_t {
    kPlace,      ///< `id` is meant
    kAmbiguous,  ///< any of `candidates` may be meant
    kUnknown,    ///< no place is called so; `candidates` have names that begin alike
  };
  Kind kind = Kind::kUnknown;
  std::string id;
  std::vector<Gazetteer::Row> candidates;  ///< most prominent first
};

/// Ids are taken as they are, so are "name:…" ids of places that only the articles know. A name is
/// taken in any case, with or without accents, article and hyphens, when one of its places is far
/// more prominent than the others or contains them ("Paris", "Luxembourg"); "Saint-Denis (La
/// Réunion)" and "Vienne, Isère" say which one.
PlaceChoice choose_place(std::string_view text);

/// "Saint-Denis (La Réunion)": a name that choose_place takes for this place where that is
/// possible.
std::string name_with_parent(Gazetteer::Row row);

}  // namespace gazette
