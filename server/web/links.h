// The addresses of pages: every state of a search is a plain URL.
#pragma once

#include <string>
#include <string_view>

#include "common/http/url.h"

namespace gazette::server {

/// "/search?…", HTML-escaped, ready for an attribute.
std::string search_link(const http::QueryList& query);

/// The search with one pair more; paging starts again.
http::QueryList with(http::QueryList query, std::string_view key, std::string_view value);

/// The search without this key, or without this pair; paging starts again.
http::QueryList without(http::QueryList query, std::string_view key);
http::QueryList without(http::QueryList query, std::string_view key, std::string_view value);

/// The search with this key set to this value and no other.
http::QueryList replaced(http::QueryList query, std::string_view key, std::string_view value);

/// "/articles/ID?q=…"; `query` gives what the article's marks hang on.
std::string article_link(std::string_view id, const http::QueryList& query);

/// A filter's value as a parameter: "-18" would exclude, "\-18" is the value itself.
std::string filter_value(std::string_view value);

}  // namespace gazette::server
