// The Markdown of this project's own pages -> HTML: headings, paragraphs, tables, `code`, and
// blocks of queries whose every line is a link.
#pragma once

#include <string_view>

#include "server/web/html.h"

namespace gazette::server {

/// What it does not know stays text. A line "query → meaning" of a fenced block becomes a link to
/// that search.
Html markdown_html(std::string_view markdown);

}  // namespace gazette::server
