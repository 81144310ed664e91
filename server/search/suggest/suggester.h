// Completions of what is typed: terms, places and titles, ranked by their use in the archive.
#pragma once

#include "common/time_zone.h"
#include "server/search/suggest/suggest_data.h"
#include "server/search/suggest/suggestion.h"
#include "server/search/view.h"

namespace gazette::server {

/// Reads no more of the disk than the articles it shows.
SuggestAnswer suggest(const View& view, const SuggestData& data, const SuggestRequest& request,
                      const TimeZone& zone);

}  // namespace gazette::server
