// Answers made by hand.
#include "tests/server/render/answers.h"

namespace gazette::testing {
namespace {

/// `text` with the words between '[' and ']' marked.
server::MarkedText marked(std::string_view text) {
  server::MarkedText out;
  std::size_t begin = 0;
  for (const char c : text) {
    if (c == '[') {
      begin = out.text.size();
    } else if (c == ']') {
      out.marks.emplace_back(begin, out.text.size());
    } else {
      out.text += c;
    }
  }
  return out;
}

}  // namespace

server::Hit full_hit() {
  server::Hit hit;
  Article& article = hit.article;
  article.id = "2023/09/aide-1";
  article.url = "https://gazette.example/aide?a=1&b=2";
  article.title = "L'Azerbaïdjan envoie \"de l'aide\" & du pain";
  article.subtitle = "Le convoi est parti.";
  article.body = "Premier paragraphe.\n\nSecond <i>paragraphe</i>.";
  article.published = parse_news_time("2023-09-22T18:58:00+01:00", TimeZone::paris()).value();
  article.source = "La Gazette";
  article.section = "Monde";
  article.authors = {"Ana Karimova", "Luc Petit"};
  article.tags = {"=aide", "Karabakh"};
  article.language = "fr";
  article.dateline =
      Dateline{"Paris / La Gazette", Place{"insee:75056", "Paris", "city", "FR", 48.8566, 2.3522}};
  article.places = {Place{"country:AZ", "Azerbaïdjan", "country", "AZ", {}, {}}};
  hit.score = 12.5;
  hit.similar_count = 2;
  hit.title = marked("L'[Azerbaïdjan] envoie \"de l'aide\" & du pain");
  hit.body = {marked("Un convoi d'[aide] <parti> de Bakou.")};
  hit.matched = {{"azerbaidjan", "folded"}};
  return hit;
}

server::Hit bare_hit() {
  server::Hit hit;
  hit.article.id = "seul";
  return hit;
}

server::SearchAnswer full_answer() {
  server::SearchAnswer answer;
  answer.query.text = "azerbaidjan (aide";
  answer.query.interpreted = "azerbaidjan ET aide";
  answer.query.warnings = {{"unbalanced-parenthesis", "Parenthèse non fermée.", 12}};
  answer.total = 42;
  answer.took_ms = 3.14159;
  answer.revision = 1842;
  answer.hits = {full_hit(), bare_hit()};
  server::Facet section;
  section.field = server::FacetField::kSection;
  section.total_values = 31;
  section.values = {{"Monde", "Monde", "", 12, true, false},
                    {"Sport", "Sport", "", 3, false, true}};
  server::Facet place;
  place.field = server::FacetField::kPlace;
  place.total_values = 1;
  place.values = {{"insee:75056", "Paris", "sub:FR-75", 7, false, false}};
  answer.facets = {section, place};
  answer.histogram =
      server::Histogram{server::Interval::kMonth,
                        "Europe/Paris",
                        {{to_day({2023, 9, 1}), to_day({2023, 9, 30}), "septembre 2023", 12}}};
  answer.cursor = "Q1VS";
  return answer;
}

}  // namespace gazette::testing
