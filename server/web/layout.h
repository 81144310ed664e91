// What all pages share: head, masthead with the search box, foot.
#pragma once

#include <string>

#include "common/http/url.h"
#include "server/web/html.h"

namespace gazette::server {

struct Layout {
  std::string title;           ///< of the browser's tab; plain text
  http::QueryList query = {};  ///< of the search under way: fills the box, its filters are kept
  bool home = false;           ///< the masthead is the page's heading
  std::string canonical = {};  ///< the address to keep; or empty
  std::string feed = {};       ///< address of the search's Atom feed; or empty
  Html head = {};              ///< more for the head
};

/// A whole document round `main`.
std::string page(const Layout& layout, const Html& main);

/// "Page introuvable" and its like, by status.
std::string error_page(int status);

}  // namespace gazette::server
