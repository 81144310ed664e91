// What all pages share: head, masthead with the search box, foot.
#pragma once

#include <string>
#include <string_view>

#include "common/http/url.h"

namespace gazette::server {

struct Layout {
  std::string title;            ///< of the browser's tab; plain text
  http::QueryList query = {};   ///< of the search under way: fills the box, its filters are kept
  bool home = false;            ///< the masthead is the page's heading
  std::string head_extra = {};  ///< HTML
};

/// A whole document round `main` (HTML).
std::string page(const Layout& layout, std::string_view main);

/// "Page introuvable" and its like, by status.
std::string error_page(int status);

}  // namespace gazette::server
