// The addresses of pages: every state of a search is a plain URL. Not yet escaped.
#pragma once

#include <string>
#include <string_view>

#include "common/http/url.h"

namespace gazette::server {

/// "/search?…"; `path` for another page or endpoint of the same selection.
std::string search_link(const http::QueryList& query, std::string_view path = "/search");

/// The first value of a key, or "".
std::string_view value_of(const http::QueryList& query, std::string_view key);

/// What selects articles, without where in the results the reader stands.
http::QueryList without_paging(http::QueryList query);

/// The search with one pair more; paging starts again.
http::QueryList with(http::QueryList query, std::string_view key, std::string_view value);

/// The search without this key, or without this pair; paging starts again.
http::QueryList without(http::QueryList query, std::string_view key);
http::QueryList without(http::QueryList query, std::string_view key, std::string_view value);

/// The search with this key set to this value and no other.
http::QueryList replaced(http::QueryList query, std::string_view key, std::string_view value);

/// "/articles/ID".
std::string article_link(std::string_view id);

/// "/articles/ID?q=…&rank=3": the article as the hit of this rank (0-based) of a search, for its
/// marks and the way to its neighbours.
std::string hit_link(std::string_view id, const http::QueryList& query, std::size_t rank);

/// A filter's value as a parameter: "-18" would exclude, "\-18" is the value itself.
std::string filter_value(std::string_view value);

}  // namespace gazette::server
