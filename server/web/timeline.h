// Articles through time: bars that are links, and the same in a table.
#pragma once

#include "common/http/url.h"
#include "server/search/answer.h"
#include "server/web/html.h"

namespace gazette::server {

/// A section of the page; nothing when there are not two periods to compare. Each bar leads to
/// `query` within its period. Drawn without scripts; page.js lets one drag over it.
Html timeline(const Histogram& histogram, const http::QueryList& query);

}  // namespace gazette::server
