// The front page: the box, the whole archive through time, its sections, what came last.
#pragma once

#include <string>

#include "common/time_zone.h"
#include "server/search/answer.h"
#include "server/search/archive.h"

namespace gazette::server {

struct HomePage {
  const SearchAnswer& latest;  ///< the newest articles of the whole archive, with facets
  const ArchiveStats& stats;
  const TimeZone& zone;
  CivilDay today = 0;
};

/// A whole HTML document.
std::string home_page(const HomePage& model);

}  // namespace gazette::server
