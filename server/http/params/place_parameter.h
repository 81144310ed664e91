// `place` and `dateline`: an id or a French name -> the gazetteer's id, or the candidates.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gazette::server {

/// A name that could not be resolved, and what might have been meant.
struct UnresolvedPlace {
  std::string detail;                   ///< French sentence
  std::vector<std::string> candidates;  ///< "insee:75056 (Paris, France)"
};

/// The id that `text` stands for. Ids are taken as they are, so are "name:…" ids of places that
/// only the articles know. A name is taken when one of its places is far more prominent than the
/// others or contains them ("Paris", "Luxembourg"); "Saint-Denis (La Réunion)" says which one.
std::variant<std::string, UnresolvedPlace> resolve_place(std::string_view text);

}  // namespace gazette::server
