// The front page.
#include "server/web/home_page.h"

#include "server/web/cards.h"
#include "server/web/facet_list.h"
#include "server/web/french.h"
#include "server/web/layout.h"
#include "server/web/links.h"
#include "server/web/search_form.h"
#include "server/web/timeline.h"

namespace gazette::server {
namespace {

Html figures(const ArchiveStats& stats) {
  std::string line = counted(stats.articles, "article", "articles");
  if (stats.sources.size() > 1) {
    line += " de " + counted(stats.sources.size(), "journal", "journaux");
  }
  if (stats.first_day && stats.last_day) {
    line += ", " + french_period(*stats.first_day, *stats.last_day);
  }
  return element("p", {{"class", "figures"}}, text(line));
}

Html examples() {
  Html items;
  for (const std::string_view q :
       {"crue loire", "\"aide humanitaire\"", "dockers PROCHE/5 terminal", "titre:grève",
        "vaccin* SAUF covid"}) {
    items += element("li", element("a", {{"href", search_link({{"q", std::string(q)}})}}, text(q)));
  }
  return element("ul", {{"class", "examples"}, {"aria-label", "Exemples de recherches"}}, items);
}

Html latest(const HomePage& model) {
  Html items;
  for (const Hit& hit : model.latest.hits) {
    items += element(
        "li", card(hit, article_link(hit.article.id), {.zone = model.zone, .today = model.today}));
  }
  return "<h2 class=\"title\">Derniers articles de l’archive</h2>"_html +
         element("ol", {{"class", "cards front"}}, items) +
         "<p class=\"more\"><a href=\"/search?sort=newest\">Tous les articles</a></p>"_html;
}

}  // namespace

std::string home_page(const HomePage& model) {
  Html main = element("div", {{"class", "front-lead"}},
                      figures(model.stats) + advanced_form({}) + examples());
  if (model.latest.histogram) main += timeline(*model.latest.histogram, {});
  main += element("div", {{"class", "columns"}},
                  element("div", {{"class", "hits"}, {"id", "articles"}}, latest(model)) +
                      element("aside", {{"class", "facets"}, {"aria-labelledby", "affiner"}},
                              "<h2 class=\"hidden\" id=\"affiner\">Parcourir</h2>"_html +
                                  facet_column(model.latest.facets, {})));
  Layout layout;
  layout.title = "Gazette, les archives de la presse";
  layout.home = true;
  layout.canonical = "/";
  return page(layout, main);
}

}  // namespace gazette::server
