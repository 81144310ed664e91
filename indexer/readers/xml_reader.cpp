// Names the root element and what can be done.
#include "indexer/readers/xml_reader.h"

#include "common/cli/language.h"
#include "indexer/readers/xml_records.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kLookBytes = std::size_t{64} << 10;
constexpr std::size_t kShownBytes = 60;  // of the root's name

}  // namespace

void OtherXmlReader::read(InputStream& input, const ReadOptions& /*options*/,
                          RecordSink& sink) const {
  const std::string root(
      xml_start(input.peek(kLookBytes).substr(0, kLookBytes)).name.substr(0, kShownBytes));
  std::string reason = tr("XML d'un format inconnu, racine <", "XML of an unknown format, root <") +
                       root +
                       tr("> (connus : RSS, Atom, NewsML-G2, NewsML 1.2, NITF, WordPress)",
                          "> (known: RSS, Atom, NewsML-G2, NewsML 1.2, NITF, WordPress)");
  if (root == "urlset" || root == "sitemapindex") {
    reason =
        tr("plan de site : des adresses, pas le texte des articles ; donnez les pages elles-mêmes",
           "a sitemap: addresses, not the articles' text; give the pages themselves");
  }
  sink.reject({input.name(), 1, "", std::move(reason)});
}

bool starts_like_xml(std::string_view start) {
  const XmlStart root = xml_start(start);
  if (root.name.empty()) return false;
  const std::string end = "</" + std::string(root.name) + ">";
  return start.starts_with("<?xml") || root.tag.find("xmlns") != std::string_view::npos ||
         start.find(end) != std::string_view::npos;
}

}  // namespace gazette::indexer
