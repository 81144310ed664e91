// Country codes of news standards: ISO 3166-1 with two or three letters.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"

namespace gazette::indexer {

/// "FRA", "fr", "iso3166-1a3:FRA" -> "FR"; empty for anything else.
std::string country_of_code(std::string_view code);

/// The country as a place of the gazetteer; none for an unknown code.
std::optional<Place> country_place(std::string_view code);

/// The place called `name` in a country (a code, may be empty) or inside one of `around` (names);
/// else the best of that name.
std::optional<Place> place_in(std::string_view name, std::string_view country,
                              std::initializer_list<std::string_view> around = {});

}  // namespace gazette::indexer
