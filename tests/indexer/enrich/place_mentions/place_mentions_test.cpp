// Places that a text names: what is one, what only looks like one, and which of its homonyms.
#include "indexer/enrich/place_mentions/place_mentions.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "indexer/enrich/place_mentions/about.h"
#include "indexer/enrich/place_mentions/text_words.h"

namespace gazette::indexer {
namespace {

std::string found(const std::string& text) {
  std::string out;
  for (const PlaceMention& mention :
       find_place_mentions({.title = {}, .subtitle = {}, .body = text}).body) {
    if (!out.empty()) out += "; ";
    out +=
        text.substr(mention.begin, mention.end - mention.begin) + "=" + place_of(mention, text).id;
  }
  return out;
}

struct Case {
  std::string text;
  std::string places;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(found(c.text) == c.places);
  }
}

TEST_CASE("place mentions: names with elision, contraction, hyphens and other spellings") {
  check({
      {"Le convoi quitte l'Azerbaïdjan pour l’Arménie.",
       "Azerbaïdjan=country:AZ; Arménie=country:AM"},
      {"Il vit au Havre, elle vient du Mans.", "Havre=insee:76351; Mans=insee:72181"},
      {"Une réunion au Caire et à La Rochelle.", "Caire=gn:360630; La Rochelle=insee:17300"},
      {"De la Seine-Saint-Denis au Val d'Oise.",
       "Seine-Saint-Denis=sub:FR-93; Val d'Oise=sub:FR-95"},
      {"Les combats au Haut-Karabakh.", "Haut-Karabakh=reg:karabakh"},
      {"La mer Noire et la bande de Gaza.", "mer Noire=reg:mer-noire; bande de Gaza=a1:PS.GZ"},
      {"La sécheresse en Afrique de l'ouest.", "Afrique de l'ouest=reg:afrique-de-l-ouest"},
      {"L'Union soviétique n'est pas L'Union (Haute-Garonne).",
       "Union soviétique=reg:urss; L'Union=insee:31561; Haute-Garonne=sub:FR-31"},
      {"Kiev et Kyiv.", "Kiev=gn:703448; Kyiv=gn:703448"},
      {"ÉTAT DE SIÈGE À OUAGADOUGOU", "OUAGADOUGOU=gn:2357048"},
  });
}

TEST_CASE("place mentions: a name that is also a word or a person needs its context") {
  check({
      {"Elle habite à Tours, il travaille à Sens.", "Tours=insee:37261; Sens=insee:89387"},
      {"Les tours du quartier ont du sens.", ""},
      {"Orange a baissé ses prix.", ""},
      {"Le théâtre est à Orange.", "Orange=insee:84087"},
      {"Nancy Blanc est à Nancy.", "Nancy=insee:54395"},
      {"Florence Arthaud aimait la mer.", ""},
      {"Jean Laval et Mme Lourdes sont venus.", ""},
      {"M. Bordeaux a pris la parole.", ""},
      {"Pierre Laval fut jugé. On parla de Laval longtemps.", ""},
      {"Dominique a téléphoné.", ""},
      {"Un cyclone menace la Dominique.", "Dominique=country:DM"},
      {"Hollande a tranché.", ""},
      {"Dans le Lot et dans la Creuse, il neige.", "Lot=sub:FR-46; Creuse=sub:FR-23"},
      {"Le Sud doit parler au Nord.", ""},
      {"À Lille (Nord), la pluie.", "Lille=insee:59350; Nord=sub:FR-59"},
  });
}

TEST_CASE("place mentions: brands, teams, papers and streets only contain a place") {
  check({
      {"Air France et France Télévisions recrutent.", ""},
      {"Selon Ouest-France et le New York Times.", ""},
      {"Paris-Match et le Paris-Nice.", ""},
      {"Le Bayern Munich reçoit l'équipe de France.", ""},
      {"La Coupe d'Afrique approche.", ""},
      {"Hier les Lakers de Los Angeles ont gagné.", ""},
      {"Il habite rue de Rivoli, près de la porte de Versailles.", ""},
      {"Hier les Arméniens du Karabakh ont voté.", "Karabakh=reg:karabakh"},
      {"La Mustang et le CHU.", ""},
      {"L'ENA ferme.", ""},
      {"Le marathon de New York traverse le Bronx.", "New York=gn:5128581; Bronx=reg:bronx"},
  });
}

TEST_CASE(
    "place mentions: the sense comes from the parenthesis, the preposition, the company, the "
    "rank") {
  check({
      {"Un séisme à Saint-Denis (La Réunion).", "Saint-Denis=insee:97411; La Réunion=country:RE"},
      {"Un match à Saint-Denis.", "Saint-Denis=insee:93066"},
      {"Il neige à Québec.", "Québec=gn:6325494"},
      {"Il neige au Québec.", "Québec=a1:CA.10"},
      {"Sommet à Luxembourg.", "Luxembourg=gn:2960316"},
      {"Élections au Luxembourg.", "Luxembourg=country:LU"},
      {"Négociations à Vienne.", "Vienne=gn:2761369"},
      {"Crues dans les Deux-Sèvres, la Vendée et la Vienne.",
       "Deux-Sèvres=sub:FR-79; Vendée=sub:FR-85; Vienne=sub:FR-86"},
  });
}

TEST_CASE("place mentions: a village needs its département, or a noun that only places take") {
  check({
      {"Un feu à Espira-de-l'Agly (Pyrénées-Orientales).",
       "Espira-de-l'Agly=insee:66069; Pyrénées-Orientales=sub:FR-66"},
      {"Le maire des Bondons (Lozère) refuse. Aux Bondons, la cloche sonne.",
       "Bondons=insee:48028; Lozère=sub:FR-48; Bondons=insee:48028"},
      {"Dans l'Ain, un enfant est né à Druillat.", "Ain=sub:FR-01; Druillat=insee:01151"},
      {"Un enfant est né à Druillat.", "Druillat=insee:01151"},
      {"Le village de Druillat fête la moisson.", "Druillat=insee:01151"},
      {"Le sort de Druillat est scellé.", ""},
  });
}

TEST_CASE("place mentions: what stands around an unknown name makes it a place") {
  check({
      {"L'attaque a visé le village de Goudoumbaria.", "Goudoumbaria=name:goudoumbaria"},
      {"Les localités maliennes de Tessalbit et Ménakam.",
       "Tessalbit=name:tessalbit; Ménakam=name:menakam"},
      {"Un car s'est renversé à Friguiabi, à 250 km de Conakry.",
       "Friguiabi=name:friguiabi; Conakry=gn:2422465"},
      {"Un corps a été retrouvé au Plan-Rossillon (Savoie).",
       "Plan-Rossillon=name:plan-rossillon; Savoie=sub:FR-73"},
      {"Il est né à Kroubongo. Kroubongo l'a oublié.",
       "Kroubongo=name:kroubongo; Kroubongo=name:kroubongo"},
      {"La vente d'Amelbia Island a eu lieu.", "Amelbia Island=name:amelbia island"},
      {"Elle l'a dit à Kroubongo.", ""},
      {"Le maire de la CGT parle au quartier de Jean Dupont.", ""},
  });
}

TEST_CASE("place mentions: a name accepted once counts where it stands without a cue") {
  check({
      {"La base de Tombouctou ferme. Avant Tombouctou, celle de Kidal a fermé.",
       "Tombouctou=gn:2449067; Tombouctou=gn:2449067; Kidal=gn:2455290"},
      {"Les départements de l'Allier, du Cher, de la Creuse et de l'Indre.",
       "Allier=sub:FR-03; Cher=sub:FR-18; Creuse=sub:FR-23; Indre=sub:FR-36"},
      {"Le gouvernement du Québec refuse.", "Québec=a1:CA.10"},
      {"Au Burkina, les forces du Sahel manœuvrent.", "Burkina=country:BF; Sahel=reg:sahel"},
  });
}

TEST_CASE("place mentions: of two well-known places that a hyphen joins both are meant") {
  check({
      {"Un accident dans le sens Nîmes-Béziers.", "Nîmes=insee:30189; Béziers=insee:34032"},
      {"La finale France-Croatie a commencé.", "France=country:FR; Croatie=country:HR"},
      {"Le Paris-Roubaix et Paris-Match.", ""},
      {"Un couple Laval-Orange.", ""},
  });
}

TEST_CASE("place mentions: names that are mostly something else need a cue of place") {
  check({
      {"Le ministère russe de la Défense et la Garde nationale.", ""},
      {"Les tours s'élèvent à la Défense.", "Défense=reg:defense"},
      {"Un avion de la Patrouille de France.", ""},
      {"Selon France 3 Occitanie, il pleut.", ""},
      {"Dans les rues de Tanger, rien.", "Tanger=gn:2530335"},
  });
}

TEST_CASE("place mentions: a dateline's place is one, its agency is none") {
  const std::string text = "LOMÉ, 7 mai (AFP) - Un marché rouvre à Kara.";
  const FieldMentions mentions = find_place_mentions({.title = {}, .subtitle = {}, .body = text});
  REQUIRE(mentions.body.size() == 2);
  CHECK(mentions.body[0].rule == "dateline");
  CHECK(text.substr(mentions.body[0].begin, 5) == "LOMÉ");
  CHECK(mentions.body[1].rule != "dateline");
}

TEST_CASE("place mentions: a name that the body makes sure counts in the title") {
  const FieldMentions mentions =
      find_place_mentions({.title = "Moulins : la crue recule",
                           .subtitle = {},
                           .body = "La crue recule à Moulins (Allier)."});
  REQUIRE(mentions.body.size() == 2);
  CHECK(Gazetteer::instance().row(mentions.body[0].row).id == "insee:03190");
}

TEST_CASE("place mentions: an article is about what stands in its title and first paragraph") {
  const std::string title = "La Géorgie ouvre sa frontière avec la Turquie";
  const std::string body =
      "Tbilissi a annoncé mardi la réouverture. Les camions turcs attendaient.\n\n"
      "La route mène aussi en Arménie.";
  const ArticleTexts texts{.title = title, .subtitle = {}, .body = body};
  const std::vector<AboutPlace> about = places_about(texts, find_place_mentions(texts));
  REQUIRE(about.size() >= 4);
  CHECK(Gazetteer::instance().row(about[0].row).id == "country:TR");  // named and a demonym
  CHECK(about[0].weight == 7);
  CHECK(Gazetteer::instance().row(about[1].row).id == "country:GE");
  std::vector<std::string> kept;
  for (const Place& place : about_places(about)) kept.push_back(place.name);
  CHECK(kept == std::vector<std::string>{"Turquie", "Géorgie", "Tbilissi", "Arménie"});
}

TEST_CASE("place mentions: words are cut where letters end, with what parts them") {
  const std::string text = "L'été, Saint-Denis (93) ! « Où ? »\n\nÀ Lomé/Kara";
  const std::vector<TextWord> words = text_words(text);
  std::string joints;
  std::string cut;
  for (const TextWord& word : words) {
    cut += std::string(word.in(text)) + "|";
    joints += static_cast<char>('a' + static_cast<int>(word.joint));
  }
  CHECK(cut == "L|été|Saint|Denis|93|Où|À|Lomé|Kara|");
  CHECK(joints == "adecfkkbh");
}

TEST_CASE("place mentions: any bytes give mentions inside the text, in order, on characters") {
  const std::vector<std::string> parts = {
      "Paris", "à ",   "Saint", "-",     "Denis",    " (",    "La Réunion", ")",
      " ",     "l'",   "Le ",   "Havre", "mer ",     "Noire", ".",          "\n\n",
      "\xff",  "\xc3", "É",     "M. ",   "Laval",    " de ",  "FRANCE ",    "BAKOU",
      ", ",    " - ",  "(AFP)", "et ",   "dans le ", "Nord"};
  std::mt19937 random(34);
  std::size_t mentions = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (auto n = random() % 16; n > 0; --n) {
      text += random() % 15 == 0 ? std::string(1, static_cast<char>(random() % 256))
                                 : parts[random() % parts.size()];
    }
    CAPTURE(text);
    const FieldMentions fields = find_place_mentions({text, text, text});
    for (const auto* list : {&fields.title, &fields.subtitle, &fields.body}) {
      std::size_t last = 0;
      for (const PlaceMention& mention : *list) {
        REQUIRE(mention.begin >= last);
        REQUIRE(mention.begin < mention.end);
        REQUIRE(mention.end <= text.size());
        REQUIRE((static_cast<unsigned char>(text[mention.begin]) & 0xC0) != 0x80);
        REQUIRE_FALSE(mention.rule.empty());
        last = mention.end;
        ++mentions;
      }
    }
  }
  CHECK(mentions > 1'000);
}

}  // namespace
}  // namespace gazette::indexer
