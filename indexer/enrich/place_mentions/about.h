// What places an article is about: its mentions and demonyms, weighed.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/enrich/place_mentions/place_mentions.h"

namespace gazette::indexer {

struct AboutPlace {
  Gazetteer::Row row = -1;
  int weight = 0;  ///< half points: a mention in the title 6, in the first paragraph 4, further on
                   ///< 2; a demonym 1
  int title_mentions = 0, body_mentions = 0;
};

/// The places of the mentions, the heaviest first, then by where they first stand. Demonyms
/// ("azerbaïdjanaise") add to countries that are named too, and make one known that is not.
/// Datelines do not count: they say from where.
std::vector<AboutPlace> places_about(std::string_view title, std::string_view body,
                                     const FieldMentions& mentions);

/// Those that belong on the article: named in the title, or of enough weight.
std::vector<Place> about_places(const std::vector<AboutPlace>& about);

}  // namespace gazette::indexer
