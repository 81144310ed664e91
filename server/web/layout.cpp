// What all pages share.
#include "server/web/layout.h"

#include "server/web/html.h"

namespace gazette::server {
namespace {

std::string_view value_of(const http::QueryList& query, std::string_view key) {
  for (const auto& [name, value] : query) {
    if (name == key) return value;
  }
  return {};
}

/// The box keeps the filters of the search under way, as hidden fields.
std::string search_form(const http::QueryList& query) {
  std::string out =
      "<search><form class=\"box\" role=\"search\" action=\"/search\" method=\"get\">"
      "<label class=\"hidden\" for=\"q\">Rechercher dans les archives</label>"
      "<input id=\"q\" name=\"q\" type=\"search\" enterkeyhint=\"search\" autocapitalize=\"none\" "
      "autocomplete=\"off\" spellcheck=\"false\" maxlength=\"6000\" "
      "placeholder=\"Mots, « expression », auteur…\" value=\"" +
      html(value_of(query, "q")) + "\"><button type=\"submit\">Rechercher</button>";
  for (const auto& [name, value] : query) {
    if (name == "q" || name == "offset" || name == "cursor") continue;
    out += "<input type=\"hidden\" name=\"" + html(name) + "\" value=\"" + html(value) + "\">";
  }
  return out + "</form></search>";
}

struct ErrorText {
  std::string_view title, detail;
};

ErrorText error_text(int status) {
  switch (status) {
    case 401:
      return {"Accès réservé", "Cette archive n’est ouverte qu’aux porteurs d’une clé."};
    case 404:
      return {
          "Page introuvable",
          "Il n’y a rien à cette adresse : l’article a pu être retiré, ou le lien est incomplet."};
    case 429:
      return {"Trop de requêtes", "Attendez quelques secondes avant de recommencer."};
    case 503:
      return {"Archive momentanément indisponible",
              "La recherche reviendra dès que la base pourra être lue. Rechargez la page dans un "
              "instant."};
    default:
      break;
  }
  return status >= 500 ? ErrorText{"Erreur de notre côté", "La page n’a pas pu être préparée."}
                       : ErrorText{"Demande incomprise", "L’adresse de cette page est mal formée."};
}

}  // namespace

std::string page(const Layout& layout, std::string_view main) {
  const char* const tag = layout.home ? "h1" : "p";
  std::string out =
      "<!doctype html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
      "<meta name=\"color-scheme\" content=\"light dark\"><title>" +
      html(layout.title) +
      "</title><link rel=\"stylesheet\" href=\"/style.css\">"
      "<link rel=\"icon\" type=\"image/svg+xml\" href=\"/favicon.svg\">" +
      layout.head_extra +
      "</head><body><a class=\"skip\" href=\"#contenu\">Aller au contenu</a>"
      "<header class=\"masthead\"><div class=\"frame\"><" +
      std::string(tag) + " class=\"name\"><a href=\"/\">Gazette</a></" + tag +
      "><p class=\"motto\">Les archives de la presse</p>" + search_form(layout.query) +
      "</div></header><main id=\"contenu\" class=\"frame\">";
  out += main;
  out +=
      "</main><footer class=\"foot\"><div class=\"frame\"><p>Gazette, moteur de recherche pour la "
      "presse. <a href=\"/v1/stats\">L’archive en chiffres</a> · "
      "<a href=\"/v1/search?limit=10\">Cette recherche en "
      "JSON</a></p></div></footer></body></html>\n";
  return out;
}

std::string error_page(int status) {
  const ErrorText text = error_text(status);
  const std::string title(text.title);
  return page({.title = title + " · Gazette"},
              "<div class=\"notice-page\"><h1>" + title + "</h1><p>" + std::string(text.detail) +
                  "</p><p><a href=\"/\">Revenir à la une</a></p></div>");
}

}  // namespace gazette::server
