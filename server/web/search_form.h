// The search box, and the form that writes a query for those who do not know its language.
#pragma once

#include <string>

#include "common/http/url.h"
#include "server/web/html.h"

namespace gazette::server {

/// The box of the masthead: a plain form, made more by <news-search> where scripts run. The filters
/// of the search under way stay.
Html search_box(const http::QueryList& query);

/// What is left of a search under way in a form, as hidden fields: all but `without` and paging.
Html hidden_fields(const http::QueryList& query, std::initializer_list<std::string_view> without);

/// "Recherche avancée": its fields are those of compose_search().
Html advanced_form(const http::QueryList& query);

/// The plain search that the fields of the advanced form come to.
http::QueryList compose_search(const http::QueryList& fields);

}  // namespace gazette::server
