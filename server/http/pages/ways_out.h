// What else to search for when nothing was found, each with what it would find.
#pragma once

#include <vector>

#include "common/http/url.h"
#include "server/http/routes.h"
#include "server/web/results_page.h"

namespace gazette::server {

/// Nothing when `answer` has hits; only ways that find something.
std::vector<WayOut> ways_out(Call& call, const http::QueryList& query, const SearchAnswer& answer);

}  // namespace gazette::server
