// What to say when a query found nothing, or has words that no article has: which word is to blame,
// what fewer words would find, what was perhaps meant.
#pragma once

#include <optional>
#include <string>

#include "common/time_zone.h"
#include "server/search/answer.h"
#include "server/search/matches.h"
#include "server/search/view.h"

namespace gazette::server {

/// Fills `answer.words` and `answer.relaxed_total` of a search without hits.
void explain_no_hits(const View& view, const Selection& selection, const Matches& matches,
                     const TimeZone& zone, SearchAnswer& answer);

/// The query with words that no article has replaced by near ones of the archive, when it finds
/// more than `total` under the same filters.
std::optional<std::string> did_you_mean(const View& view, const Selection& selection,
                                        const Matches& matches, const TimeZone& zone,
                                        std::size_t total);

}  // namespace gazette::server
