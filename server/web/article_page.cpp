// The page of one article.
#include "server/web/article_page.h"

#include <algorithm>

#include "server/highlight/highlighter.h"
#include "server/render/hit_json.h"
#include "server/web/html.h"
#include "server/web/layout.h"
#include "server/web/links.h"

namespace gazette::server {
namespace {

/// The marks of `text` that touch [begin, end), cut to it: no <mark> may leave its paragraph.
std::vector<Span> marks_within(const MarkedText& text, std::size_t begin, std::size_t end) {
  std::vector<Span> spans;
  for (const auto& [from, to] : text.marks) {
    const Span cut{std::max(from, begin), std::min(to, end)};
    if (cut.begin < cut.end) spans.push_back(cut);
  }
  return spans;
}

std::string paragraphs(const MarkedText& body) {
  std::string out;
  std::size_t begin = 0;
  while (begin < body.text.size()) {
    const std::size_t end = std::min(body.text.find("\n\n", begin), body.text.size());
    if (end > begin) {
      out += "<p>" + to_html(body.text, {begin, end}, marks_within(body, begin, end)) + "</p>\n";
    }
    begin = end + 2;
  }
  return out;
}

std::string meta(const Article& article, const TimeZone& zone) {
  std::string out = "<p class=\"meta\">";
  std::string joined;
  for (const std::string& author : article.authors) {
    joined += (joined.empty() ? "" : ", ") + html(author);
  }
  if (!joined.empty()) out += "<span class=\"byline\">Par " + joined + "</span>";
  const auto add = [&](const std::string& piece) {
    if (!piece.empty()) out += "<span>" + piece + "</span>";
  };
  add(html(article.source));
  if (article.published) {
    add("<time datetime=\"" + html(article.published->to_string()) + "\">" +
        french_time(*article.published, zone) + "</time>");
  }
  if (article.dateline) add(html(article.dateline->text));
  return out + "</p>";
}

std::string link_list(std::string_view title, std::string_view items) {
  if (items.empty()) return {};
  return "<section class=\"facet\"><h2>" + std::string(title) + "</h2><ul>" + std::string(items) +
         "</ul></section>";
}

std::string link_item(const http::QueryList& query, std::string_view label) {
  return "<li><a href=\"" + search_link(query) + "\"><span>" + html(label) + "</span></a></li>";
}

std::string aside(const Article& article) {
  std::string places;
  for (const Place& place : article.places) {
    places += link_item({{"place", place.id}}, place.name);
  }
  std::string tags;
  for (const std::string& tag : article.tags) {
    tags += link_item({{"tag", filter_value(tag)}}, tag);
  }
  std::string more;
  if (!article.url.empty()) {
    more += "<li><a rel=\"external noreferrer\" href=\"" + html(article.url) +
            "\"><span>L’article d’origine</span></a></li>";
  }
  more += "<li><a href=\"" + html("/v1/articles/" + http::percent_encoded(article.id)) +
          "\"><span>Cet article en JSON</span></a></li>";
  return "<aside class=\"facets\" aria-label=\"Autour de cet article\">" +
         link_list("Lieux", places) + link_list("Mots-clés", tags) + link_list("Source", more) +
         "</aside>";
}

}  // namespace

std::string article_page(const ArticleAnswer& answer, const http::QueryList& query,
                         const TimeZone& zone) {
  const Article& article = answer.article;
  const MarkedText title = answer.title.value_or(MarkedText{article.title, {}});
  const MarkedText body = answer.body.value_or(MarkedText{article.body, {}});
  std::string main;
  if (!query.empty()) {
    main +=
        "<p class=\"back\"><a href=\"" + search_link(query) + "\">← Revenir aux résultats</a></p>";
  }
  main += "<div class=\"columns\"><article class=\"story\">";
  if (!article.section.empty()) {
    main += "<p class=\"kicker\"><a href=\"" +
            search_link({{"section", filter_value(article.section)}}) + "\">" +
            html(article.section) + "</a></p>";
  }
  main += "<h1>" + (title.text.empty() ? "Sans titre" : marked_html(title)) + "</h1>";
  if (!article.subtitle.empty()) main += "<p class=\"subtitle\">" + html(article.subtitle) + "</p>";
  main += meta(article, zone) + "<div class=\"text\">" + paragraphs(body) + "</div>";
  if (!article.rights.empty()) main += "<p class=\"rights\">" + html(article.rights) + "</p>";
  main += "</article>" + aside(article) + "</div>";
  Layout layout;
  layout.title = (article.title.empty() ? "Article" : article.title) + " · Gazette";
  layout.query = query;
  return page(layout, main);
}

}  // namespace gazette::server
