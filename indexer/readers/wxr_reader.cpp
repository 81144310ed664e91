// Items of a WordPress export -> drafts.
#include "indexer/readers/wxr_reader.h"

#include <deque>
#include <map>

#include "common/cli/language.h"
#include "indexer/readers/article_text.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/markup_text.h"
#include "indexer/readers/wordpress.h"
#include "indexer/readers/xml_items.h"
#include "indexer/readers/xml_tree.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kMaxPictures = 200000;  // addresses remembered for the posts behind them
constexpr std::size_t kMaxWaiting = 16;       // posts that wait for the picture behind them

/// What the export says before its first item.
struct Site {
  std::string title, url, language;
  std::map<std::string, std::string> authors;  ///< login -> name shown
};

Site read_site(std::string_view head) {
  pugi::xml_document document;
  xml::parse_open(head, document);
  const pugi::xml_node channel = xml::child(document.document_element(), "channel");
  Site site;
  site.title = markup_line(xml::text_at(channel, "title"));
  site.url = clean_line(xml::text_at(channel, "base_blog_url"));
  if (site.url.empty()) site.url = clean_line(xml::text_at(channel, "link"));
  site.language = xml::text_at(channel, "language");
  for (const pugi::xml_node author : xml::children(channel, "author")) {
    const std::string name = markup_line(xml::text_at(author, "author_display_name"));
    if (!name.empty()) site.authors[clean_line(xml::text_at(author, "author_login"))] = name;
  }
  return site;
}

class Export {
 public:
  Export(const InputStream& input, const ReadOptions& options, RecordSink& sink)
      : input_(input), options_(options), sink_(sink) {}

  bool take(const XmlRecord& record, pugi::xml_node item) {
    if (!site_) site_ = read_site(record.head);
    const std::string type = clean_line(xml::text_at(item, "post_type"));
    if (type == "attachment") return remember_picture(item);
    Draft draft(input_, record.line, options_);
    const std::string picture = fill(item, draft);
    if (std::string fault = wordpress::fault_of_type(type); !fault.empty()) {
      if (type != "page") return true;  // menus and settings: nobody looks for them
      draft.keep_back(std::move(fault));
    }
    waiting_.push_back({std::move(draft), picture});
    return release(kMaxWaiting);
  }

  /// Hands over the posts that wait; false asks to stop.
  bool finish() { return release(0); }

 private:
  struct Waiting {
    Draft draft;
    std::string picture;  ///< number of the attachment; empty for none, or once it is found
  };

  /// Hands over the first posts: those with their picture, and all but the last `most`.
  bool release(std::size_t most) {
    while (!waiting_.empty()) {
      Waiting& first = waiting_.front();
      const auto picture = pictures_.find(first.picture);
      const bool found = first.picture.empty() || picture != pictures_.end();
      if (!found && waiting_.size() <= most) return true;
      if (!first.picture.empty() && found && picture != pictures_.end())
        first.draft.image(picture->second);
      Draft draft = std::move(first.draft);
      waiting_.pop_front();
      if (!std::move(draft).finish(sink_)) return false;
    }
    return true;
  }

  bool remember_picture(pugi::xml_node item) {
    const std::string url = clean_line(xml::text_at(item, "attachment_url"));
    if (!url.empty() && pictures_.size() < kMaxPictures) {
      pictures_[clean_line(xml::text_at(item, "post_id"))] = url;
    }
    return true;
  }

  /// The number of the picture that the post shows; empty for none.
  std::string fill(pugi::xml_node item, Draft& draft) const {
    take_identity(item, draft);
    draft.title(markup_line(xml::text_at(item, "title")));
    draft.source(site_->title);
    draft.language(site_->language);
    take_times(item, draft);
    const std::string login = clean_line(xml::text_at(item, "creator"));
    const auto author = site_->authors.find(login);
    draft.author(author != site_->authors.end() ? author->second : markup_line(login));
    take_categories(item, draft);
    take_text(item, draft);
    draft.status(xml::text_at(item, "status"));
    if (!clean_line(xml::text_at(item, "post_password")).empty()) {
      draft.keep_back(tr("protégé par un mot de passe", "protected by a password"));
    }
    return picture_of(item);
  }

  void take_identity(pugi::xml_node item, Draft& draft) const {
    const std::string link = clean_line(xml::text_at(item, "link"));
    const std::string number = clean_line(xml::text_at(item, "post_id"));
    const std::string guid = clean_line(xml::text_at(item, "guid"));
    draft.guid(wordpress::post_id(guid, site_->url, number));
    if (!link.empty()) draft.url(link);
  }

  void take_times(pugi::xml_node item, Draft& draft) const {
    const auto time = [&](const char* local, const char* gmt) {
      return wordpress::post_time(xml::text_at(item, local), xml::text_at(item, gmt),
                                  options_.zone);
    };
    if (const auto published = time("post_date", "post_date_gmt")) {
      draft.published_at(*published);
    } else {
      draft.published(xml::text_at(item, "pubDate"));
    }
    if (const auto modified = time("post_modified", "post_modified_gmt"))
      draft.modified_at(*modified);
  }

  static void take_categories(pugi::xml_node item, Draft& draft) {
    for (const pugi::xml_node category : xml::children(item, "category")) {
      const std::string name = markup_line(xml::text(category));
      const std::string domain = xml::attribute(category, "domain");
      if (domain == "category" && wordpress::is_no_category(name)) continue;
      if (domain == "category" && draft.article().section.empty()) {
        draft.section(name);
      } else if (domain == "category" || domain == "post_tag") {
        draft.tag(name);
      }
    }
  }

  /// Content and excerpt bear the same local name: the prefix tells them apart.
  static void take_text(pugi::xml_node item, Draft& draft) {
    std::string content;
    std::string excerpt;
    for (const pugi::xml_node node : xml::children(item, "encoded")) {
      if (xml::prefix(node) == "excerpt") {
        excerpt = markup_line(xml::text(node));
      } else if (content.empty()) {
        content = xml::text(node);
      }
    }
    take_body(draft, wordpress::post_text(content));
    draft.subtitle(own_summary(excerpt, draft.article().title, draft.article().body));
  }

  static std::string picture_of(pugi::xml_node item) {
    for (const pugi::xml_node meta : xml::children(item, "postmeta")) {
      if (clean_line(xml::text_at(meta, "meta_key")) == "_thumbnail_id") {
        return clean_line(xml::text_at(meta, "meta_value"));
      }
    }
    return {};
  }

  const InputStream& input_;
  const ReadOptions& options_;
  RecordSink& sink_;
  std::deque<Waiting> waiting_;  ///< for pictures, which may stand behind the posts
  std::optional<Site> site_;
  std::map<std::string, std::string> pictures_;  ///< number of the attachment -> its address
};

}  // namespace

void WxrReader::read(InputStream& input, const ReadOptions& options, RecordSink& sink) const {
  Export posts(input, options, sink);
  bool going = true;
  read_xml_items(input, {"item"}, sink, [&](const XmlRecord& record, pugi::xml_node item) {
    return going = posts.take(record, item);
  });
  if (going) posts.finish();
}

bool starts_like_wxr(std::string_view start) {
  const XmlStart root = xml_start(start);
  return root.name == "rss" && (root.tag.find("wordpress.org/export/") != std::string_view::npos ||
                                start.find("wxr_version") != std::string_view::npos);
}

}  // namespace gazette::indexer
