// The search box and the advanced form.
#include "server/web/search_form.h"

#include <algorithm>
#include <array>

#include "server/web/links.h"

namespace gazette::server {
namespace {

struct Field {
  std::string_view name, label, hint;
};

constexpr std::array kFields = std::to_array<Field>({
    {"all", "Tous ces mots", "crue loire"},
    {"phrase", "Cette expression exacte", "aide humanitaire"},
    {"any", "Au moins un de ces mots", "paix trêve"},
    {"none", "Sans ces mots", "football"},
    {"title", "Dans le titre", "grève"},
    {"byline", "Auteur", "Le Mézec"},
});

Html labelled(std::string_view name, std::string_view label, Attributes input) {
  return element("label", {{"for", "a-" + std::string(name)}}, text(label)) +
         element("input", input);
}

}  // namespace

Html hidden_fields(const http::QueryList& query, std::initializer_list<std::string_view> without) {
  Html out;
  for (const auto& [name, value] : without_paging(query)) {
    if (std::find(without.begin(), without.end(), name) != without.end()) continue;
    out += element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  }
  return out;
}

Html search_box(const http::QueryList& query) {
  const Html form = "<label class=\"hidden\" for=\"q\">Rechercher dans les archives</label>"_html +
                    element("input", {{"id", "q"},
                                      {"name", "q"},
                                      {"type", "search"},
                                      {"enterkeyhint", "search"},
                                      {"autocapitalize", "none"},
                                      {"autocomplete", "off"},
                                      {"spellcheck", "false"},
                                      {"maxlength", "6000"},
                                      {"placeholder", "Mots, « expression », auteur…"},
                                      {"value", std::string(value_of(query, "q"))}}) +
                    "<button type=\"submit\">Rechercher</button>"_html +
                    hidden_fields(query, {"q"});
  return element(
      "news-search",
      {{"api", "/v1"},
       {"action", "/search"},
       {"articles", "/articles/"},
       {"shortcut", "/"},
       {"placeholder", "Mots, « expression », auteur…"}},
      element("form",
              {{"class", "box"}, {"role", "search"}, {"action", "/search"}, {"method", "get"}},
              form));
}

Html advanced_form(const http::QueryList& query) {
  Html fields;
  for (const Field& field : kFields) {
    const bool all = field.name == "all";
    fields += element("div", labelled(field.name, field.label,
                                      {{"id", "a-" + std::string(field.name)},
                                       {"name", std::string(field.name)},
                                       {"autocomplete", "off"},
                                       {"placeholder", std::string(field.hint)},
                                       {"value", std::string(all ? value_of(query, "q") : "")}}));
  }
  for (const auto& [name, label] : {std::pair{"from", "Du"}, std::pair{"to", "Au"}}) {
    fields += element("div", labelled(name, label,
                                      {{"id", "a-" + std::string(name)},
                                       {"name", name},
                                       {"autocomplete", "off"},
                                       {"placeholder", "22/09/2023, 2023-09, 2023…"},
                                       {"value", std::string(value_of(query, name))}}));
  }
  return element("details", {{"class", "advanced"}},
                 "<summary>Recherche avancée</summary>"_html +
                     element("form", {{"action", "/advanced"}, {"method", "get"}},
                             element("div", {{"class", "grid"}}, fields) +
                                 hidden_fields(query, {"q", "from", "to"}) +
                                 "<p><button type=\"submit\">Rechercher</button> "
                                 "<a href=\"/help\">La langue des requêtes</a></p>"_html));
}

}  // namespace gazette::server
