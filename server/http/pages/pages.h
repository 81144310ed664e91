// The pages for people: addresses -> the archive -> server/web.
#pragma once

#include "server/http/routes.h"

namespace gazette::server {

void answer_home_page(Call& call);
void answer_search_page(Call& call);
void answer_advanced(Call& call);    ///< the advanced form: on to the search that it writes
void answer_facet_page(Call& call);  ///< /facets/{name}: all values of one facet
void answer_article_page(Call& call);
void answer_help_page(Call& call);

void answer_style(Call& call);
void answer_page_script(Call& call);
void answer_embed_script(Call& call);
void answer_map(Call& call);
void answer_icon(Call& call);
void answer_robots(Call& call);
void answer_opensearch(Call& call);

/// Makes a refusal or failure a page that a reader understands; the status stays.
void make_error_page(httplib::Response& response);

}  // namespace gazette::server
