// What is marked in a text: the query's words in all their spellings, phrases only where they
// stand.
#include <doctest/doctest.h>

#include <string>

#include "tests/server/highlight/query_marks.h"

using gazette::Analyzer;
using gazette::server::Highlighter;
using gazette::server::Marks;
using gazette::server::Span;
using gazette::testing::marked;

namespace {

struct Case {
  std::string why, query, text, html;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CAPTURE(c.query);
    CHECK(marked(c.query, c.text) == c.html);
  }
}

}  // namespace

TEST_CASE("marks: the word and not its elided article") {
  check({
      {"straight apostrophe", "azerbaïdjan", "Bakou, l'Azerbaïdjan.",
       "Bakou, l&#39;<mark>Azerbaïdjan</mark>."},
      {"curly apostrophe, no accents typed", "azerbaidjan", "Bakou, l’Azerbaïdjan.",
       "Bakou, l’<mark>Azerbaïdjan</mark>."},
      {"capitals", "azerbaïdjan", "L'AZERBAÏDJAN ENVOIE", "L&#39;<mark>AZERBAÏDJAN</mark> ENVOIE"},
      {"qu'", "hier", "Ce n’est qu’hier.", "Ce n’est qu’<mark>hier</mark>."},
      {"the article typed too", "l'Arménie", "Vers l’Arménie, l'Arménie.",
       "Vers l’<mark>Arménie</mark>, l&#39;<mark>Arménie</mark>."},
      {"aujourd'hui is one word", "aujourd’hui", "Aujourd'hui encore",
       "<mark>Aujourd&#39;hui</mark> encore"},
  });
}

TEST_CASE("marks: accents, case, ligatures, inflections and normal forms do not matter") {
  check({
      {"inflections", "réfugié", "Des réfugiées, un REFUGIE, la fuite.",
       "Des <mark>réfugiées</mark>, un <mark>REFUGIE</mark>, la fuite."},
      {"accentless query", "refugies", "Les réfugiés", "Les <mark>réfugiés</mark>"},
      {"ligature", "coeur", "Au cœur du pays", "Au <mark>cœur</mark> du pays"},
      {"decomposed text", "réfugiés", "Les re\u0301fugie\u0301s ici",
       "Les <mark>re\u0301fugie\u0301s</mark> ici"},
      {"soft hyphen inside", "gouvernement", "Le gouver\u00adnement cède",
       "Le <mark>gouver\u00adnement</mark> cède"},
      {"a number whatever its spaces", "15000", "Ils sont 15\u202f000 ou 15000.",
       "Ils sont <mark>15\u202f000</mark> ou <mark>15000</mark>."},
      {"exact form only", "=marché", "Le marché, les marchés, il a MARCHÉ.",
       "Le <mark>marché</mark>, les marchés, il a <mark>MARCHÉ</mark>."},
      {"folded form only", "~marche", "La marche, le marché, les marchés.",
       "La <mark>marche</mark>, le <mark>marché</mark>, les marchés."},
      {"inclusive writing", "étudiantes", "Les étudiant·e·s défilent",
       "Les <mark>étudiant·e·s</mark> défilent"},
      {"part of a name", "brien", "Selon O'Brien.", "Selon O&#39;<mark>Brien</mark>."},
      {"nothing else", "paix", "La guerre.", "La guerre."},
  });
}

TEST_CASE("marks: a phrase is one mark where the whole of it stands, and none elsewhere") {
  check({
      {"side by side", "\"aide humanitaire\"",
       "De l'aide humanitaire ; une aide, humanitaire ou non ; l'aide.",
       "De l&#39;<mark>aide humanitaire</mark> ; une <mark>aide</mark>, <mark>humanitaire</mark> "
       "ou non "
       "; l&#39;aide."},
      {"two free words are two marks", "aide humanitaire", "De l'aide humanitaire",
       "De l&#39;<mark>aide</mark> <mark>humanitaire</mark>"},
      {"stop words of the phrase only there", "\"conseil de sécurité\"",
       "Le Conseil de sécurité de l'ONU, un conseil de la sécurité.",
       "Le <mark>Conseil de sécurité</mark> de l&#39;ONU, un conseil de la sécurité."},
      {"across an elision", "\"président de l'Azerbaïdjan\"", "Le président de l’Azerbaïdjan",
       "Le <mark>président de l’Azerbaïdjan</mark>"},
      {"hyphens in the text", "\"cessez le feu\"", "Un cessez-le-feu, il cessa le feu.",
       "Un <mark>cessez-le-feu</mark>, il <mark>cessa le feu</mark>."},
      {"hyphens in the query", "cessez-le-feu", "Un cessez le feu",
       "Un <mark>cessez le feu</mark>"},
      {"the same word twice", "\"bora bora\"", "Bora Bora, Bora.",
       "<mark>Bora Bora</mark>, <mark>Bora</mark>."},
      {"not across paragraphs in one mark", "\"fin du jour\"", "La fin\n\ndu jour",
       "La <mark>fin</mark>\n\n<mark>du jour</mark>"},
      {"a quote inside parts the marks", "\"ministre de la santé\"", "Le ministre de \"la santé\"",
       "Le <mark>ministre de</mark> &quot;<mark>la santé</mark>&quot;"},
      {"a free word beside its phrase", "aide \"aide humanitaire\"",
       "L'aide humanitaire est une aide.",
       "L&#39;<mark>aide humanitaire</mark> est une <mark>aide</mark>."},
      {"overlapping places of one phrase", "\"a b a\"", "Plan A B A B A.",
       "Plan <mark>A B A B A</mark>."},
  });
}

TEST_CASE("marks: proximity marks both operands, at different places, within the window") {
  const std::string text = "La paix, puis la guerre. La guerre est loin de toute idée de paix.";
  check({
      {"any order", "guerre NEAR/3 paix", text,
       "La <mark>paix</mark>, puis la <mark>guerre</mark>. La guerre est loin de toute idée de "
       "paix."},
      {"this order", "guerre THEN/3 paix", text, text},
      {"window counts positions", "guerre NEAR/2 paix", text, text},
      {"different places", "paix NEAR/5 paix", "La paix, la paix !",
       "La <mark>paix</mark>, la <mark>paix</mark> !"},
      {"one place is not two", "paix NEAR/5 paix", "La paix !", "La paix !"},
  });
}

TEST_CASE("marks: stop words alone are marked, beside other words they are not") {
  check({
      {"beside another", "le ministre", "Le ministre et le roi",
       "Le <mark>ministre</mark> et le roi"},
      {"alone", "le la", "Le roi de la fête", "<mark>Le</mark> roi de <mark>la</mark> fête"},
  });
}

TEST_CASE("marks: what was asked of the title alone is marked in the title alone") {
  Analyzer analyzer;
  Marks marks = gazette::testing::marks_of("paix", "", analyzer);
  marks.title_only = true;
  Highlighter highlighter(marks, analyzer);
  CHECK(highlighter.mark("La paix", true) == std::vector<Span>{{3, 7}});
  CHECK(highlighter.mark("La paix", false).empty());
  CHECK(highlighter.fragments("La paix.", {}).at(0).marks.empty());
}

TEST_CASE("marks: a word asked of the title is not marked in the body, the others are") {
  Analyzer analyzer;
  Marks marks = gazette::testing::marks_of("paix guerre", "", analyzer);
  marks.words[0].title_only = true;
  Highlighter highlighter(marks, analyzer);
  CHECK(highlighter.mark("paix guerre", true) == std::vector<Span>{{0, 4}, {5, 11}});
  CHECK(highlighter.mark("paix guerre", false) == std::vector<Span>{{5, 11}});
  CHECK(highlighter.fragments("paix guerre", {}).at(0).marks == std::vector<Span>{{5, 11}});
}

TEST_CASE("marks: a long text is marked to its end, a query without words marks nothing") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "La paix revient au pays. ";
  Analyzer analyzer;
  const Marks marks = gazette::testing::marks_of("paix", text, analyzer);
  const std::vector<Span> spans = Highlighter(marks, analyzer).mark(text, false);
  CHECK(spans.size() == 20000);
  CHECK(text.substr(spans.back().begin, spans.back().end - spans.back().begin) == "paix");
  CHECK(Highlighter(Marks{}, analyzer).mark(text, false).empty());
}
