// Cards: one article each, with what it was found by.
#include "server/render/hit_json.h"
#include "server/web/html.h"
#include "server/web/links.h"
#include "server/web/results_page.h"

namespace gazette::server {
namespace {

std::string kicker(const Article& article) {
  if (article.section.empty()) return {};
  return "<p class=\"kicker\"><a href=\"" +
         search_link({{"section", filter_value(article.section)}}) + "\">" + html(article.section) +
         "</a></p>";
}

std::string title(const Hit& hit) {
  const Article& article = hit.article;
  if (hit.title && !hit.title->text.empty()) return marked_html(*hit.title);
  return article.title.empty() ? "Sans titre" : html(article.title);
}

/// Where it was written: the place, or what stands before " / La Gazette", ", 28 oct. (AGP)".
std::string_view dateline_name(const Dateline& dateline) {
  if (dateline.place) return dateline.place->name;
  const std::string_view text = dateline.text;
  const std::string_view name = text.substr(0, text.find_first_of("/,("));
  return name.substr(0, name.find_last_not_of(' ') + 1);
}

std::string meta(const Article& article, const TimeZone& zone) {
  std::string out;
  const auto add = [&](const std::string& piece) {
    if (piece.empty()) return;
    if (!out.empty()) out += " <span aria-hidden=\"true\">·</span> ";
    out += piece;
  };
  if (article.published) {
    add("<time datetime=\"" + html(article.published->to_string()) + "\">" +
        french_date(article.published->day(zone)) + "</time>");
  }
  if (article.dateline) add(html(dateline_name(*article.dateline)));
  add(html(article.source));
  if (!article.authors.empty()) add(html(article.authors.front()));
  return out;
}

std::string snippet(const Hit& hit) {
  std::string out;
  for (const MarkedText& fragment : hit.body) {
    if (!out.empty()) out += " <span class=\"cut\">[…]</span> ";
    out += marked_html(fragment);
  }
  return out;
}

}  // namespace

std::string results_cards(const ResultsPage& model) {
  std::string out = "<ol class=\"cards\">";
  for (const Hit& hit : model.answer.hits) {
    out += "<li><article class=\"card\">" + kicker(hit.article) + "<h3><a href=\"" +
           article_link(hit.article.id, model.query) + "\">" + title(hit) + "</a></h3>" +
           "<p class=\"meta\">" + meta(hit.article, model.zone) + "</p>";
    const std::string text = snippet(hit);
    if (!text.empty()) out += "<p class=\"snippet\">" + text + "</p>";
    if (hit.similar_count > 0) {
      out += "<p class=\"copies\">" + counted(hit.similar_count, "reprise", "reprises") + "</p>";
    }
    out += "</article></li>";
  }
  return out + "</ol>";
}

}  // namespace gazette::server
