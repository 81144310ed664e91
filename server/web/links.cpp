// The addresses of pages.
#include "server/web/links.h"

#include <algorithm>

#include "server/web/html.h"

namespace gazette::server {
namespace {

bool is_paging(std::string_view key) { return key == "offset" || key == "cursor"; }

}  // namespace

std::string search_link(const http::QueryList& query) {
  return html(query.empty() ? "/search" : "/search?" + http::query_string(query));
}

http::QueryList without(http::QueryList query, std::string_view key) {
  std::erase_if(query, [&](const auto& p) { return p.first == key || is_paging(p.first); });
  return query;
}

http::QueryList without(http::QueryList query, std::string_view key, std::string_view value) {
  std::erase_if(query, [&](const auto& p) {
    return (p.first == key && p.second == value) || is_paging(p.first);
  });
  return query;
}

http::QueryList with(http::QueryList query, std::string_view key, std::string_view value) {
  query = without(std::move(query), key, value);
  query.emplace_back(key, value);
  return query;
}

http::QueryList replaced(http::QueryList query, std::string_view key, std::string_view value) {
  query = without(std::move(query), key);
  query.emplace_back(key, value);
  return query;
}

std::string article_link(std::string_view id, const http::QueryList& query) {
  std::string link = "/articles/" + http::percent_encoded(id);
  http::QueryList kept;
  for (const auto& pair : query) {
    const bool marks = pair.first == "q" || pair.first == "op" || pair.first == "match";
    if (marks && !pair.second.empty()) kept.push_back(pair);
  }
  if (!kept.empty()) link += "?" + http::query_string(kept);
  return html(link);
}

std::string filter_value(std::string_view value) {
  return (value.starts_with('-') ? "\\" : "") + std::string(value);
}

}  // namespace gazette::server
