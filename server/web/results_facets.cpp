// Facets with counts, each value a link, and the chips of the filters that are on.
#include <array>
#include <string>

#include "common/places/gazetteer.h"
#include "server/render/answer_json.h"
#include "server/web/html.h"
#include "server/web/links.h"
#include "server/web/results_page.h"

namespace gazette::server {
namespace {

std::string_view facet_title(FacetField field) {
  static constexpr std::array<std::string_view, kFacetFieldCount> kTitles{
      "Lieux", "Écrit à", "Rubriques", "Sources", "Auteurs", "Mots-clés", "Langues"};
  return kTitles.at(static_cast<std::size_t>(field));
}

std::string_view filter_title(std::string_view key) {
  struct Title {
    std::string_view key, title;
  };
  static constexpr std::array kTitles = std::to_array<Title>({
      {"from", "Depuis"},
      {"to", "Jusqu’à"},
      {"place", "Lieu"},
      {"dateline", "Écrit à"},
      {"section", "Rubrique"},
      {"source", "Source"},
      {"author", "Auteur"},
      {"tag", "Mot-clé"},
      {"lang", "Langue"},
      {"op", "Un mot suffit"},
      {"match", "Forme"},
  });
  for (const Title& title : kTitles) {
    if (title.key == key) return title.title;
  }
  return {};
}

/// What a filter's value is called: places are asked for by id and shown by name.
std::string label_of(const ResultsPage& model, std::string_view key, std::string_view value) {
  for (const Facet& facet : model.answer.facets) {
    if (facet_name(facet.field) != key) continue;
    for (const FacetValue& known : facet.values) {
      if (known.value == value) return known.label;
    }
  }
  constexpr std::string_view kNamePrefix = "name:";  // of places that the gazetteer does not know
  if (value.starts_with(kNamePrefix)) return std::string(value.substr(kNamePrefix.size()));
  if (key == "place" || key == "dateline") {
    const Gazetteer& gazetteer = Gazetteer::instance();
    if (const auto row = gazetteer.find_id(value)) return std::string(gazetteer.row(*row).name);
  }
  return std::string(value);
}

std::string one_facet(const ResultsPage& model, const Facet& facet) {
  if (facet.values.empty()) return {};
  const std::string_view key = facet_name(facet.field);
  std::string out =
      "<section class=\"facet\"><h2>" + std::string(facet_title(facet.field)) + "</h2><ul>";
  for (const FacetValue& value : facet.values) {
    const std::string asked = filter_value(value.value);
    const http::QueryList query =
        value.selected ? without(model.query, key, asked) : with(model.query, key, asked);
    out += "<li><a href=\"" + search_link(query) + "\"" +
           (value.selected ? " aria-current=\"true\"" : "") + "><span>" + html(value.label) +
           "</span> <span class=\"count\">" + french_number(value.count) + "</span></a></li>";
  }
  return out + "</ul></section>";
}

std::string years(const ResultsPage& model) {
  if (!model.answer.histogram) return {};
  std::string items;
  const auto& buckets = model.answer.histogram->buckets;
  for (auto bucket = buckets.rbegin(); bucket != buckets.rend(); ++bucket) {
    if (bucket->count == 0) continue;
    const http::QueryList query =
        replaced(replaced(model.query, "from", to_string(to_date(bucket->from))), "to",
                 to_string(to_date(bucket->to)));
    items += "<li><a href=\"" + search_link(query) + "\"><span>" + html(bucket->label) +
             "</span> <span class=\"count\">" + french_number(bucket->count) + "</span></a></li>";
  }
  if (items.empty()) return {};
  return "<section class=\"facet\"><h2>Périodes</h2><ul>" + items + "</ul></section>";
}

}  // namespace

std::string results_chips(const ResultsPage& model) {
  std::string items;
  for (const auto& [key, value] : model.query) {
    const std::string_view title = filter_title(key);
    if (title.empty()) continue;
    const bool excluded = value.starts_with('-') && key != "from" && key != "to";
    const std::string_view shown = excluded || value.starts_with("\\-")
                                       ? std::string_view(value).substr(1)
                                       : std::string_view(value);
    const bool worded = key != "op";
    items += "<li><a class=\"chip\" href=\"" + search_link(without(model.query, key, value)) +
             "\"><span class=\"hidden\">Retirer le filtre </span>" + std::string(title) +
             (worded ? " : " : "") + (excluded ? "<s>" : "<b>") +
             (worded ? html(label_of(model, key, shown)) : "") + (excluded ? "</s>" : "</b>") +
             " <span aria-hidden=\"true\">×</span></a></li>";
  }
  return items.empty() ? "" : "<ul class=\"chips\" aria-label=\"Filtres\">" + items + "</ul>";
}

std::string results_facets(const ResultsPage& model) {
  std::string out;
  for (const Facet& facet : model.answer.facets) out += one_facet(model, facet);
  out += years(model);
  return "<aside class=\"facets\" aria-label=\"Affiner\">" + out + "</aside>";
}

}  // namespace gazette::server
