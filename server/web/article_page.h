// The page of one article.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/http/url.h"
#include "common/time_zone.h"
#include "server/search/archive.h"

namespace gazette::server {

/// The hit before or after in the search that led here.
struct Neighbour {
  std::string id, title;
  std::size_t rank = 0;
};

struct ArticlePage {
  const ArticleAnswer& answer;
  http::QueryList query;  ///< the search that led here, without paging; or empty
  const TimeZone& zone;
  std::optional<std::size_t> rank = {};  ///< of the article among its hits, 0-based
  std::size_t page_hits = 20;            ///< hits of a page of results
  std::optional<Neighbour> previous = {}, next = {};
  std::vector<Article> copies = {};   ///< nearly the same text elsewhere
  std::vector<Article> similar = {};  ///< other articles on the same matter
  CivilDay today = 0;
};

/// A whole HTML document.
std::string article_page(const ArticlePage& model);

}  // namespace gazette::server
