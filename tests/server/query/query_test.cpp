// What queries mean, as trees: one table a part of the language.
#include "server/query/query.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/server/query/reader.h"

using namespace gazette;
using gazette::testing::Reader;

namespace {

struct Case {
  std::string query;
  std::string tree;
};

void check(Reader& reader, const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.query);
    CHECK(reader.tree(c.query) == c.tree);
  }
}

}  // namespace

TEST_CASE("query: words side by side are all asked for") {
  Reader reader;
  check(reader, {
                    {"karabakh", "karabakh"},
                    {"aide karabakh", "(and aide karabakh)"},
                    {"  aide\u00A0\u202Fkarabakh\n", "(and aide karabakh)"},
                    {"aide, karabakh !", "(and aide karabakh)"},
                    {"aide aide", "aide"},
                    {"l'Azerbaïdjan", "Azerbaïdjan"},
                    {"cessez-le-feu", "(maybe (and cessez feu) le)"},
                    {"cessez le feu", "(maybe (and cessez feu) le)"},
                    {"15 000 morts", "(and 15 000 morts)"},
                    {"Paris – Londres", "(and Paris Londres)"},
                    {"Alice & Bob", "(and Alice Bob)"},
                    {"", "all"},
                    {" \t\u3000", "all"},
                });
}

TEST_CASE("query: stop words beside other words only rank") {
  Reader reader;
  check(reader, {
                    {"le président", "(maybe président le)"},
                    {"le ET président", "(maybe président le)"},
                    {"(le la) président", "(maybe président le la)"},
                    {"le la de", "(and le la de)"},
                    {"le", "le"},
                    {"+le président", "(and le président)"},
                    {"=le président", "(and =le président)"},
                    {"\"le\" président", "(and le président)"},
                    {"président OU le", "(or président le)"},
                    {"le chat OU la souris", "(or (maybe chat le) (maybe souris la))"},
                    {"président SAUF le", "(not président le)"},
                    {"président SAUF (le chat)", "(not président (and le chat))"},
                    {"le PROCHE/3 président", "(near/3 le président)"},
                    {"le -guerre", "(not le guerre)"},
                    {"le date:2023", "(and le (date 2023))"},
                    {"le auteur:dupont", "(and le (auteur dupont))"},
                    {"le \"de la\"", "(maybe (phrase de:0 la:1) le)"},
                });
}

TEST_CASE("query: phrases in any quotation marks") {
  Reader reader;
  const std::string phrase = "(phrase aide:0 humanitaire:1)";
  check(reader, {
                    {"\"aide humanitaire\"", phrase},
                    {"“aide humanitaire”", phrase},
                    {"„aide humanitaire“", phrase},
                    {"”aide humanitaire”", phrase},
                    {"«\u00A0aide humanitaire\u00A0»", phrase},
                    {"« aide humanitaire »", phrase},
                    {"«aide humanitaire»", phrase},
                    {"»aide humanitaire«", phrase},
                    {"‹ aide humanitaire ›", phrase},
                    {"＂aide humanitaire＂", phrase},
                    {"‘aide humanitaire’", phrase},
                    {"‘l’aide humanitaire’", phrase},
                    {"“aide humanitaire\"", phrase},
                    {"«aide humanitaire\"", phrase},
                    {"\"aide  humanitaire.\"", phrase},
                    {"l’“aide humanitaire”", phrase},
                    {"d'\"aide humanitaire\"", phrase},
                    {"l’aide d’urgence", "(and aide urgence)"},
                    {"« il dit “oui” hier »", "(phrase il:0 dit:1 oui:2 hier:3)"},
                    {"\"cessez-le-feu\"", "(phrase cessez:0 le:1 feu:2)"},
                    {"\"macron\"", "macron"},
                    {"\"\" macron", "macron"},
                    {"\"a b\"\"c d\"", "(and (phrase a:0 b:1) (phrase c:0 d:1))"},
                });
}

TEST_CASE("query: groups inside a phrase") {
  Reader reader;
  check(reader, {
                    {"\"(aide OU assistance) humanitaire\"",
                     "(or (phrase aide:0 humanitaire:1) (phrase assistance:0 humanitaire:1))"},
                    {"\"l'(aide OR assistance sociale) d'urgence\"",
                     "(or (phrase aide:0 urgence:1) (phrase assistance:0 sociale:1 urgence:2))"},
                    {"\"le président (LR) parle\"", "(phrase le:0 président:1 LR:2 parle:3)"},
                    {"\"(rien ou tout) changer\"", "(phrase rien:0 ou:1 tout:2 changer:3)"},
                });
}

TEST_CASE("query: operators in capitals, French and English") {
  Reader reader;
  check(reader, {
                    {"paix ET guerre", "(and paix guerre)"},
                    {"paix AND guerre", "(and paix guerre)"},
                    {"paix OU guerre", "(or paix guerre)"},
                    {"paix OR guerre", "(or paix guerre)"},
                    {"paix SAUF guerre", "(not paix guerre)"},
                    {"paix NOT guerre", "(not paix guerre)"},
                    {"paix ET SAUF guerre", "(not paix guerre)"},
                    {"paix et guerre ou trêve", "(maybe (and paix guerre trêve) et ou)"},
                    {"paix OU guerre trêve", "(or paix (and guerre trêve))"},
                    {"paix ET guerre OU trêve", "(or (and paix guerre) trêve)"},
                    {"(paix OU guerre) trêve", "(and (or paix guerre) trêve)"},
                    {"(paix OU (guerre OU trêve))", "(or paix guerre trêve)"},
                    {"paix SAUF guerre trêve", "(not (and paix trêve) guerre)"},
                    {"paix SAUF (guerre OU trêve)", "(not paix (or guerre trêve))"},
                    {"paix OU SAUF guerre", "(or paix (not all guerre))"},
                    {"SAUF guerre", "(not all guerre)"},
                    {"SAUF guerre SAUF paix", "(not all guerre paix)"},
                    {"ET(paix)", "paix"},
                });
}

TEST_CASE("query: a hyphen excludes only after a space and before a word") {
  Reader reader;
  check(reader, {
                    {"paix -guerre", "(not paix guerre)"},
                    {"-guerre paix", "(not paix guerre)"},
                    {"paix -\"guerre civile\"", "(not paix (phrase guerre:0 civile:1))"},
                    {"paix -(guerre OU trêve)", "(not paix (or guerre trêve))"},
                    {"(-guerre paix)", "(not paix guerre)"},
                    {"paix -titre:guerre", "(not paix t:guerre)"},
                    {"paix -=guerre", "(not paix =guerre)"},
                    {"paix −guerre", "(not paix guerre)"},
                    {"paix - guerre", "(and paix guerre)"},
                    {"paix –guerre", "(and paix guerre)"},
                    {"paix --guerre", "(and paix guerre)"},
                    {"porte-avions", "(and porte avions)"},
                    {"paix -5", "(and paix 5)"},
                    {"paix -ET trêve", "(not (and paix trêve) ET)"},
                    {"+paix guerre", "(and paix guerre)"},
                    {"C++ Paris", "(maybe Paris C)"},
                });
}

TEST_CASE("query: proximities") {
  Reader reader;
  check(reader,
        {
            {"aide PROCHE/3 gaza", "(near/3 aide gaza)"},
            {"aide NEAR/3 gaza", "(near/3 aide gaza)"},
            {"aide SUIVI/2 gaza", "(then/2 aide gaza)"},
            {"aide ADJ/2 gaza", "(then/2 aide gaza)"},
            {"aide PROCHE gaza", "(near/10 aide gaza)"},
            {"aide PROCHE/0 gaza", "(near/1 aide gaza)"},
            {"aide PROCHE/4000000000000 gaza", "(near/100 aide gaza)"},
            {"\"aide humanitaire\" PROCHE/5 gaza", "(near/5 (phrase aide:0 humanitaire:1) gaza)"},
            {"(aide OU secours) SUIVI/5 gaza", "(then/5 (or aide secours) gaza)"},
            {"(aide OU \"secours rouge\") SUIVI/5 gaza",
             "(then/5 (or aide (phrase secours:0 rouge:1)) gaza)"},
            {"aide PROCHE/3 gaza SUIVI/4 paix", "(and (near/3 aide gaza) (then/4 gaza paix))"},
            {"cessez-le-feu PROCHE/5 gaza", "(near/5 (phrase cessez:0 le:1 feu:2) gaza)"},
            {"paix aide PROCHE/3 gaza", "(and paix (near/3 aide gaza))"},
            {"SAUF aide PROCHE/3 gaza", "(not all (near/3 aide gaza))"},
            {"titre:(aide PROCHE/3 gaza)", "(near/3 t:aide t:gaza)"},
            {"(aide secours) PROCHE/3 gaza", "(and (near/3 aide gaza) (near/3 secours gaza))"},
            {"aide PROCHE/3 -gaza", "(not aide gaza)"},
            {"aide PROCHE/3 auteur:dupont", "(and aide (auteur dupont))"},
            {"titre:aide PROCHE/3 gaza", "(and t:aide gaza)"},
            {"=aide PROCHE/3 gaza", "(near/3 =aide gaza)!"},
            {"aid* PROCHE/3 \"=gaza\"", "(near/3 aid* gaza)!"},
        });
}

TEST_CASE("query: signs on words") {
  Reader reader;
  check(reader, {
                    {"azerb*", "azerb*"},
                    {"l'azerb*", "azerb*"},
                    {"anti-corrup*", "(and anti corrup*)"},
                    {"Pachinyan~", "Pachinyan~"},
                    {"Pachinyan~1", "Pachinyan~"},
                    {"=Macron", "=Macron"},
                    {"=\"Aide humanitaire\"", "(phrase =Aide:0 =humanitaire:1)!"},
                    {"=cessez-le-feu", "(phrase =cessez:0 =le:1 =feu:2)!"},
                    {"= Macron", "Macron"},
                    {"a=b", "(maybe b a)"},
                    {"2023~", "2023"},
                    {"ab~", "ab"},
                    {"x*", "x"},
                    {"***", "nothing"},
                    {"*mot", "mot"},
                    {"anti*gouv", "anti*"},
                    {"week*", "week*"},
                    {"weekend*", "weekend*"},
                    {"=49.3", "49.3"},
                });
}

TEST_CASE("query: fields in French and English, on words, phrases and groups") {
  Reader reader;
  check(reader, {
                    {"titre:macron", "t:macron"},
                    {"Title:macron", "t:macron"},
                    {"titre: macron", "t:macron"},
                    {"titre:\"aide humanitaire\"", "(phrase t:aide:0 t:humanitaire:1)"},
                    {"titre:(aide OU secours)", "(or t:aide t:secours)"},
                    {"titre:cessez-le-feu", "(maybe (and t:cessez t:feu) t:le)"},
                    {"titre:=Macron", "t:=Macron"},
                    {"titre:azerb*", "t:azerb*"},
                    {"titre:ET", "t:ET"},
                    {"titre:-paix", "t:paix"},
                    {"auteur:dupont", "(auteur dupont)"},
                    {"author:dupont", "(auteur dupont)"},
                    {"auteur:\"Jean Dupont\"", "(auteur 'Jean Dupont')"},
                    {"auteur:«\u00A0Jean Dupont\u00A0»", "(auteur 'Jean Dupont')"},
                    {"auteur:=Dupont", "(auteur 'Dupont')"},
                    {"rubrique:Sport", "(rubrique Sport)"},
                    {"section:Sport", "(rubrique Sport)"},
                    {"lieu:Haut-Karabakh", "(lieu Haut-Karabakh)"},
                    {"place:Paris", "(lieu Paris)"},
                    {"source:AFP,", "(source AFP)"},
                    {"mot-clé:climat", "(mot-clé climat)"},
                    {"mot-cle:climat", "(mot-clé climat)"},
                    {"motclé:climat", "(mot-clé climat)"},
                    {"tag:climat", "(mot-clé climat)"},
                    {"auteur:(dupont OU durand)", "(or (auteur dupont) (auteur durand))"},
                    {"auteur:(jean dupont)", "(and (auteur jean) (auteur dupont))"},
                    {"auteur:dup*", "(auteur dup)"},
                    {"paix -source:AFP", "(not paix (source AFP))"},
                    {"titre:(paix auteur:dupont)", "(and t:paix (auteur dupont))"},
                    {"18:58", "(and 18 58)"},
                    {"Ukraine: la guerre", "(maybe (and Ukraine guerre) la)"},
                    {"Ukraine : la guerre", "(maybe (and Ukraine guerre) la)"},
                    {"sujet:macron", "(and sujet macron)"},
                });
}

TEST_CASE("query: a query without a lower-case letter is plain words") {
  Reader reader;
  check(reader, {
                    {"FRANCE ET ITALIE", "(maybe (and FRANCE ITALIE) ET)"},
                    {"RUSSIE OU UKRAINE", "(maybe (and RUSSIE UKRAINE) OU)"},
                    {"SOURCE: AFP", "(and SOURCE AFP)"},
                    {"TITRE:PAIX", "(and TITRE PAIX)"},
                    {"ETAT D'URGENCE", "(and ETAT URGENCE)"},
                    {"\"ETAT D'URGENCE\"", "(phrase ETAT:0 URGENCE:1)"},
                    {"\"(AIDE OU SECOURS) ROUGE\"", "(phrase AIDE:0 OU:1 SECOURS:2 ROUGE:3)"},
                    {"ONU -OTAN", "(not ONU OTAN)"},
                    {"ET", "ET"},
                    {"OU", "OU"},
                    {"2022 OU 2023", "(or 2022 2023)"},
                    {"ONU OU la paix", "(or ONU (maybe paix la))"},
                });
}

TEST_CASE("query: op=or joins the plain words, and nothing else") {
  Reader reader;
  reader.defaults.op = server::JoinWords::kOr;
  check(reader, {
                    {"aide humanitaire", "(or aide humanitaire)"},
                    {"aide ET humanitaire", "(and aide humanitaire)"},
                    {"aide ET gaza paix", "(or (and aide gaza) paix)"},
                    {"le président", "(maybe président le)"},
                    {"le la", "(or le la)"},
                    {"cessez-le-feu", "(maybe (or cessez feu) le)"},
                    {"cessez le feu", "(maybe (or cessez feu) le)"},
                    {"paix cessez-le-feu", "(maybe (or paix cessez feu) le)"},
                    {"paix trêve -guerre", "(not (or paix trêve) guerre)"},
                    {"+paix trêve", "(maybe paix trêve)"},
                    {"paix trêve auteur:dupont", "(and (or paix trêve) (auteur dupont))"},
                    {"\"aide humanitaire\" gaza", "(or (phrase aide:0 humanitaire:1) gaza)"},
                    {"paix trêve septembre 2023", "(and (or paix trêve) (date 2023-09))"},
                });
}

TEST_CASE(
    "query: match=folded and match=exact change the terms, phrases are verified on the text") {
  Reader reader;
  reader.defaults.match = server::MatchForm::kFolded;
  check(reader, {
                    {"État", "%État"},
                    {"\"État major\"", "(phrase %État:0 %major:1)!"},
                    {"État PROCHE/3 major", "(near/3 %État %major)!"},
                    {"2023", "2023"},
                });
  const server::Node folded = reader.read("État").root;
  CHECK(folded.word.terms == std::vector<std::string>{"Eetat", "Fetat"});
  CHECK_FALSE(folded.word.positional);
  reader.defaults.match = server::MatchForm::kExact;
  CHECK(reader.read("État").root.word.terms == std::vector<std::string>{"Eétat"});
  CHECK(reader.read("titre:État").root.word.terms == std::vector<std::string>{"Gétat"});
}

TEST_CASE("query: words carry their terms, their exact form and their place in the text") {
  Reader reader;
  const server::Node node = reader.read("été d'Arménie").root;
  REQUIRE(node.children.size() == 2);
  const server::Word& word = node.children[1].word;
  CHECK(word.text == "Arménie");
  CHECK(word.begin == std::string("été d'").size());
  CHECK(word.end == std::string("été d'Arménie").size());
  CHECK(word.exact_term == "Earménie");
  CHECK(word.folded_terms == std::vector<std::string>{"Earmenie", "Farmenie"});
  CHECK_FALSE(word.terms.empty());
  CHECK(word.terms.front().front() == 'Z');
  CHECK(word.mark_by == server::Word::MarkBy::kStem);
  CHECK("Z" + word.mark_forms.front() == word.terms.front());
}

TEST_CASE("query: inclusive writing asks for either of its words") {
  Reader reader;
  reader.archive.add({.title = "", .body = "La directrice", .author = "", .day = 0});
  reader.archive.add({.title = "", .body = "Le directeur", .author = "", .day = 0});
  reader.archive.add({.title = "", .body = "Le directoire", .author = "", .day = 0});
  for (const server::MatchForm match :
       {server::MatchForm::kStem, server::MatchForm::kFolded, server::MatchForm::kExact}) {
    reader.defaults.match = match;
    for (const std::string query : {"directeur·rice", "=directeur·rice", "\"directeur·rice\""}) {
      CAPTURE(query);
      CHECK(reader.archive.match(reader.read(query).root) == std::set<std::size_t>{0, 1});
    }
  }
}

TEST_CASE("query: a query of filters or exclusions only has no words to rank by") {
  Reader reader;
  CHECK(reader.read("paix").has_words);
  CHECK(reader.read("paix -guerre").has_words);
  CHECK_FALSE(reader.read("-guerre").has_words);
  CHECK_FALSE(reader.read("auteur:dupont").has_words);
  CHECK_FALSE(reader.read("septembre 2023").has_words);
  CHECK_FALSE(reader.read("").has_words);
}
