// Figures of a selection without its hits: one total, or several queries over time.
#pragma once

#include <string>
#include <vector>

#include "common/error.h"
#include "common/time_zone.h"
#include "server/search/answer.h"
#include "server/search/request.h"
#include "server/search/view.h"

namespace gazette::server {

/// See Archive::count.
Result<MatchCount> count_matches(const View& view, const Selection& selection,
                                 const TimeZone& zone);

/// See Archive::trends: buckets run from the first to the last article that passes the filters.
Result<Trends> count_trends(const View& view, const Selection& selection,
                            const std::vector<std::string>& queries, Interval interval,
                            const TimeZone& zone);

}  // namespace gazette::server
