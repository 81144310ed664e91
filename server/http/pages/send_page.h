// What every page carries.
#pragma once

#include <httplib.h>

#include <optional>
#include <string>
#include <vector>

#include "common/http/url.h"
#include "server/http/params/parameter_reader.h"
#include "server/search/request.h"
#include "server/web/results_page.h"

namespace gazette::server {

/// The policies that keep everything foreign out of a page. A 304 needs them as well: its headers
/// take the place of those that the browser kept.
void put_page_policies(httplib::Response& response);

/// The body with its type and policies.
void send_page(httplib::Response& response, std::string document);

/// The pairs of a request that select articles: what links on pages repeat.
http::QueryList selection_pairs(const ParameterReader& reader);

/// Pages fold near-copies unless they are asked not to: ten newspapers with one agency's text would
/// fill a page of results.
void fold_stories(const ParameterReader& reader, Selection& selection);

/// What the reader did not understand, for the person who sees the page.
std::vector<PageNotice> notices_of(const ParameterReader& reader);

/// A number that only pages know ("page", "rank"); none when absent, malformed or past `most`.
std::optional<std::size_t> page_number(const http::QueryList& query, std::string_view name,
                                       std::size_t most);

}  // namespace gazette::server
