// Articles like one article: those that share its telling words, names and places.
#pragma once

#include <optional>
#include <string_view>

#include "common/error.h"
#include "common/time_zone.h"
#include "server/search/answer.h"
#include "server/search/request.h"
#include "server/search/view.h"

namespace gazette::server {

struct SimilarRequest {
  Selection selection;  ///< only articles of it are looked for
  std::size_t limit = 10;
};

struct SimilarAnswer {
  std::vector<Hit> hits;  ///< most alike first; near-copies, flagged, behind all others
};

/// None when there is no article `id`. An Error as for a search.
Result<std::optional<SimilarAnswer>> find_similar(const View& view, std::string_view id,
                                                  const SimilarRequest& request,
                                                  const TimeZone& zone);

}  // namespace gazette::server
