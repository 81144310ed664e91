// The page of one article.
#pragma once

#include <string>

#include "common/http/url.h"
#include "common/time_zone.h"
#include "server/search/archive.h"

namespace gazette::server {

/// A whole HTML document; `query` is the search that led here, or empty.
std::string article_page(const ArticleAnswer& answer, const http::QueryList& query,
                         const TimeZone& zone);

}  // namespace gazette::server
