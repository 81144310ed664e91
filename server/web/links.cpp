// The addresses of pages.
#include "server/web/links.h"

#include <algorithm>

namespace gazette::server {
namespace {

bool is_paging(std::string_view key) {
  return key == "offset" || key == "cursor" || key == "page" || key == "rank";
}

}  // namespace

std::string search_link(const http::QueryList& query, std::string_view path) {
  std::string link(path);
  if (!query.empty()) link += "?" + http::query_string(query);
  return link;
}

std::string_view value_of(const http::QueryList& query, std::string_view key) {
  for (const auto& [name, value] : query) {
    if (name == key) return value;
  }
  return {};
}

http::QueryList without_paging(http::QueryList query) {
  std::erase_if(query, [](const auto& pair) { return is_paging(pair.first); });
  return query;
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

std::string article_link(std::string_view id) { return "/articles/" + http::percent_encoded(id); }

std::string hit_link(std::string_view id, const http::QueryList& query, std::size_t rank) {
  http::QueryList kept = without_paging(query);
  if (kept.empty()) return article_link(id);
  kept.emplace_back("rank", std::to_string(rank));
  return search_link(kept, article_link(id));
}

std::string filter_value(std::string_view value) {
  return (value.starts_with('-') ? "\\" : "") + std::string(value);
}

}  // namespace gazette::server
