// The values of one facet as links.
#include "server/web/facet_list.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "common/places/gazetteer.h"
#include "server/render/answer_json.h"
#include "server/web/french.h"
#include "server/web/links.h"
#include "server/web/place_map.h"

namespace gazette::server {
namespace {

constexpr std::size_t kColumnValues = 7;  // of a facet beside the results: a glance, not a list

/// Asking for a value and excluding it are opposites: one takes the other back.
http::QueryList asking(const http::QueryList& query, std::string_view key,
                       const FacetValue& value) {
  const std::string included = filter_value(value.value);
  if (value.selected) return without(query, key, included);
  return with(without(query, key, "-" + value.value), key, included);
}

http::QueryList excluding(const http::QueryList& query, std::string_view key,
                          const FacetValue& value) {
  const std::string excluded = "-" + value.value;
  if (value.excluded) return without(query, key, excluded);
  return with(without(query, key, filter_value(value.value)), key, excluded);
}

Html one_value(const FacetValue& value, std::string_view key, const http::QueryList& query) {
  const Html label = element(value.excluded ? "s" : "span", text(value.label));
  const Html count = element("span", {{"class", "count"}}, text(french_number(value.count)));
  const http::QueryList main =
      value.excluded ? excluding(query, key, value) : asking(query, key, value);
  const Html ask = element("a",
                           {{"class", "value"},
                            {"href", search_link(main)},
                            {"rel", "nofollow"},
                            when(value.selected, "aria-current", "true")},
                           label + " "_html + count);
  if (value.excluded || value.selected) return element("li", ask);
  const std::string title = "Exclure " + value.label;
  return element("li", ask + element("a",
                                     {{"class", "exclude"},
                                      {"href", search_link(excluding(query, key, value))},
                                      {"rel", "nofollow"},
                                      {"title", title},
                                      {"aria-label", title}},
                                     "−"_html));
}

Html all_values(const Facet& facet, const http::QueryList& query) {
  const std::string key(facet_name(facet.field));
  return element(
      "p", {{"class", "more"}},
      element("a",
              {{"href", search_link(without_paging(query), "/facets/" + key)}, {"rel", "nofollow"}},
              text("Tout voir (" + french_number(facet.total_values) + ")") +
                  element("span", {{"class", "hidden"}},
                          text(" : " + std::string(facet_title(facet.field))))));
}

/// Without the places that say nothing more than one inside them: where all articles on Europe are
/// on France, « Europe » is left to the page of all values.
Facet telling_places(const Facet& places) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  std::vector<std::optional<Gazetteer::Row>> rows;
  for (const FacetValue& value : places.values) rows.push_back(gazetteer.find_id(value.value));
  Facet telling = places;
  telling.values.clear();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const FacetValue& value = places.values[i];
    bool told = false;
    for (std::size_t j = 0; rows[i] && j < rows.size() && !told; ++j) {
      told = j != i && rows[j] && places.values[j].count == value.count &&
             gazetteer.inside(*rows[j], *rows[i]);
    }
    if (!told || value.selected || value.excluded) telling.values.push_back(value);
  }
  return telling;
}

bool is_place(FacetField field) {
  return field == FacetField::kPlace || field == FacetField::kDateline;
}

}  // namespace

std::string_view facet_title(FacetField field) {
  static constexpr std::array<std::string_view, kFacetFieldCount> kTitles{
      "Lieux", "Écrit à", "Rubriques", "Sources", "Auteurs", "Mots-clés", "Langues"};
  return kTitles.at(static_cast<std::size_t>(field));
}

Html facet_list(const Facet& facet, const http::QueryList& query, std::size_t limit) {
  const std::string_view key = facet_name(facet.field);
  Html items;
  for (std::size_t i = 0; i < facet.values.size(); ++i) {
    const FacetValue& value = facet.values[i];
    if (i < limit || value.selected || value.excluded) items += one_value(value, key, query);
  }
  return element("ul", {{"class", "values"}}, items);
}

Html facet_column(const std::vector<Facet>& facets, const http::QueryList& query) {
  Html out;
  for (const Facet& facet : facets) {
    if (facet.values.empty()) continue;
    Html section = element("h3", text(facet_title(facet.field)));
    if (facet.field == FacetField::kPlace) section += place_map(facet, query);
    section +=
        facet_list(is_place(facet.field) ? telling_places(facet) : facet, query, kColumnValues);
    if (facet.total_values > kColumnValues) section += all_values(facet, query);
    out += element("section", {{"class", "facet"}}, section);
  }
  return out;
}

}  // namespace gazette::server
