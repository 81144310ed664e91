// What places an article is about: its mentions and demonyms, weighed.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/enrich/place_mentions/place_mentions.h"

namespace gazette::indexer {

struct AboutPlace {
  Gazetteer::Row row = -1;  ///< -1 for a place that the gazetteer does not know
  Place place;
  int weight = 0;    ///< half points: a mention in the title 6, in the subtitle or first paragraph
                     ///< 4, further on 2; a demonym 1
  int mentions = 0;  ///< 0 for a country that only its demonyms make known
};

/// The places of the mentions, the heaviest first, then by where they first stand. Demonyms
/// ("azerbaïdjanaise") add to countries that are named too, and make one known that is not.
/// Datelines do not count: they say from where.
std::vector<AboutPlace> places_about(const ArticleTexts& texts, const FieldMentions& mentions);

/// Those that belong on the article: named in it, or made known by enough demonyms.
std::vector<Place> about_places(const std::vector<AboutPlace>& about);

}  // namespace gazette::indexer
