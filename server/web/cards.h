// Cards: one article each, with what it was found by.
#pragma once

#include <string>

#include "common/time_zone.h"
#include "server/search/answer.h"
#include "server/web/html.h"

namespace gazette::server {

/// What dates on a card hang on.
struct CardTimes {
  const TimeZone& zone;
  CivilDay today = 0;
};

/// `<article class="card">`: section, title with marks, date, place, source, passages. `link` leads
/// to the article.
Html card(const Hit& hit, const std::string& link, const CardTimes& times);

/// "26 janvier 2023 · Fécamp · La Gazette · Gaëlle Le Mézec".
Html card_meta(const Article& article, const CardTimes& times);

/// The section, as a link to its articles.
Html kicker(const Article& article);

}  // namespace gazette::server
