// What all pages share.
#include "server/web/layout.h"

#include "server/web/assets.h"
#include "server/web/search_form.h"

namespace gazette::server {
namespace {

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
    case 405:
      return {"Demande incomprise", "Cette page se lit, elle ne reçoit rien."};
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

std::string versioned(std::string_view path, std::string_view version) {
  return std::string(path) + "?v=" + std::string(version);
}

Html head(const Layout& layout) {
  Html out =
      "<meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
      "<meta name=\"color-scheme\" content=\"light dark\">"_html +
      element("title", text(layout.title)) +
      element("link", {{"rel", "stylesheet"}, {"href", versioned("/style.css", kStyleVersion)}});
  out +=
      "<link rel=\"icon\" type=\"image/svg+xml\" href=\"/favicon.svg\">"
      "<link rel=\"search\" type=\"application/opensearchdescription+xml\" title=\"Gazette\" "
      "href=\"/opensearch.xml\">"_html;
  if (!layout.canonical.empty()) {
    out += element("link", {{"rel", "canonical"}, {"href", layout.canonical}});
  }
  if (!layout.feed.empty()) {
    out += element("link", {{"rel", "alternate"},
                            {"type", "application/atom+xml"},
                            {"title", "Nouveaux articles de cette recherche"},
                            {"href", layout.feed}});
  }
  // Modules run after the page is there: nothing waits for them.
  out +=
      element("script", {{"type", "module"}, {"src", versioned("/embed.js", kEmbedVersion)}}, {});
  out += element("script", {{"type", "module"}, {"src", versioned("/page.js", kPageVersion)}}, {});
  return out + layout.head;
}

Html masthead(const Layout& layout) {
  const Html name = "<a href=\"/\">Gazette</a>"_html;
  return element(
      "header", {{"class", layout.home ? "masthead front" : "masthead"}},
      element("div", {{"class", "frame"}},
              element(layout.home ? "h1" : "p", {{"class", "name"}}, name) +
                  "<p class=\"motto\">Les archives de la presse</p>"_html +
                  search_box(layout.query) + "<a class=\"aid\" href=\"/help\">Aide</a>"_html));
}

Html foot() {
  return "<footer class=\"foot\"><div class=\"frame\"><p><a href=\"/\">Gazette</a></p>"
         "<nav aria-label=\"Pied de page\"><ul><li><a href=\"/help\">Aide à la recherche</a></li>"
         "<li><a href=\"/v1/stats\">L’archive en chiffres</a></li></ul></nav>"
         "</div></footer>"_html;
}

}  // namespace

std::string page(const Layout& layout, const Html& main) {
  const Html body = "<a class=\"skip\" href=\"#contenu\">Aller au contenu</a>"_html +
                    masthead(layout) +
                    element("main", {{"id", "contenu"}, {"class", "frame"}}, main) + foot();
  return "<!doctype html>\n" +
         element("html", {{"lang", "fr"}}, element("head", head(layout)) + element("body", body))
             .str() +
         "\n";
}

std::string error_page(int status) {
  const ErrorText error = error_text(status);
  return page({.title = std::string(error.title) + " · Gazette"},
              element("div", {{"class", "narrow"}},
                      element("h1", text(error.title)) + element("p", text(error.detail)) +
                          "<p><a href=\"/\">Revenir à la une</a></p>"_html));
}

}  // namespace gazette::server
