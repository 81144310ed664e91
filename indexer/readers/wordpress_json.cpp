// A post of the REST API -> draft.
#include "indexer/readers/wordpress_json.h"

#include <nlohmann/json.hpp>

#include "common/cli/language.h"
#include "indexer/readers/article_text.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/json_tree.h"
#include "indexer/readers/markup_text.h"
#include "indexer/readers/wordpress.h"

namespace gazette::indexer {
namespace {

using Json = nlohmann::json;

/// {"rendered": "…"} or a text.
std::string rendered(const Json& object, std::string_view key) {
  const Json* const value = member(object, key);
  if (value == nullptr) return {};
  std::string text = value->is_object() ? text_member(*value, "rendered") : text_value(*value);
  return text.empty() && value->is_object() ? text_member(*value, "raw") : text;
}

/// The site's address: what stands before its API in the post's link to itself, for it may lie in a
/// folder; else the host of the post's page.
std::string site_of(const Json& post, const std::string& page) {
  const Json* const links = member(post, "_links");
  const Json* const self = links != nullptr ? member(*links, "self") : nullptr;
  if (self != nullptr && self->is_array() && !self->empty() && self->front().is_object()) {
    const std::string address = text_member(self->front(), "href");
    const std::size_t api = address.find("/wp-json/");
    if (api != std::string::npos) return address.substr(0, api);
  }
  const std::size_t scheme = page.find("://");
  return scheme == std::string::npos ? std::string()
                                     : page.substr(0, page.find_first_of("/?#", scheme + 3));
}

void take_terms(const Json& embedded, Draft& draft) {
  const Json* const groups = member(embedded, "wp:term");
  if (groups == nullptr || !groups->is_array()) return;
  for (const Json& group : *groups) {
    if (!group.is_array()) continue;
    for (const Json& term : group) {
      const std::string name = markup_line(text_member(term, "name"));
      const bool category = text_member(term, "taxonomy") == "category";
      if (category && wordpress::is_no_category(name)) continue;
      if (category && draft.article().section.empty()) {
        draft.section(name);
      } else {
        draft.tag(name);
      }
    }
  }
}

void take_embedded(const Json& embedded, Draft& draft) {
  const Json* const authors = member(embedded, "author");
  if (authors != nullptr && authors->is_array()) {
    for (const Json& author : *authors) draft.author(markup_line(text_member(author, "name")));
  }
  take_terms(embedded, draft);
  const Json* const media = member(embedded, "wp:featuredmedia");
  if (media != nullptr && media->is_array() && !media->empty()) {
    draft.image(text_member(media->front(), "source_url"));
  }
}

/// What search-engine plugins add about the site.
void take_plugins(const Json& object, Draft& draft) {
  const Json* const head = member(object, "yoast_head_json");
  if (head != nullptr) {
    draft.source(markup_line(text_member(*head, "og_site_name")));
    if (draft.article().authors.empty()) draft.author(markup_line(text_member(*head, "author")));
    draft.language(text_member(*head, "og_locale"));
  }
  if (draft.article().image.empty()) draft.image(text_member(object, "jetpack_featured_media_url"));
}

}  // namespace

bool is_wordpress_post(const Json& object) {
  const Json* const title = member(object, "title");
  const Json* const content = member(object, "content");
  const auto is_rendered = [](const Json* value) {
    return value != nullptr && value->is_object() &&
           (value->contains("rendered") || value->contains("raw"));
  };
  return is_rendered(title) || is_rendered(content);
}

void fill_from_wordpress(const Json& object, const ReadOptions& options, Draft& draft) {
  const std::string link = clean_line(text_member(object, "link"));
  const std::string number = text_member(object, "id");
  draft.guid(wordpress::post_id(rendered(object, "guid"), site_of(object, link), number));
  draft.url(link);
  draft.title(markup_line(rendered(object, "title")));
  const auto time = [&](const char* local, const char* gmt) {
    return wordpress::post_time(text_member(object, local), text_member(object, gmt), options.zone);
  };
  if (const auto published = time("date", "date_gmt")) draft.published_at(*published);
  if (const auto modified = time("modified", "modified_gmt")) draft.modified_at(*modified);
  if (const Json* const embedded = member(object, "_embedded")) take_embedded(*embedded, draft);
  take_plugins(object, draft);
  take_body(draft, wordpress::post_text(rendered(object, "content")));
  draft.subtitle(own_summary(markup_line(rendered(object, "excerpt")), draft.article().title,
                             draft.article().body));
  draft.status(text_member(object, "status"));
  if (std::string fault = wordpress::fault_of_type(text_member(object, "type")); !fault.empty()) {
    draft.keep_back(std::move(fault));
  }
  const Json* const content = member(object, "content");
  const Json* const locked = content != nullptr ? member(*content, "protected") : nullptr;
  if (locked != nullptr && locked->is_boolean() && locked->get<bool>()) {
    draft.keep_back(tr("protégé par un mot de passe", "protected by a password"));
  }
}

}  // namespace gazette::indexer
