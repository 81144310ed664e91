// The OpenSearch description.
#include "server/web/opensearch.h"

#include "server/web/html.h"

namespace gazette::server {
namespace {

Html url(std::string_view type, std::string_view rel, std::string_view origin,
         std::string_view path) {
  return element("Url",
                 {{"type", std::string(type)},
                  {"rel", std::string(rel)},
                  {"template", std::string(origin) + std::string(path)}},
                 {});
}

}  // namespace

std::string opensearch_description(std::string_view origin) {
  const std::string site(origin);
  const Html body =
      "<ShortName>Gazette</ShortName>"
      "<Description>Les archives de la presse</Description>"
      "<Language>fr</Language><InputEncoding>UTF-8</InputEncoding>"
      "<OutputEncoding>UTF-8</OutputEncoding>"_html +
      element("Image", {{"width", "32"}, {"height", "32"}, {"type", "image/svg+xml"}},
              text(site + "/favicon.svg")) +
      url("text/html", "results", site, "/search?q={searchTerms}") +
      url("application/atom+xml", "results", site, "/v1/feed?q={searchTerms}") +
      url("application/x-suggestions+json", "suggestions", site,
          "/v1/suggest?format=opensearch&q={searchTerms}") +
      url("application/opensearchdescription+xml", "self", site, "/opensearch.xml") +
      "<Query role=\"example\" searchTerms=\"crue loire\"/>"_html;
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
         element("OpenSearchDescription", {{"xmlns", "http://a9.com/-/spec/opensearch/1.1/"}}, body)
             .str() +
         "\n";
}

}  // namespace gazette::server
