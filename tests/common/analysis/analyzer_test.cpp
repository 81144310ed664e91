// What the analyzer makes of French text, and what holds for any bytes.
#include "common/analysis/analyzer.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "common/utf8.h"

namespace {

using gazette::Analyzer;
using gazette::NameUse;
using gazette::Token;
using gazette::TokenKind;

/// "position:text=folded" of every token, those that are no plain word in brackets.
std::string shown(Analyzer& analyzer, std::string_view text) {
  std::string out;
  for (const Token& token : analyzer.analyze(text)) {
    if (!out.empty()) out += ' ';
    const bool plain = token.kind == TokenKind::kWord;
    out += std::to_string(token.position) + ':' + (plain ? "" : "[") +
           std::string(text.substr(token.begin, token.end - token.begin)) + '=' +
           token.word->folded + (plain ? "" : "]");
  }
  return out;
}

TEST_CASE("analyzer: text becomes tokens with their places and letters") {
  struct Case {
    std::string_view why, text, tokens;
  };
  const std::vector<Case> cases = {
      {"elided articles are not part of the word", "L'Azerbaïdjan, l’Arménie",
       "1:Azerbaïdjan=azerbaidjan 2:Arménie=armenie"},
      {"every apostrophe", "lʼami l´ami l`ami l′ami", "1:ami=ami 2:ami=ami 3:ami=ami 4:ami=ami"},
      {"elision in capitals", "QU'ELLE JUSQU’ICI", "1:ELLE=elle 2:ICI=ici"},
      {"two elisions", "lorsqu'aujourd'hui", "1:aujourd'hui=aujourdhui"},
      {"aujourd'hui is one word", "Aujourd’hui", "1:Aujourd’hui=aujourdhui"},
      {"prud'hommes is one word", "prud'hommes", "1:prud'hommes=prudhommes"},
      {"a consonant after the apostrophe makes a name", "N'Golo", "1:N'Golo=ngolo 1:[Golo=golo]"},
      {"both sides of a foreign name", "O'Brien", "1:O'Brien=obrien 1:[O=o] 1:[Brien=brien]"},
      {"d'Artagnan in one word too", "d'Artagnan", "1:[d'Artagnan=dartagnan] 1:Artagnan=artagnan"},
      {"a quote is no apostrophe", "'Le Monde' dit-il", "1:Le=le 2:Monde=monde 3:dit=dit 4:il=il"},
      {"hyphens part words", "cessez-le-feu", "1:cessez=cessez 2:le=le 3:feu=feu"},
      {"prefixes join too", "anti-terroriste",
       "1:anti=anti 1:[anti-terroriste=antiterroriste] 2:terroriste=terroriste"},
      {"weekend is week-end", "weekend", "1:[weekend=weekend] 1:weekend=week 2:weekend=end"},
      {"thousands by a space", "15 000 euros", "1:15 000=15000 2:euros=euros"},
      {"thousands by no-break spaces", "1\u00A0500\u202F000", "1:1\u00A0500\u202F000=1500000"},
      {"thousands by dots", "15.000", "1:15.000=15000"},
      {"a year is no thousand", "2023 100", "1:2023=2023 2:100=100"},
      {"nor is a telephone number", "06 123 456", "1:06=06 2:123 456=123456"},
      {"decimal comma", "3,5 %", "1:3,5=3.5"},
      {"49.3", "le 49.3.", "1:le=le 2:49.3=49.3"},
      {"a date is three numbers", "12.03.2023", "1:12=12 2:03=03 3:2023=2023"},
      {"letters and digits", "G20, MH17, Covid-19, 1er",
       "1:G20=g20 2:[MH17=mh17] 2:MH17=mh 3:MH17=17 4:Covid=covid 4:[Covid-19=covid19] 5:19=19 "
       "6:1er=1er"},
      {"acronyms with dots", "l'O.N.U. et U.S.A", "1:O.N.U=onu 2:et=et 3:U.S.A=usa"},
      {"an initial is no acronym", "M. Dupont", "1:M=m 2:Dupont=dupont"},
      {"ligatures", "Cœur ﬁn Ægir", "1:Cœur=coeur 2:ﬁn=fin 3:Ægir=aegir"},
      {"letters of the neighbours", "straße Łódź Øresund",
       "1:straße=strasse 2:Łódź=lodz 3:Øresund=oresund"},
      {"Turkish i", "İstanbul ISPARTA ılgaz",
       "1:İstanbul=istanbul 2:ISPARTA=isparta 3:ılgaz=ilgaz"},
      {"soft hyphen and zero-width space", "coopé\u00ADration co\u200Bopération",
       "1:coopé\u00ADration=cooperation 2:co\u200Bopération=cooperation"},
      {"decomposed letters", "e\u0301te\u0301", "1:e\u0301te\u0301=ete"},
      {"inclusive, middle dot", "étudiant·e·s",
       "1:étudiant·e·s=etudiants 1:[étudiant·e·s=etudiantes]"},
      {"inclusive, full stop", "étudiant.e.s.",
       "1:étudiant.e.s=etudiants 1:[étudiant.e.s=etudiantes]"},
      {"inclusive, parentheses", "élu(e)s", "1:élu(e)s=elus 1:[élu(e)s=elues]"},
      {"inclusive, other endings", "directeur·rice",
       "1:directeur·rice=directeur 1:[directeur·rice=directrice]"},
      {"no inclusive form", "dites-le site.fr (e)",
       "1:dites=dites 2:le=le 3:site=site 4:fr=fr 5:e=e"},
      {"Cyrillic and Greek", "Москва Ёлка Ελλάδα", "1:Москва=москва 2:Ёлка=елка 3:Ελλάδα=ελλαδα"},
      {"й is a letter of its own", "Йошкар", "1:Йошкар=йошкар"},
      {"Chinese is segmented", "我在北京", "1:我在=我在 2:北京=北京"},
  };
  Analyzer analyzer;
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(shown(analyzer, c.text) == c.tokens);
  }
}

TEST_CASE("analyzer: a name that is also a word is a name only where it is written as one") {
  struct Case {
    std::string_view text;
    NameUse use;
  };
  const std::vector<Case> cases = {{"à Tours", NameUse::kSurely},
                                   {"deux tours", NameUse::kNever},
                                   {"Tours gagne", NameUse::kPossibly},
                                   {"LA VILLE DE TOURS", NameUse::kPossibly},
                                   {"Fin. Tours suit", NameUse::kPossibly}};
  Analyzer analyzer;
  for (const Case& c : cases) {
    CAPTURE(c.text);
    bool seen = false;
    for (const Token& token : analyzer.analyze(c.text)) {
      if (token.word->folded != "tours") continue;
      seen = true;
      CHECK(token.name_use == c.use);
      CHECK(token.word->name == "tours");
      CHECK(token.word->stem == "tour");
    }
    CHECK(seen);
  }
}

TEST_CASE("analyzer: long runs are skipped but keep their place") {
  Analyzer analyzer;
  const std::string text = "un " + std::string(5000, 'x') + " deux";
  const auto tokens = analyzer.analyze(text);
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[1].position == 3);
}

TEST_CASE("analyzer: positions start where the caller says") {
  Analyzer analyzer;
  CHECK(analyzer.analyze("mot", 41).front().position == 41);
}

/// Bytes that make trouble: letters, accents, marks, apostrophes, digits, separators, broken UTF-8.
std::string hostile(std::mt19937& random) {
  static const std::vector<std::string> pieces = {"a",
                                                  "é",
                                                  "Œ",
                                                  "'",
                                                  "’",
                                                  "l'",
                                                  "qu’",
                                                  "\u0301",
                                                  "\u00AD",
                                                  "\u200B",
                                                  "·",
                                                  "(e)s",
                                                  ".e.s",
                                                  "-",
                                                  " ",
                                                  "\n",
                                                  ".",
                                                  ",",
                                                  "15",
                                                  "000",
                                                  " ",
                                                  "\u202F",
                                                  "中",
                                                  "国",
                                                  "Й",
                                                  "ﬁ",
                                                  "İ",
                                                  "\xC3",
                                                  "\xFF",
                                                  "\xE2\x80",
                                                  "\xF0\x9F\x98\x80",
                                                  "x",
                                                  "S",
                                                  "\0"};
  std::string text;
  const std::size_t count = random() % 60;
  for (std::size_t i = 0; i < count; ++i) text += pieces[random() % pieces.size()];
  return text;
}

TEST_CASE("analyzer: offsets stand on characters, in order, for any bytes") {
  std::mt19937 random(20231122);
  Analyzer analyzer;
  for (int round = 0; round < 20000; ++round) {
    const std::string text = hostile(random);
    CAPTURE(text);
    std::uint32_t last_position = 1;
    std::size_t last_begin = 0;
    for (const Token& token : analyzer.analyze(text)) {
      REQUIRE(token.begin < token.end);
      REQUIRE(token.end <= text.size());
      REQUIRE(gazette::utf8::on_boundary(text, token.begin));
      REQUIRE(gazette::utf8::on_boundary(text, token.end));
      REQUIRE(token.position >= last_position);
      if (token.kind == TokenKind::kWord) {
        REQUIRE(token.begin >= last_begin);
        last_begin = token.begin;
      }
      last_position = token.position;
      REQUIRE(!token.word->folded.empty());
      REQUIRE(!token.word->stem.empty());
      REQUIRE(gazette::utf8::valid(token.word->exact));
      REQUIRE(gazette::utf8::valid(token.word->stem));
    }
  }
}

TEST_CASE("analyzer: the same text gives the same tokens, whatever was read before") {
  std::mt19937 random(7);
  Analyzer used;
  for (int round = 0; round < 300; ++round) {
    const std::string text = hostile(random);
    Analyzer fresh;
    CHECK(shown(used, text) == shown(fresh, text));
  }
}

}  // namespace
