// The page of one article.
#include "server/web/article_page.h"

#include "server/web/article_text.h"
#include "server/web/cards.h"
#include "server/web/facet_list.h"
#include "server/web/french.h"
#include "server/web/layout.h"
#include "server/web/links.h"
#include "server/web/news_article.h"
#include "server/web/place_map.h"

namespace gazette::server {
namespace {

constexpr std::size_t kMaxMarkLinks = 12;  // more numbers than that, nobody clicks one by one

/// Back to the page of results that the article stood on.
Html back_link(const ArticlePage& model) {
  if (model.query.empty()) return {};
  http::QueryList query = model.query;
  const std::size_t first = model.rank.value_or(0) / model.page_hits * model.page_hits;
  if (first > 0) query.emplace_back("offset", std::to_string(first));
  return element("a", {{"class", "up"}, {"href", search_link(query)}},
                 "<span aria-hidden=\"true\">← </span>Revenir aux résultats"_html);
}

Html neighbour_link(const ArticlePage& model, const std::optional<Neighbour>& to,
                    std::string_view rel, const Html& label) {
  if (!to) return {};
  return element("a",
                 {{"rel", std::string(rel)},
                  {"href", hit_link(to->id, model.query, to->rank)},
                  {"title", to->title}},
                 label);
}

Html way_back(const ArticlePage& model) {
  const Html links = back_link(model) +
                     neighbour_link(model, model.previous, "prev", "Résultat précédent"_html) +
                     neighbour_link(model, model.next, "next", "Résultat suivant"_html);
  if (links.empty()) return {};
  return element("nav", {{"class", "way"}, {"aria-label", "Résultats"}}, links);
}

Html byline(const Article& article, const TimeZone& zone) {
  std::string authors;
  for (const std::string& author : article.authors) {
    authors += (authors.empty() ? "Par " : ", ") + author;
  }
  std::vector<Html> pieces;
  if (!authors.empty()) pieces.push_back(element("span", {{"class", "byline"}}, text(authors)));
  if (!article.source.empty()) pieces.push_back(element("span", text(article.source)));
  if (article.published) {
    pieces.push_back(element("time", {{"datetime", article.published->to_string()}},
                             text(french_time(*article.published, zone))));
  }
  if (article.modified && article.modified != article.published) {
    pieces.push_back(
        element("span", text("mis à jour le " + french_time(*article.modified, zone))));
  }
  if (article.dateline) pieces.push_back(element("span", text(article.dateline->text)));
  return element("p", {{"class", "meta"}}, joined(pieces, {}));
}

Html facet_section(std::string_view title, const Html& items) {
  if (items.empty()) return {};
  return element("section", {{"class", "facet"}},
                 element("h2", text(title)) + element("ul", {{"class", "values"}}, items));
}

Html link_item(const std::string& address, std::string_view label) {
  return element("li", element("a", {{"class", "value"}, {"href", address}}, text(label)));
}

/// Where in the article the query's words stand.
Html passages(const ArticlePage& model, std::size_t marks) {
  if (marks == 0) return {};
  Html numbers;
  for (std::size_t i = 1; i <= std::min(marks, kMaxMarkLinks); ++i) {
    const std::string number = std::to_string(i);
    numbers +=
        element("a", {{"href", "#m" + number}, {"aria-label", "Passage " + number}}, text(number));
  }
  return element("section", {{"class", "facet passages"}, {"data-marks", std::to_string(marks)}},
                 element("h2", text(in_guillemets(value_of(model.query, "q")))) +
                     element("p", text(counted(marks, "passage", "passages") + " : ")) +
                     element("p", {{"class", "numbers"}}, numbers));
}

/// "Gaëlle Le Mézec, « Titre », La Gazette, 26 janvier 2023."
std::string citation(const Article& article, const TimeZone& zone) {
  std::string line;
  for (const std::string& author : article.authors) line += author + ", ";
  line += in_guillemets(article.title);
  if (!article.source.empty()) line += ", " + article.source;
  if (article.published) line += ", " + french_date(article.published->day(zone));
  return line + ".";
}

Html cite(const ArticlePage& model) {
  const Article& article = model.answer.article;
  const std::string api = "/v1" + article_link(article.id);
  Html links;
  for (const auto& [label, format] :
       {std::pair{"RIS", "ris"}, std::pair{"BibTeX", "bibtex"}, std::pair{"JSON", "json"}}) {
    links += element("a", {{"href", api + "?format=" + format}, {"rel", "nofollow"}}, text(label));
  }
  if (!article.url.empty()) {
    links = element("a", {{"href", article.url}, {"rel", "external noreferrer"}},
                    "L’article d’origine"_html) +
            links;
  }
  return element("section", {{"class", "cite"}, {"aria-labelledby", "citer"}},
                 "<h2 id=\"citer\">Citer</h2>"_html +
                     element("p", text(citation(article, model.zone))) +
                     element("p", {{"class", "links"}},
                             element("a", {{"href", article_link(article.id)}, {"data-copy", ""}},
                                     "Lien permanent"_html) +
                                 links));
}

Attribute language_of(const Article& article) {
  const bool foreign = !article.language.empty() && !article.language.starts_with("fr");
  return when(foreign, "lang", article.language);
}

/// A list of other articles, by title.
Html related(const ArticlePage& model, const std::string& id, const std::string& title,
             const std::vector<Article>& articles) {
  if (articles.empty()) return {};
  Html items;
  for (const Article& other : articles) {
    items += element(
        "li", element("a", {{"href", article_link(other.id)}, language_of(other)},
                      other.title.empty() ? "Sans titre"_html : text(other.title)) +
                  element("p", {{"class", "meta"}}, card_meta(other, {model.zone, model.today})));
  }
  return element("section", {{"class", "related"}, {"id", id}, {"aria-labelledby", id + "-titre"}},
                 element("h2", {{"id", id + "-titre"}}, text(title)) + element("ul", items));
}

Html places_section(const Article& article) {
  if (article.places.empty()) return {};
  Facet facet;
  facet.field = FacetField::kPlace;
  Html items;
  for (const Place& place : article.places) {
    facet.values.push_back({.value = place.id, .label = place.name, .parent = {}, .count = 1});
    items += link_item(search_link({{"place", place.id}}), place.name);
  }
  return element("section", {{"class", "facet"}},
                 "<h2>Lieux</h2>"_html + place_map(facet, {}, MapLabels::kNames) +
                     element("ul", {{"class", "values"}}, items));
}

Html aside(const ArticlePage& model, std::size_t marks) {
  const Article& article = model.answer.article;
  Html tags;
  for (const std::string& tag : article.tags) {
    tags += link_item(search_link({{"tag", filter_value(tag)}}), tag);
  }
  Html authors;
  for (const std::string& author : article.authors) {
    authors += link_item(search_link({{"author", filter_value(author)}}), author);
  }
  return element("aside", {{"class", "facets"}, {"aria-label", "Autour de cet article"}},
                 passages(model, marks) + places_section(article) +
                     facet_section("Mots-clés", tags) + facet_section("Du même auteur", authors));
}

}  // namespace

std::string article_page(const ArticlePage& model) {
  const Article& article = model.answer.article;
  const MarkedText title = model.answer.title.value_or(MarkedText{article.title, {}});
  const MarkedText body = model.answer.body.value_or(MarkedText{article.body, {}});
  NumberedMarks marks;
  Html story = kicker(article);
  story += element("h1", title.text.empty() ? "Sans titre"_html : marks.passage(title));
  if (!article.subtitle.empty()) {
    story += element("p", {{"class", "subtitle"}}, text(article.subtitle));
  }
  story += byline(article, model.zone);
  story += element("div", {{"class", "text"}}, marks.paragraphs(body));
  if (!article.rights.empty()) {
    story += element("p", {{"class", "rights"}}, text(article.rights));
  }
  const std::string path = article_link(article.id);
  Layout layout;
  layout.title = (article.title.empty() ? "Article" : article.title) + " · Gazette";
  layout.query = model.query;
  layout.canonical = path;
  layout.head = data_block(news_article_json(article, path));
  const Html left = element("article", {{"class", "story"}, language_of(article)}, story) +
                    cite(model) +
                    related(model, "reprises", counted(model.copies.size(), "reprise", "reprises"),
                            model.copies) +
                    related(model, "proches", "Articles proches", model.similar);
  return page(layout,
              way_back(model) + element("div", {{"class", "columns"}},
                                        element("div", {{"class", "reading-column"}}, left) +
                                            aside(model, marks.count())));
}

}  // namespace gazette::server
