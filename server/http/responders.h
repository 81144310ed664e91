// What each address of the API answers. Each fills `call.response`.
#pragma once

#include <string_view>

#include "common/http/url.h"
#include "server/http/params/parameter_reader.h"
#include "server/http/routes.h"

namespace gazette::server {

/// The pairs of a request's query string.
http::QueryList query_of(const httplib::Request& request);

/// Refuses a request whose parameters are at fault, or that takes none of the formats there are;
/// `offered` tells these: "application/json ou text/csv". True when it did.
bool refuse_request(Call& call, const ParameterReader& reader, bool acceptable,
                    std::string_view offered);

/// The same where JSON is the only format.
bool refuse_unless_json(Call& call, const ParameterReader& reader);

void answer_search(Call& call);         ///< GET /v1/search
void answer_search_posted(Call& call);  ///< POST /v1/search: the same keys as a JSON body
void answer_export(Call& call);
void answer_article(Call& call);
void answer_feed(Call& call);
void answer_trends(Call& call);
void answer_batch(Call& call);  ///< POST /v1/batch: one query a line
void answer_facet(Call& call);
void answer_suggest(Call& call);
void answer_similar(Call& call);
void answer_analyze(Call& call);
void answer_stats(Call& call);
void answer_alive(Call& call);
void answer_metrics(Call& call);
void answer_openapi(Call& call);
void answer_ready(Call& call);

}  // namespace gazette::server
