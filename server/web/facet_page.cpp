// All values of one facet of a search.
#include "server/web/facet_page.h"

#include "server/render/answer_json.h"
#include "server/web/facet_list.h"
#include "server/web/french.h"
#include "server/web/layout.h"
#include "server/web/links.h"
#include "server/web/place_map.h"
#include "server/web/search_form.h"

namespace gazette::server {
namespace {

Html box(const FacetPage& model, const std::string& title) {
  const std::string path = "/facets/" + std::string(facet_name(model.facet.field));
  return element("form", {{"class", "box small"}, {"action", path}, {"method", "get"}},
                 element("label", {{"for", "contains"}, {"class", "hidden"}},
                         text("Chercher dans : " + title)) +
                     element("input", {{"id", "contains"},
                                       {"name", "contains"},
                                       {"type", "search"},
                                       {"autocomplete", "off"},
                                       {"placeholder", "Chercher dans : " + title},
                                       {"value", std::string(model.contains)}}) +
                     "<button type=\"submit\">Chercher</button>"_html +
                     hidden_fields(model.query, {}));
}

std::string summary(const FacetPage& model) {
  const std::size_t total = model.facet.total_values;
  std::string line = counted(total, "valeur", "valeurs");
  if (!model.contains.empty()) line += " avec " + in_guillemets(model.contains);
  if (model.facet.values.size() < total) {
    line += ", les " + french_number(model.facet.values.size()) + " plus fréquentes";
  }
  return line + ".";
}

}  // namespace

std::string facet_page(const FacetPage& model) {
  const std::string title(facet_title(model.facet.field));
  const std::string_view q = value_of(model.query, "q");
  const std::string heading = title + (q.empty() ? "" : " pour " + in_guillemets(q));
  Html main = element("p", {{"class", "back"}},
                      element("a", {{"href", search_link(model.query)}},
                              "<span aria-hidden=\"true\">← </span>Revenir aux résultats"_html));
  main += element("div", {{"class", "lead"}}, element("h1", text(heading))) + box(model, title) +
          element("p", {{"class", "reading"}}, text(summary(model)));
  if (model.facet.field == FacetField::kPlace || model.facet.field == FacetField::kDateline) {
    main += element("div", {{"class", "wide-map"}}, place_map(model.facet, model.query));
  }
  main += element("div", {{"class", "facet wide"}},
                  facet_list(model.facet, model.query, model.facet.values.size()));
  Layout layout;
  layout.title = heading + " · Gazette";
  layout.query = model.query;
  return page(layout, main);
}

}  // namespace gazette::server
