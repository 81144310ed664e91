// How results are ordered, and from which days: links and one small form.
#include <array>
#include <optional>
#include <string>

#include "server/web/links.h"
#include "server/web/periods.h"
#include "server/web/results_page.h"
#include "server/web/search_form.h"

namespace gazette::server {
namespace {

Html choice(const http::QueryList& query, std::string_view label, bool current) {
  return element("li",
                 element("a", {{"href", search_link(query)}, when(current, "aria-current", "true")},
                         text(label)));
}

Html group(std::string_view name, const Html& items) {
  return element("nav", {{"class", "choices"}, {"aria-label", std::string(name)}},
                 element("ul", items));
}

Html sorts(const ResultsPage& model) {
  struct Choice {
    std::string_view value, label;
    Sort sort;
  };
  static constexpr std::array kChoices = std::to_array<Choice>({
      {"relevance", "Pertinence", Sort::kRelevance},
      {"newest", "Plus récents", Sort::kNewest},
      {"oldest", "Plus anciens", Sort::kOldest},
  });
  Html items;
  for (const Choice& sort : kChoices) {
    if (sort.sort == Sort::kRelevance && !model.answer.query.has_words) continue;
    items += choice(replaced(model.query, "sort", sort.value), sort.label,
                    model.answer.sort == sort.sort);
  }
  return group("Trier", items);
}

std::string iso(const std::optional<CivilDay>& day) {
  return day ? to_string(to_date(*day)) : std::string();
}

Html day_input(std::string_view name, std::string_view label, const std::optional<CivilDay>& day) {
  return element(
      "label",
      text(label) + " "_html +
          element("input", {{"type", "date"}, {"name", std::string(name)}, {"value", iso(day)}}));
}

Html own_period(const ResultsPage& model) {
  const Html fields = day_input("from", "Du", model.from) + day_input("to", "au", model.to) +
                      "<button type=\"submit\">Voir</button>"_html +
                      hidden_fields(model.query, {"from", "to"});
  return element("details", {{"class", "dates"}},
                 "<summary>Dates…</summary>"_html +
                     element("form", {{"action", "/search"}, {"method", "get"}}, fields));
}

Html periods(const ResultsPage& model) {
  const http::QueryList open = without(without(model.query, "from"), "to");
  const QuickPeriod* const current = quick_period(model.query);
  Html items;
  if (model.from || model.to) items += choice(open, "Toutes les dates", false);
  for (const QuickPeriod& period : kQuickPeriods) {
    items += choice(replaced(open, "from", period.from), period.label, current == &period);
  }
  return group("Période", items) + own_period(model);
}

}  // namespace

Html results_toolbar(const ResultsPage& model) {
  Html tools;
  if (model.answer.total > 1) tools += sorts(model);
  return element("div", {{"class", "toolbar"}},
                 tools + element("div", {{"class", "periods"}}, periods(model)) +
                     "<a class=\"to-facets\" href=\"#affiner\">Affiner les résultats ↓</a>"_html);
}

}  // namespace gazette::server
