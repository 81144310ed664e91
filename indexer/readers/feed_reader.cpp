// Items of feeds -> drafts.
#include "indexer/readers/feed_reader.h"

#include "common/cli/language.h"
#include "indexer/readers/article_text.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/feed_channel.h"
#include "indexer/readers/field_names.h"
#include "indexer/readers/markup_text.h"
#include "indexer/readers/web_link.h"
#include "indexer/readers/xml_items.h"
#include "indexer/readers/xml_tree.h"

namespace gazette::indexer {
namespace {

/// One <item> or <entry>.
class FeedItem {
 public:
  FeedItem(pugi::xml_node item, const FeedChannel& channel, Draft& draft)
      : item_(item), channel_(channel), draft_(draft) {}

  void fill() {
    take_identity();
    draft_.title(markup_line(content_of(own("title"))));
    draft_.source(source());
    take_people();
    take_categories();
    take_times();
    take_text();
    take_places();
    draft_.language(first({"language"}, xml::attribute(item_, "lang"), channel_.language));
    draft_.image(image());
    draft_.rights(markup_line(first({"rights", "copyright"}, channel_.rights)));
    if (clean_line(xml::text_at(item_, "control/draft")) == "yes") draft_.status("draft");
  }

 private:
  /// A child of the format itself: modules (media:title, itunes:title) bear other prefixes.
  [[nodiscard]] pugi::xml_node own(std::string_view name) const {
    for (const pugi::xml_node found : xml::children(item_, name)) {
      if (xml::prefix(found) == xml::prefix(item_)) return found;
    }
    return {};
  }

  [[nodiscard]] std::string first(std::initializer_list<const char*> names, std::string otherwise,
                                  std::string at_last = {}) const {
    for (const char* const name : names) {
      std::string text = clean_line(xml::text_at(item_, name));
      if (!text.empty()) return text;
    }
    return otherwise.empty() ? std::move(at_last) : std::move(otherwise);
  }

  /// Markup of a text construct: Atom's xhtml stands as elements, everything else as text.
  static std::string content_of(pugi::xml_node node) {
    const std::string type = xml::attribute(node, "type");
    const bool elements = type == "xhtml" || type.ends_with("+xml") || type.ends_with("/xml");
    return elements ? xml::inner(node) : xml::text(node);
  }

  void take_identity() {
    const std::string link = link_of();
    std::string id = clean_line(xml::text(own("guid")));
    if (id.empty()) id = clean_line(xml::text(own("id")));
    if (id.empty()) id = clean_line(xml::attribute(item_, "about"));
    if (id.empty()) id = clean_line(xml::text_at(item_, "identifier"));
    draft_.guid(id);
    const bool permalink = xml::attribute(own("guid"), "isPermaLink") != "false";
    draft_.url(link.empty() && permalink && is_web_url(id) ? id : link);
  }

  [[nodiscard]] std::string link_of() const {
    // Feeds behind a counter keep the article's own address here.
    std::string link = clean_line(xml::text_at(item_, "origLink"));
    for (const pugi::xml_node node : xml::children(item_, "link")) {
      if (!link.empty()) break;
      const std::string relation = xml::attribute(node, "rel");
      if (!relation.empty() && relation != "alternate") continue;
      const std::string href = xml::attribute(node, "href");
      link = clean_line(href.empty() ? xml::text(node) : href);
    }
    const std::string base = xml::attribute(item_, "base");
    return absolute_link(link, base.empty() ? channel_.base : base);
  }

  [[nodiscard]] std::string source() const {
    const pugi::xml_node source = own("source");
    std::string name = clean_line(xml::text_at(source, "title"));  // Atom's
    if (name.empty() && !xml::child(source, "id")) name = markup_line(xml::text(source));
    if (name.empty()) name = markup_line(first({"publisher"}, channel_.publisher));
    return name.empty() ? channel_.title : name;
  }

  void take_people() {
    const auto sign = [&](const std::string& text) {
      for (const std::string& name : split_byline(markup_line(person_name(text)))) {
        draft_.author(name);
      }
    };
    for (const pugi::xml_node creator : xml::children(item_, "creator")) sign(xml::text(creator));
    const bool named = !draft_.article().authors.empty();
    for (const pugi::xml_node author : xml::children(item_, "author")) {
      const pugi::xml_node name = xml::child(author, "name");
      if (!named) sign(xml::text(name ? name : author));
    }
    if (draft_.article().authors.empty()) sign(channel_.author);
  }

  void take_categories() {
    for (const pugi::xml_node category : xml::children(item_, "category")) {
      std::string name = xml::attribute(category, "label");
      if (name.empty()) name = xml::attribute(category, "term");
      if (name.empty()) name = xml::text(category);
      name = markup_line(name);
      const std::string domain =
          xml::attribute(category, "domain") + xml::attribute(category, "scheme");
      const bool tag =
          domain.ends_with("tag") || domain.ends_with("tags") || domain.ends_with("keyword");
      if (draft_.article().section.empty() && !tag) {
        draft_.section(name);
      } else {
        draft_.tag(name);
      }
    }
    for (const char* const list : {"keywords", "subject"}) {
      for (const pugi::xml_node node : xml::children(item_, list)) {
        for (const std::string& tag : split_list(xml::text(node))) draft_.tag(markup_line(tag));
      }
    }
  }

  void take_times() {
    const std::string updated = first({"updated", "modified"}, "");
    const std::string published =
        first({"pubDate", "published", "issued", "date", "created"}, updated);
    draft_.published(published);
    draft_.modified(updated);
  }

  [[nodiscard]] std::string full_text() const {
    for (const pugi::xml_node node : xml::children(item_, "encoded")) {
      if (xml::prefix(node) != "excerpt") return escaped_markup_text(xml::text(node));
    }
    for (const pugi::xml_node node : xml::children(item_, "content")) {
      // media:content is a picture, content with a src lies elsewhere.
      if (!xml::attribute(node, "url").empty() || !xml::attribute(node, "src").empty()) continue;
      if (xml::attribute(node, "type") == "text") return clean_paragraphs(xml::text(node));
      std::string text = escaped_markup_text(content_of(node));
      if (!text.empty()) return text;
    }
    return escaped_markup_text(xml::inner(xml::child(item_, "body")));  // xhtml:body
  }

  void take_text() {
    const pugi::xml_node description = own("description");
    const std::string summary = content_of(description ? description : own("summary"));
    const std::string text = full_text();
    const std::string short_text = escaped_markup_text(summary);
    if (text.empty()) return take_body(draft_, without_tail(short_text));
    take_body(draft_, without_tail(text));
    const Article& article = draft_.article();
    draft_.subtitle(own_summary(without_tail(short_text), article.title, article.body));
  }

  void take_places() {
    std::string name = markup_line(first({"featurename", "featureName"}, ""));
    std::string point = first({"point"}, clean_line(xml::text_at(item_, "where/Point/pos")));
    if (point.empty()) point = clean_line(xml::text_at(item_, "Point/pos"));
    std::string lat = first({"lat"}, clean_line(xml::text_at(item_, "Point/lat")));
    std::string lon = first({"long", "lon"}, clean_line(xml::text_at(item_, "Point/long")));
    if (const std::size_t gap = point.find_first_of(" ,"); gap != std::string::npos) {
      lat = point.substr(0, gap);
      lon = point.substr(gap + 1);
    }
    if (!name.empty() || !lat.empty()) draft_.place(name, xml::number(lat), xml::number(lon));
  }

  [[nodiscard]] std::string image() const {
    for (const char* const name : {"content", "thumbnail", "enclosure", "image", "link"}) {
      for (const pugi::xml_node node : xml::descendants(item_, name)) {
        const std::string type = xml::attribute(node, "type") + xml::attribute(node, "medium");
        if (std::string_view(name) == "link" && xml::attribute(node, "rel") != "enclosure")
          continue;
        std::string url = xml::attribute(node, "url");
        if (url.empty()) url = xml::attribute(node, "href");
        const bool typed = type.find("image") != std::string::npos;
        const bool thumbnail =
            std::string_view(name) == "thumbnail" || std::string_view(name) == "image";
        if ((typed || (type.empty() && (thumbnail || names_picture(url)))) && is_web_url(url))
          return url;
      }
    }
    return {};
  }

  static bool names_picture(std::string_view url) {
    url = url.substr(0, url.find_first_of("?#"));
    for (const std::string_view end : {".jpg", ".jpeg", ".png", ".webp", ".JPG"}) {
      if (url.ends_with(end)) return true;
    }
    return false;
  }

  pugi::xml_node item_;
  const FeedChannel& channel_;
  Draft& draft_;
};

}  // namespace

void FeedReader::read(InputStream& input, const ReadOptions& options, RecordSink& sink) const {
  FeedChannel channel;
  std::size_t known_head = 0;
  const auto take = [&](const XmlRecord& record, pugi::xml_node item) {
    Draft draft(input, record.line, options);
    if (record.name == "deleted-entry") {  // RFC 6721
      draft.guid(xml::attribute(item, "ref"));
      draft.take_back();
    } else {
      // White space between items is no news of the channel.
      if (record.head.size() > 2 * known_head) {
        channel = read_channel(record.head);
        known_head = record.head.size();
      }
      FeedItem(item, channel, draft).fill();
    }
    return std::move(draft).finish(sink);
  };
  const std::optional<std::size_t> items =
      read_xml_items(input, {"item", "entry", "deleted-entry"}, sink, take);
  if (items == std::size_t{0}) {
    sink.warn({input.name(), 0, "", tr("un fil sans articles", "a feed without items")});
  }
}

bool starts_like_feed(std::string_view start) {
  const XmlStart root = xml_start(start);
  return root.name == "rss" || root.name == "feed" || root.name == "RDF" || root.name == "entry";
}

}  // namespace gazette::indexer
