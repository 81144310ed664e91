// Places that a text names, with where they stand and the rule that decided.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/places/gazetteer.h"

namespace gazette::indexer {

struct PlaceMention {
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  Gazetteer::Row row = -1;
  std::string_view rule;  ///< why it is a place: "prominent", "preposition", "list", …
};

/// The mentions of a title and a body, in order. A name that one of them makes sure counts in both.
struct FieldMentions {
  std::vector<PlaceMention> title, body;
};

/// Any bytes are accepted. Thread-safe.
FieldMentions find_place_mentions(std::string_view title, std::string_view body);

}  // namespace gazette::indexer
