// Places that a text names, with where they stand and the rule that decided.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/places/gazetteer.h"
#include "indexer/enrich/dateline.h"

namespace gazette::indexer {

struct PlaceMention {
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  Gazetteer::Row row = -1;         ///< -1 for a place that the gazetteer does not know
  std::string_view rule;           ///< why it is a place: "prominent", "preposition", "list", …
};

/// The rule of the places of a dateline: they say where the article was written, not what about.
inline constexpr std::string_view kDatelineRule = "dateline";

/// The texts of an article that name places.
struct ArticleTexts {
  std::string_view title, subtitle, body;
};

/// Their mentions, in order. A name that one of the texts makes sure counts in all of them.
struct FieldMentions {
  std::vector<PlaceMention> title, subtitle, body;
  std::vector<Gazetteer::Row> demonyms;  ///< a country for each demonym that stands in them
};

/// The place of a mention that stands in `text`.
Place place_of(const PlaceMention& mention, std::string_view text);

/// Any bytes are accepted. Thread-safe.
FieldMentions find_place_mentions(const ArticleTexts& texts);

/// The same for a body whose head was read already: `dateline` begins it, or is null.
FieldMentions find_place_mentions(const ArticleTexts& texts, const ParsedDateline* dateline);

}  // namespace gazette::indexer
