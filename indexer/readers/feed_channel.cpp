// The channel of RSS, the feed of Atom.
#include "indexer/readers/feed_channel.h"

#include "indexer/readers/markup_text.h"
#include "indexer/readers/xml_tree.h"

namespace gazette::indexer {
namespace {

/// RSS writes an address as text, Atom as href; links to the feed itself are not the site.
std::string site_link(pugi::xml_node channel) {
  for (const pugi::xml_node link : xml::children(channel, "link")) {
    const std::string relation = xml::attribute(link, "rel");
    if (!relation.empty() && relation != "alternate") continue;
    const std::string href = xml::attribute(link, "href");
    std::string address = href.empty() ? xml::text(link) : href;
    if (!address.empty()) return address;
  }
  return {};
}

std::string first_text(pugi::xml_node node, std::initializer_list<const char*> names) {
  for (const char* const name : names) {
    std::string text = xml::text_at(node, name);
    if (!text.empty()) return text;
  }
  return {};
}

}  // namespace

FeedChannel read_channel(std::string_view head) {
  pugi::xml_document document;
  xml::parse_open(head, document);
  const pugi::xml_node root = document.document_element();
  const pugi::xml_node inside = xml::child(root, "channel");
  const pugi::xml_node channel = inside ? inside : root;
  FeedChannel out;
  out.title = markup_line(xml::text_at(channel, "title"));
  out.base = xml::attribute(channel, "base");
  if (out.base.empty()) out.base = xml::attribute(root, "base");
  if (out.base.empty()) out.base = site_link(channel);
  out.language = first_text(channel, {"language"});
  if (out.language.empty()) out.language = xml::attribute(channel, "lang");
  if (out.language.empty()) out.language = xml::attribute(root, "lang");
  out.rights = markup_line(first_text(channel, {"copyright", "rights"}));
  out.author = xml::text_at(channel, "author/name");
  out.publisher = first_text(channel, {"publisher"});
  return out;
}

}  // namespace gazette::indexer
