// An article as schema.org's NewsArticle: what reference managers and search engines read.
#pragma once

#include <string>

#include "common/article.h"

namespace gazette::server {

/// JSON-LD; `path` is the article's own page, when it has no address elsewhere.
std::string news_article_json(const Article& article, const std::string& path);

}  // namespace gazette::server
