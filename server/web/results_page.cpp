// The page of results.
#include "server/web/results_page.h"

#include <utility>

#include "server/web/cards.h"
#include "server/web/facet_list.h"
#include "server/web/french.h"
#include "server/web/layout.h"
#include "server/web/links.h"
#include "server/web/search_form.h"
#include "server/web/timeline.h"

namespace gazette::server {
namespace {

std::string results(std::size_t count) { return counted(count, "résultat", "résultats"); }

/// "42 résultats pour « port »", "Aucun résultat", "108 articles".
std::string heading(const ResultsPage& model) {
  const std::string_view q = value_of(model.query, "q");
  const std::string asked = q.empty() ? "" : " pour " + in_guillemets(q);
  if (model.answer.total == 0) return "Aucun résultat" + asked;
  if (model.query.empty()) return counted(model.answer.total, "article", "articles");
  return results(model.answer.total) + asked;
}

Html notice(const Html& content) { return element("p", {{"class", "notice"}}, content); }

Html did_you_mean(const ResultsPage& model) {
  const auto& meant = model.answer.did_you_mean;
  if (!meant || model.answer.total == 0) return {};  // without hits it is the first way out
  return element(
      "p", {{"class", "meant"}},
      "Vouliez-vous dire "_html +
          element("a", {{"href", search_link(replaced(model.query, "q", *meant))}}, text(*meant)) +
          "\u202F?"_html);
}

/// What was understood, what was mended, what was left aside.
Html reading(const ResultsPage& model) {
  Html out;
  const ResolvedQuery& query = model.answer.query;
  if (!query.interpreted.empty() && query.interpreted != query.text) {
    out += element("p", {{"class", "reading"}},
                   "Compris comme\u00A0: "_html + element("span", text(query.interpreted)));
  }
  for (const QueryWarning& warning : query.warnings) out += notice(text(warning.detail));
  for (const PageNotice& left : model.notices) {
    std::string detail = left.detail;
    for (std::size_t i = 0; i < left.candidates.size(); ++i) {
      detail += (i == 0 ? " Par exemple : " : " ; ") + left.candidates[i];
    }
    out += notice(text(detail));
  }
  return out + did_you_mean(model);
}

/// Why nothing was found, word by word.
Html culprits(const ResultsPage& model) {
  Html items;
  for (const WordReport& word : model.answer.words) {
    items += element(
        "li", text(in_guillemets(word.text) + " : " + counted(word.alone, "article", "articles")));
  }
  if (items.empty()) return {};
  const bool filtered = !results_chips(model).empty();
  return (filtered ? "<h2>Avec ces filtres, aucun article n’a tous ces mots</h2>"_html
                   : "<h2>Aucun article n’a tous ces mots à la fois</h2>"_html) +
         element("ul", {{"class", "culprits"}}, items);
}

Html nothing_found(const ResultsPage& model) {
  Html ways;
  for (const WayOut& way : model.ways) {
    ways += element(
        "li", element("a", {{"href", search_link(way.query)}}, text(way.label)) + " "_html +
                  element("span", {{"class", "count"}}, text("(" + results(way.count) + ")")));
  }
  Html out;
  if (!ways.empty()) out += element("ul", {{"class", "ways"}}, ways);
  out += culprits(model);
  return element(
      "section", {{"class", "nothing"}, {"aria-label", "Que faire"}},
      out +
          "<ul class=\"tips\"><li>Vérifiez l’orthographe, ou essayez des mots plus généraux.</li>"
          "<li>Moins de mots trouvent plus d’articles\u00A0; <a href=\"/help\">la langue des "
          "requêtes</a> sait dire «\u00A0l’un ou l’autre\u00A0».</li></ul>"_html);
}

/// The selection as the API takes it: it folds near-copies only when told.
http::QueryList api_query(const ResultsPage& model) {
  http::QueryList query = model.query;
  if (value_of(query, "collapse").empty()) query.emplace_back("collapse", "story");
  return query;
}

/// What is new of this search, whatever its order here.
std::string feed_link(const ResultsPage& model) {
  return search_link(without(api_query(model), "sort"), "/v1/feed");
}

/// Near-copies are one hit, or not: the reader sees which, and may change it.
Html folding(const ResultsPage& model) {
  const bool folded = value_of(model.query, "collapse") != "none";
  std::size_t copies = 0;
  for (const Hit& hit : model.answer.hits) copies += hit.similar_count;
  if (folded && copies == 0) return {};
  const Html change =
      folded ? element("a", {{"href", search_link(replaced(model.query, "collapse", "none"))}},
                       "Les montrer toutes"_html)
             : element("a", {{"href", search_link(without(model.query, "collapse"))}},
                       "Les regrouper"_html);
  return element("p", {{"class", "reading"}},
                 (folded ? "Les reprises d’un même article sont regroupées. "_html
                         : "Les reprises d’un même article sont toutes là. "_html) +
                     change);
}

/// The same selection, to take away.
Html takeaways(const ResultsPage& model) {
  struct Form {
    std::string_view label, format, dialect;
  };
  static constexpr Form kForms[] = {{"CSV", "csv", ""},
                                    {"CSV pour Excel", "csv", "excel-fr"},
                                    {"NDJSON", "ndjson", ""},
                                    {"RIS (Zotero…)", "ris", ""},
                                    {"BibTeX", "bibtex", ""}};
  Html items = element(
      "li",
      element("a", {{"class", "value"}, {"href", search_link(model.query)}, {"data-copy", ""}},
              "Lien vers cette recherche"_html));
  items += element("li", element("a", {{"class", "value"}, {"href", feed_link(model)}},
                                 "S’abonner (Atom)"_html));
  for (const Form& form : kForms) {
    http::QueryList query = api_query(model);
    query.emplace_back("format", form.format);
    if (!form.dialect.empty()) query.emplace_back("csv_dialect", form.dialect);
    items += element("li", element("a",
                                   {{"class", "value"},
                                    {"href", search_link(query, "/v1/export")},
                                    {"rel", "nofollow"},
                                    {"download", ""}},
                                   text(form.label)));
  }
  return element("section", {{"class", "facet"}},
                 "<h3>Emporter</h3>"_html + element("ul", {{"class", "values"}}, items));
}

Html columns(const ResultsPage& model) {
  const Html articles = "<h2 class=\"hidden\" id=\"articles\">Articles</h2>"_html +
                        results_toolbar(model) + folding(model) + results_cards(model) +
                        results_paging(model);
  const Html aside = "<h2 class=\"hidden\" id=\"affiner\">Affiner</h2>"_html +
                     facet_column(model.answer.facets, model.query) + takeaways(model);
  return element(
      "div", {{"class", "columns"}},
      element("div", {{"class", "hits"}}, articles) +
          element("aside", {{"class", "facets"}, {"aria-labelledby", "affiner"}}, aside));
}

}  // namespace

Html results_cards(const ResultsPage& model) {
  Html items;
  std::size_t rank = model.first;
  for (const Hit& hit : model.answer.hits) {
    items += element(
        "li", card(hit, hit_link(hit.article.id, model.query, rank++), {model.zone, model.today}));
  }
  return element("ol", {{"class", "cards"}, {"start", std::to_string(model.first + 1)}}, items);
}

std::string results_page(const ResultsPage& model) {
  const SearchAnswer& answer = model.answer;
  const Html lead =
      element("div", {{"class", "lead"}}, element("h1", text(heading(model))) + reading(model));
  Html main = advanced_form(model.query) + lead + results_chips(model);
  if (answer.total == 0) {
    main += nothing_found(model);
  } else {
    if (answer.histogram) main += timeline(*answer.histogram, model.query);
    main += columns(model);
  }
  Layout layout;
  layout.title = heading(model) + " · Gazette";
  layout.query = model.query;
  layout.feed = feed_link(model);
  return page(layout, main);
}

}  // namespace gazette::server
