// What to say when a query found nothing: which word is to blame, what fewer words would find.
#pragma once

#include "common/time_zone.h"
#include "server/search/answer.h"
#include "server/search/matches.h"
#include "server/search/view.h"

namespace gazette::server {

/// Fills `answer.words` and `answer.relaxed_total` of a search without hits.
void explain_no_hits(const View& view, const Selection& selection, const Matches& matches,
                     const TimeZone& zone, SearchAnswer& answer);

}  // namespace gazette::server
