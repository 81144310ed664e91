// Which words the stemmer must leave alone.
#include "common/places/protected_names.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

namespace gazette {
namespace {

TEST_CASE("protected names: places and people in the news are names, ordinary words are not") {
  struct Case {
    NameKind kind;
    std::initializer_list<std::string> words;
  };
  const Case cases[] = {
      {NameKind::kName,
       {"mali",        "gaza",      "azerbaidjan", "karabakh", "rochelle",  "bakou",   "kiev",
        "kyiv",        "marseille", "seine",       "bretagne", "occitanie", "djamena", "ndjamena",
        "francfort",   "lens",      "provence",    "aix",      "donbass",   "crimee",  "bordeaux",
        "messi",       "toure",     "francis",     "macron",   "modi",      "chine",   "cayenne",
        "ouagadougou", "angeles",   "lanka",       "zelande",  "guinee",    "bissau",  "caledonie",
        "moscou",      "belfort",   "montbeliard"}},
      {NameKind::kAlsoCommonWord,
       {"tours", "nice", "sens", "vienne", "orange", "somme", "manche", "reunion", "lourdes",
        "aube", "grasse"}},
      {NameKind::kNone, {"",       "a",       "noire",      "saint",    "sainte",
                         "sur",    "la",      "le",         "ville",    "nord",
                         "haut",   "bas",     "mer",        "grand",    "neuve",
                         "centre", "avion",   "surprise",   "guerre",   "humanitaire",
                         "camion", "village", "republique", "province", "defense",
                         "port",   "sud",     "est",        "ouest",    "pierre",
                         "mal",    "chat",    "tour",       "tue",      "collectivite",
                         "mars",   "mai",     "blanc",      "rouge",    "bois",
                         "pays",   "unis",    "etats",      "royaume",  "azerbaidjanais",
                         "\xff"}},
  };
  for (const Case& c : cases) {
    for (const std::string& word : c.words) {
      CAPTURE(word);
      CHECK(protected_name(word) == c.kind);
    }
  }
}

}  // namespace
}  // namespace gazette
