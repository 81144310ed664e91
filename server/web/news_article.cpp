// An article as schema.org's NewsArticle.
#include "server/web/news_article.h"

#include "server/render/json_writer.h"

namespace gazette::server {
namespace {

void member(std::string_view name, std::string_view value, JsonWriter& json) {
  if (!value.empty()) json.string(name, value);
}

void named(std::string_view type, std::string_view name, JsonWriter& json) {
  json.begin_object();
  json.string("@type", type);
  json.string("name", name);
  json.end_object();
}

template <typename List, typename NameOf>
void named_list(std::string_view key, std::string_view type, const List& list, NameOf name_of,
                JsonWriter& json) {
  if (list.empty()) return;
  json.key(key);
  json.begin_array();
  for (const auto& item : list) named(type, name_of(item), json);
  json.end_array();
}

}  // namespace

std::string news_article_json(const Article& article, const std::string& path) {
  std::string out;
  JsonWriter json(out);
  const auto itself = [](const std::string& name) { return std::string_view(name); };
  json.begin_object();
  json.string("@context", "https://schema.org");
  json.string("@type", "NewsArticle");
  member("headline", article.title, json);
  member("alternativeHeadline", article.subtitle, json);
  member("url", article.url.empty() ? path : article.url, json);
  if (article.published) json.string("datePublished", article.published->to_string());
  if (article.modified) json.string("dateModified", article.modified->to_string());
  member("articleSection", article.section, json);
  member("inLanguage", article.language.empty() ? "fr" : article.language, json);
  if (article.dateline) member("dateline", article.dateline->text, json);
  named_list("author", "Person", article.authors, itself, json);
  if (!article.source.empty()) {
    json.key("publisher");
    named("Organization", article.source, json);
  }
  named_list(
      "contentLocation", "Place", article.places,
      [](const Place& place) { return std::string_view(place.name); }, json);
  if (!article.tags.empty()) {
    json.key("keywords");
    json.begin_array();
    for (const std::string& tag : article.tags) json.string(tag);
    json.end_array();
  }
  json.end_object();
  return out;
}

}  // namespace gazette::server
