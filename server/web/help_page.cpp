// How to search.
#include "server/web/help_page.h"

#include "server/web/assets.h"
#include "server/web/layout.h"
#include "server/web/markdown.h"

namespace gazette::server {

std::string help_page() {
  Layout layout;
  layout.title = "Aide à la recherche · Gazette";
  layout.canonical = "/help";
  return page(layout, element("div", {{"class", "narrow help"}}, markdown_html(kQueryLanguage)));
}

}  // namespace gazette::server
