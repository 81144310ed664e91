// How to search: the page of the query language, as its developers and tests have it.
#pragma once

#include <string>

namespace gazette::server {

/// A whole HTML document.
std::string help_page();

}  // namespace gazette::server
