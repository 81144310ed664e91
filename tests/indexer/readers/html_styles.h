// One invented article in the page styles of many French sites: what each style puts around it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gazette::testing {

inline constexpr const char* kHtmlTitle =
    "Port-Maline : le bac reprend la mer après onze mois à quai";
inline constexpr const char* kHtmlLead =
    "La liaison avec l'île de Bréhan est rétablie depuis mardi matin, au prix d'une traversée sur "
    "deux.";

/// Sentences, a heading, a short line, a quotation.
inline const std::vector<std::string>& html_paragraphs() {
  static const std::vector<std::string> paragraphs = {
      "Onze mois après l'incendie de sa salle des machines, le bac « Marie-Galante II » a quitté "
      "mardi à 6 h 40 le quai de Port-Maline, avec à son bord quarante-deux passagers et une "
      "ambulance.",
      "Les habitants de l'île vivaient depuis avril au rythme d'une vedette de location, incapable "
      "de transporter un camion de livraison ou une citerne de fioul. « On a appris à compter les "
      "bouteilles de gaz », résume Solène Kermarec, qui tient l'épicerie du bourg.",
      "Un chantier deux fois prolongé",
      "Le chantier de réparation, confié à une entreprise de Saint-Nazaire, devait durer quatre "
      "mois. Il en a pris sept de plus, après la découverte de corrosion sous les réservoirs, "
      "selon "
      "le conseil départemental, propriétaire du navire.",
      "La facture atteint 2,3 millions d'euros. L'assureur en a pris en charge un peu moins de la "
      "moitié, et le reste sera réparti entre le département et la communauté de communes.",
      "Personne n'a été blessé.",
      "« Nous ne referons pas deux fois la même erreur », a promis le vice-président chargé des "
      "ports, Alban Querrec, en annonçant l'achat d'une pompe de secours et un exercice d'incendie "
      "chaque trimestre."};
  return paragraphs;
}

inline constexpr std::size_t kHtmlHeading = 2;  ///< the paragraph that is a heading

inline std::string html_body() {
  std::string out;
  for (const std::string& paragraph : html_paragraphs()) {
    out += (out.empty() ? "" : "\n\n") + paragraph;
  }
  return out;
}

/// The paragraphs in elements; `between` stands after each second one.
inline std::string html_of_paragraphs(std::string_view open, std::string_view close,
                                      std::string_view heading_open, std::string_view heading_close,
                                      std::string_view between = "") {
  std::string out;
  for (std::size_t i = 0; i < html_paragraphs().size(); ++i) {
    const bool heading = i == kHtmlHeading;
    out += heading ? heading_open : open;
    out += html_paragraphs()[i];
    out += heading ? heading_close : close;
    if (i % 2 == 1) out += between;
    out += '\n';
  }
  return out;
}

/// A text with each {NAME} replaced.
inline std::string filled(std::string text,
                          const std::vector<std::pair<std::string, std::string>>& values) {
  for (const auto& [name, value] : values) {
    const std::string mark = "{" + name + "}";
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
      text.replace(at, mark.size(), value);
      at += value.size();
    }
  }
  return text;
}

inline constexpr const char* kHtmlTeasers = R"(
<div class="bloc"><h3><a href="/a1">Le marché couvert de Villebrune rouvre ses portes</a></h3>
<p>Après deux ans de travaux, les dix-huit commerçants retrouvent leurs étals samedi, sous une verrière refaite à neuf.</p></div>
<div class="bloc"><h3><a href="/a2">Handball : Sens s'impose sur le fil</a></h3>
<p>Menées de quatre buts à la pause, les Sénonaises ont renversé la rencontre dans les dix dernières minutes de jeu.</p></div>
<div class="bloc"><h3><a href="/a3">Une avalanche de câbles au fond du Léman</a></h3>
<p>Une société savoyarde propose de repêcher les lignes abandonnées depuis les années soixante au large de Thonon.</p></div>)";

}  // namespace gazette::testing
