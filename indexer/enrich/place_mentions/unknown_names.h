// Places that the gazetteer does not know, made sure by what stands around them: "le village de
// Goudoumaria", "à Friguiadi, à 250 km de Conakry", "aux Bondons (Lozère)".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/enrich/place_mentions/judged.h"

namespace gazette::indexer {

struct UnknownName {
  std::size_t first = 0, last = 0;  ///< words, both inside
  std::string_view rule;
};

/// Unknown places that their own words make sure; their folded names go to `names`.
std::vector<UnknownName> find_unknown_names(const Field& field, const Memory& memory,
                                            std::unordered_set<std::string>& names);

/// Other places of `field` where one of `names` stands.
void repeat_unknown_names(const Field& field, const std::unordered_set<std::string>& names,
                          std::vector<UnknownName>& found);

}  // namespace gazette::indexer
