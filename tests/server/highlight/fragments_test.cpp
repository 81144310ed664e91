// Which passages are shown: golden examples, each with the reason why it reads best.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/server/highlight/query_marks.h"

using gazette::Analyzer;
using gazette::server::Fragment;
using gazette::server::FragmentOptions;
using gazette::server::Highlighter;

namespace {

using Fragments = std::vector<std::string>;

/// The fragments as HTML.
Fragments shown(const std::string& query, const std::string& body,
                const FragmentOptions& options = {}) {
  Analyzer analyzer;
  const auto marks = gazette::testing::marks_of(query, body, analyzer);
  Fragments result;
  for (const Fragment& f : Highlighter(marks, analyzer).fragments(body, options)) {
    result.push_back(to_html(body, f.passage, f.marks));
  }
  return result;
}

const std::string kBody =
    "Le port de Valmer a rouvert lundi après trois semaines de grève. Les dockers ont voté la "
    "reprise "
    "du travail à une large majorité.\n\n"
    "Une centaine de navires attendaient au large, selon M. Delorme, le directeur de la "
    "capitainerie. "
    "« Il faudra dix jours pour écouler les conteneurs », a-t-il expliqué. La chambre de commerce "
    "chiffre les pertes à 15.000 euros par heure.\n\n"
    "- Un accord fragile -\n\n"
    "L'accord prévoit une prime de pénibilité pour les grutiers et la création d'une commission "
    "paritaire, que le syndicat majoritaire réclamait depuis l'automne dernier et dont le patronat "
    "du "
    "port, réuni dimanche soir en assemblée extraordinaire, a fini par accepter le principe à "
    "condition "
    "que la grève cesse aussitôt et qu'aucun préavis nouveau ne soit déposé avant le mois de "
    "juin.\n\n"
    "Les pêcheurs, eux, n'ont pas cessé le travail.";

}  // namespace

namespace doctest {
template <>
struct StringMaker<Fragments> {
  static String convert(const Fragments& fragments) {
    std::string all;
    for (const std::string& fragment : fragments) all += "\n  [" + fragment + "]";
    return all.c_str();
  }
};
}  // namespace doctest

TEST_CASE("fragments: a sentence is shown whole, with its neighbour when it fits") {
  CHECK(shown("dockers", kBody) ==
        Fragments{"Le port de Valmer a rouvert lundi après trois semaines de grève. Les "
                  "<mark>dockers</mark> ont voté la reprise du travail à une large majorité."});
  CHECK(shown("capitainerie", kBody) ==
        Fragments{
            "Une centaine de navires attendaient au large, selon M. Delorme, le directeur de la "
            "<mark>capitainerie</mark>."});
}

TEST_CASE("fragments: the second brings words that the first does not have") {
  CHECK(shown("grève conteneurs", kBody) ==
        Fragments{
            "« Il faudra dix jours pour écouler les <mark>conteneurs</mark> », a-t-il expliqué. La "
            "chambre de commerce chiffre les pertes à 15.000 euros par heure.",
            "Le port de Valmer a rouvert lundi après trois semaines de <mark>grève</mark>. Les "
            "dockers ont voté la reprise du travail à une large majorité."});
}

TEST_CASE("fragments: a long sentence is cut between words, at a comma where one is near") {
  const Fragments fragments = shown("paritaire grutiers", kBody, {.count = 1});
  CHECK(
      fragments ==
      Fragments{"L&#39;accord prévoit une prime de pénibilité pour les <mark>grutiers</mark> et la "
                "création d&#39;une commission <mark>paritaire</mark>, que le syndicat majoritaire "
                "réclamait "
                "depuis l&#39;automne"});
}

TEST_CASE("fragments: the beginning of the body when nothing is marked") {
  CHECK(shown("volcan", kBody) ==
        Fragments{
            "Le port de Valmer a rouvert lundi après trois semaines de grève. Les dockers ont voté "
            "la reprise du travail à une large majorité."});
  CHECK(shown("volcan", "Court.") == Fragments{"Court."});
}

TEST_CASE("fragments: the rarer word is shown first, whatever its place") {
  const std::string body =
      "La grève dure encore. La grève gagne le nord du pays.\n\nUn référendum pourrait suivre.";
  CHECK(shown("grève référendum", body, {.count = 1}) ==
        Fragments{"Un <mark>référendum</mark> pourrait suivre."});
}

TEST_CASE("fragments: words that stand together are worth more than the same words apart") {
  const std::string body =
      "L'aide tarde, et le convoi que l'on disait humanitaire est toujours à la frontière du "
      "nord.\n\n"
      "Trois camions d'aide humanitaire sont pourtant arrivés mardi soir dans la vallée.";
  CHECK(shown("aide humanitaire", body, {.count = 1}) ==
        Fragments{
            "Trois camions d&#39;<mark>aide</mark> <mark>humanitaire</mark> sont pourtant arrivés "
            "mardi soir dans la vallée."});
}

TEST_CASE("fragments: the title's words are not shown again, nor the same sentence twice") {
  const std::string title = "L’accord sur la pêche est signé";
  const std::string body =
      "L'ACCORD SUR LA PÊCHE EST SIGNÉ\n\nLa pêche reprendra lundi. Les ministres s'en félicitent "
      "tous "
      "deux, à Valmer comme à Port-Clair.\n\nLa pêche reprendra lundi.\n\nLa flotte attend la "
      "pêche.";
  CHECK(shown("pêche", body, {.count = 5, .size = 40, .title = title}) ==
        Fragments{"La <mark>pêche</mark> reprendra lundi.",
                  "La flotte attend la <mark>pêche</mark>."});
  SUBCASE("nor at the beginning when nothing is marked") {
    CHECK(shown("volcan", body, {.size = 60, .title = title}) ==
          Fragments{"La pêche reprendra lundi."});
  }
  SUBCASE("unless there is nothing else") {
    CHECK(shown("pêche", title, {.title = title}) ==
          Fragments{"L’accord sur la <mark>pêche</mark> est signé"});
  }
}

TEST_CASE("fragments: a phrase is never cut, nor parted from its mark") {
  std::string body = "Il parle";
  for (int i = 0; i < 30; ++i) body += " encore et encore";
  body += " du conseil de sécurité";
  for (int i = 0; i < 30; ++i) body += " toujours et toujours";
  for (const std::size_t size : {5U, 20U, 30U, 60U}) {
    CAPTURE(size);
    const Fragments fragments = shown("\"conseil de sécurité\"", body, {.size = size});
    REQUIRE(fragments.size() == 1);
    CHECK(fragments[0].find("<mark>conseil de sécurité</mark>") != std::string::npos);
  }
}

TEST_CASE("fragments: text without spaces is cut between words and characters") {
  std::string body;
  for (int i = 0; i < 100; ++i) body += "今日は良い天気ですね";
  body += "地震";
  for (int i = 0; i < 100; ++i) body += "今日は良い天気ですね";
  const Fragments fragments = shown("地震", body, {.size = 20});
  REQUIRE(fragments.size() == 1);
  CHECK(fragments[0].find("<mark>地震</mark>") != std::string::npos);
  CHECK(fragments[0].size() < 100);
}

TEST_CASE("fragments: none of an empty text, none when none is wanted") {
  CHECK(shown("paix", "").empty());
  CHECK(shown("paix", " \n\n ").empty());
  CHECK(shown("paix", "La paix.", {.count = 0}).empty());
}

TEST_CASE("fragments: as many as asked for, best first, from a text of a million words") {
  std::string body;
  for (int i = 0; i < 200000; ++i) {
    body += "La paix est loin, dit la voix " + std::to_string(i) + ". ";
  }
  body += "Un référendum pour la paix aura lieu.";
  const Fragments fragments = shown("paix référendum", body, {.count = 7, .size = 40});
  REQUIRE(fragments.size() == 7);
  CHECK(fragments[0] == "Un <mark>référendum</mark> pour la <mark>paix</mark> aura lieu.");
}

TEST_CASE("fragments: a sentence says more than a heading, a whole sentence more than a part") {
  const std::string body =
      "- Une réforme des ports -\n\nLe ministre a confirmé mardi que la réforme des ports serait "
      "votée "
      "avant l'été par les deux chambres.";
  CHECK(
      shown("réforme ports", body, {.count = 1}) ==
      Fragments{
          "Le ministre a confirmé mardi que la <mark>réforme</mark> des <mark>ports</mark> serait "
          "votée avant l&#39;été par les deux chambres."});
}

TEST_CASE("fragments: words in the order of the query stand for the phrase they may be") {
  const std::string body =
      "Le caractère humanitaire de l'aide promise par les capitales du nord ne fait guère de "
      "doute.\n\n"
      "Dans la vallée, les habitants attendent depuis des semaines que l'aide humanitaire leur "
      "arrive.";
  CHECK(
      shown("aide humanitaire", body, {.count = 1}) ==
      Fragments{
          "Dans la vallée, les habitants attendent depuis des semaines que l&#39;<mark>aide</mark> "
          "<mark>humanitaire</mark> leur arrive."});
}
