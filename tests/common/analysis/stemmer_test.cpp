// Families that news needs together, and words that must stay apart.
#include "common/analysis/stemmer.h"

#include <doctest/doctest.h>

#include <vector>

namespace {

using gazette::Stemmer;

TEST_CASE("stemmer: one family, one stem") {
  const std::vector<std::vector<std::string_view>> families = {
      {"français", "française", "françaises"},
      {"azerbaïdjanais", "azerbaïdjanaise", "azerbaïdjanaises"},
      {"anglais", "anglaise"},
      {"chinois", "chinoise", "chinoises"},
      {"niçois", "niçoise"},
      {"bijou", "bijoux"},
      {"genou", "genoux"},
      {"époux", "épouse"},
      {"travail", "travaux", "travaille"},
      {"journal", "journaux"},
      {"cheval", "chevaux"},
      {"général", "générale", "généraux"},
      {"euro", "euros"},
      {"photo", "photos"},
      {"agenda", "agendas"},
      {"loi", "lois"},
      {"élu", "élus", "élue"},
      {"bleu", "bleus", "bleue"},
      {"feu", "feux"},
      {"acteur", "actrice", "actrices"},
      {"directeur", "directrice"},
      {"active", "actif", "actifs"},
      {"public", "publique", "publics"},
      {"nouveau", "nouvelle", "nouveaux"},
      {"tué", "tuer", "tuées", "tuent"},
      {"œil", "yeux"},
      {"cœur", "coeur", "cœurs"},
      {"mauvais", "mauvaise"},
      {"châtiment", "châtiments", "chatiment"},
      {"réfugié", "réfugiés", "réfugiées"},
  };
  Stemmer stemmer;
  for (const auto& family : families) {
    const std::string stem = stemmer.stem(family.front()).text;
    for (const std::string_view word : family) {
      CAPTURE(word);
      CHECK(stemmer.stem(word).text == stem);
    }
  }
}

TEST_CASE("stemmer: words of different meaning stay apart") {
  const std::vector<std::pair<std::string_view, std::string_view>> pairs = {
      {"tué", "tu"},
      {"collectivité", "collection"},
      {"mauvais", "mauve"},
      {"châtiment", "chat"},
      {"université", "univers"},
      {"important", "importation"},
      {"communication", "commune"},
      {"france", "franc"},
      {"français", "franc"},
      {"mais", "maïs"},
      {"retrait", "retraite"},
      {"messe", "messi"},
      {"musée", "muse"},
      {"maire", "mer"},
      {"général", "génération"},
      {"électeur", "électrique"},
      {"taux", "tal"},
      {"fois", "foi"},
      {"mois", "moi"},
      {"cours", "course"}};
  Stemmer stemmer;
  for (const auto& [a, b] : pairs) {
    CAPTURE(a);
    CAPTURE(b);
    CHECK(stemmer.stem(a).text != stemmer.stem(b).text);
  }
}

TEST_CASE("stemmer: a stem is never empty") {
  Stemmer stemmer;
  for (const std::string_view word :
       {"s", "es", "ées", "ment", "ais", "oise", "trice", "東京", "москва"}) {
    CHECK_FALSE(stemmer.stem(word).text.empty());
  }
}

}  // namespace
