// The filters of a search, as chips that come off.
#include "server/web/filters.h"

#include <array>
#include <cctype>

#include "common/places/gazetteer.h"
#include "server/web/french.h"
#include "server/web/html.h"
#include "server/web/links.h"
#include "server/web/periods.h"
#include "server/web/results_page.h"

namespace gazette::server {
namespace {

std::string place_name(std::string_view id) {
  constexpr std::string_view kNamePrefix = "name:";  // of places that the gazetteer does not know
  if (id.starts_with(kNamePrefix)) return std::string(id.substr(kNamePrefix.size()));
  const Gazetteer& gazetteer = Gazetteer::instance();
  const auto row = gazetteer.find_id(id);
  return row ? std::string(gazetteer.row(*row).name) : std::string(id);
}

std::string form_text(std::string_view match) {
  if (match == "exact") return "exacte, accents compris";
  return match == "folded" ? "sans pluriels ni conjugaisons" : "toutes";
}

Html chip(const http::QueryList& without_it, const Html& label) {
  return element("li", element("a", {{"class", "chip"}, {"href", search_link(without_it)}},
                               "<span class=\"hidden\">Retirer le filtre </span>"_html + label +
                                   " <span class=\"cross\" aria-hidden=\"true\">×</span>"_html));
}

/// A date in the words of the query that became a filter: it can go, or stay as words.
Html date_chip(const ResultsPage& model) {
  const auto& date = model.answer.query.date;
  if (!date) return {};
  const http::QueryList gone =
      date->without.empty() ? without(model.query, "q") : replaced(model.query, "q", date->without);
  const Html label = text(in_guillemets(date->text) + " lu comme une date");
  return chip(gone, label) +
         element("li", element("a",
                               {{"class", "chip plain"},
                                {"href", search_link(replaced(model.query, "dates", "off"))}},
                               "Garder ces mots tels quels"_html));
}

Html filter_chip(const ResultsPage& model, const std::string& key, const std::string& value) {
  const FilterText shown = filter_text(key, value);
  const http::QueryList gone = without(model.query, key, value);
  if (shown.value.empty()) return chip(gone, text(filter_title(key)));
  return chip(gone, text(std::string(filter_title(key)) + "\u00A0: ") +
                        element(shown.excluded ? "s" : "b", text(shown.value)) +
                        (shown.excluded ? "<span class=\"hidden\"> (exclu)</span>"_html : Html()));
}

}  // namespace

std::string_view filter_title(std::string_view key) {
  struct Title {
    std::string_view key, title;
  };
  static constexpr std::array kTitles = std::to_array<Title>({
      {"place", "Lieu"},
      {"dateline", "Écrit à"},
      {"section", "Rubrique"},
      {"source", "Source"},
      {"author", "Auteur"},
      {"tag", "Mot-clé"},
      {"lang", "Langue"},
      {"op", "Un de ces mots suffit"},
      {"match", "Formes"},
      {"dates", "Dates lues comme des mots"},
  });
  for (const Title& title : kTitles) {
    if (title.key == key) return title.title;
  }
  return {};
}

FilterText filter_text(std::string_view key, std::string_view value) {
  if (key == "op" || key == "dates") return {};
  if (key == "match") return {.value = form_text(value)};
  const bool excluded = value.starts_with('-');
  if (excluded || value.starts_with("\\-")) value.remove_prefix(1);
  const bool place = key == "place" || key == "dateline";
  return {.value = place ? place_name(value) : std::string(value), .excluded = excluded};
}

std::string period_text(const http::QueryList& query, std::optional<CivilDay> from,
                        std::optional<CivilDay> to) {
  if (const QuickPeriod* quick = quick_period(query)) {
    return "Depuis " + std::string(quick->label);
  }
  if (from && to) {
    std::string period = french_period(*from, *to);
    period[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(period[0])));
    return period;
  }
  if (from) return "Depuis le " + french_date(*from);
  return to ? "Jusqu’au " + french_date(*to) : std::string();
}

Html results_chips(const ResultsPage& model) {
  Html items;
  std::size_t filters = 0;
  if (const std::string period = period_text(model.query, model.from, model.to); !period.empty()) {
    items += chip(without(without(model.query, "from"), "to"), text(period));
    ++filters;
  }
  for (const auto& [key, value] : model.query) {
    const bool default_form = key == "match" && value == "stem";
    const bool default_join = key == "op" && value == "and";
    const bool default_dates = key == "dates" && value == "on";
    if (filter_title(key).empty() || default_form || default_join || default_dates) continue;
    items += filter_chip(model, key, value);
    ++filters;
  }
  items += date_chip(model);
  if (items.empty()) return {};
  if (filters > 1) {
    http::QueryList bare;
    for (const std::string_view key : {"q", "sort"}) {
      if (const std::string_view value = value_of(model.query, key); !value.empty()) {
        bare.emplace_back(key, value);
      }
    }
    items += element("li", element("a", {{"class", "chip plain"}, {"href", search_link(bare)}},
                                   "Tout effacer"_html));
  }
  return element("ul", {{"class", "chips"}, {"aria-label", "Filtres"}}, items);
}

}  // namespace gazette::server
