// Cards: one article each.
#include "server/web/cards.h"

#include <vector>

#include "server/web/french.h"
#include "server/web/links.h"

namespace gazette::server {
namespace {

Html title(const Hit& hit) {
  if (hit.title && !hit.title->text.empty()) return marked(*hit.title);
  return hit.article.title.empty() ? "Sans titre"_html : text(hit.article.title);
}

/// Where it was written: the place, or what stands before " / La Gazette", ", 28 oct. (AGP)".
std::string_view dateline_name(const Dateline& dateline) {
  if (dateline.place) return dateline.place->name;
  const std::string_view text = dateline.text;
  const std::string_view name = text.substr(0, text.find_first_of("/,("));
  return name.substr(0, name.find_last_not_of(' ') + 1);
}

Html snippet(const Hit& hit) {
  std::vector<Html> fragments;
  for (const MarkedText& fragment : hit.body) fragments.push_back(marked(fragment));
  const Html whole = joined(fragments, " <span class=\"cut\">[…]</span> "_html);
  return whole.empty() ? whole : element("p", {{"class", "snippet"}}, whole);
}

/// « 3 reprises »: near-copies folded into this hit, listed with the article.
Html copies(const Hit& hit, const std::string& link) {
  if (hit.similar_count == 0) return {};
  return element("p", {{"class", "copies"}},
                 element("a", {{"href", link + "#reprises"}},
                         text(counted(hit.similar_count, "reprise", "reprises"))));
}

/// Articles in another language say so to what reads them aloud.
Attribute language_of(const Article& article) {
  const bool foreign = !article.language.empty() && !article.language.starts_with("fr");
  return when(foreign, "lang", article.language);
}

}  // namespace

Html kicker(const Article& article) {
  if (article.section.empty()) return {};
  return element("p", {{"class", "kicker"}},
                 element("a", {{"href", search_link({{"section", filter_value(article.section)}})}},
                         text(article.section)));
}

Html card_meta(const Article& article, const CardTimes& times) {
  std::vector<Html> pieces;
  if (article.published) {
    pieces.push_back(element("time",
                             {{"datetime", article.published->to_string()},
                              {"title", french_time(*article.published, times.zone)}},
                             text(french_age(*article.published, times.zone, times.today))));
  }
  if (article.dateline) pieces.push_back(text(dateline_name(*article.dateline)));
  pieces.push_back(text(article.source));
  if (!article.authors.empty()) pieces.push_back(text(article.authors.front()));
  return joined(pieces, " <span aria-hidden=\"true\">·</span> "_html);
}

Html card(const Hit& hit, const std::string& link, const CardTimes& times) {
  const Html heading =
      element("h3", element("a", {{"href", link}, language_of(hit.article)}, title(hit)));
  return element("article", {{"class", "card"}},
                 kicker(hit.article) + heading +
                     element("p", {{"class", "meta"}}, card_meta(hit.article, times)) +
                     snippet(hit) + copies(hit, link));
}

}  // namespace gazette::server
