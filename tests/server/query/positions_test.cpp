// Side by side, near, after: which distances count, and the same by terms and by the text.
#include "server/query/positions.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/server/query/reader.h"

using namespace gazette;
using gazette::testing::Reader;

namespace {

struct Case {
  std::string text;
  std::string query;
  bool stands;
};

}  // namespace

TEST_CASE("positions: what stands near what") {
  const std::vector<Case> cases{
      {"aide humanitaire", "aide PROCHE/1 humanitaire", true},
      {"humanitaire aide", "aide PROCHE/1 humanitaire", true},
      {"aide très humanitaire", "aide PROCHE/1 humanitaire", false},
      {"aide très humanitaire", "aide PROCHE/2 humanitaire", true},
      {"aide humanitaire", "aide SUIVI/1 humanitaire", true},
      {"humanitaire aide", "aide SUIVI/1 humanitaire", false},
      {"aide", "aide PROCHE/5 aide", false},
      {"aide et aide", "aide PROCHE/2 aide", true},
      {"aide et aide", "aide PROCHE/1 aide", false},
      {"l'aide humanitaire urgente", "\"aide humanitaire\" SUIVI/1 urgente", true},
      {"l'aide humanitaire urgente", "\"aide humanitaire\" PROCHE/1 aide", false},
      {"urgente aide humanitaire", "\"aide humanitaire\" PROCHE/1 urgente", true},
      {"urgente a b aide humanitaire", "\"aide humanitaire\" PROCHE/2 urgente", false},
      {"secours d'urgence", "(aide OU secours) SUIVI/1 urgence", true},
      {"aide humanitaire d'urgence", "(\"aide humanitaire\" OU secours) SUIVI/1 urgence", true},
      {"aide alimentaire d'urgence", "(\"aide humanitaire\" OU secours) SUIVI/1 urgence", false},
      {"le cessez-le-feu au Karabakh", "cessez-le-feu SUIVI/2 karabakh", true},
      {"aide humanitaire", "=aide SUIVI/1 =humanitaire", true},
      {"aides humanitaires", "=aide SUIVI/1 humanitaire", false},
      {"aides humanitaires", "aid* SUIVI/1 humanitaire", true},
      {"aide très humanitaire", "\"aide humanitaire\"", false},
      {"Aides humanitaires", "\"aide humanitaire\"", true},
      {"Aides humanitaires", "=\"aide humanitaire\"", false},
      {"Aides humanitaires", "=\"AIDES humanitaires\"", true},
      {"L'aide, humanitaire", "=\"aide humanitaire\"", true},
      {"un état de droit", "=\"état de droit\"", true},
      {"un etat de droit", "=\"état de droit\"", false},
      {"mur de l'état et droit de l'état de droit", "=\"état de droit\"", true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CAPTURE(c.query);
    Reader reader;
    reader.archive.add({.title = "", .body = c.text, .author = "", .day = 0});
    const server::Node node = reader.read(c.query).root;
    CHECK(reader.archive.match(node).size() == (c.stands ? 1 : 0));
    CHECK(stands_in(node, reader.analyzer.analyze(c.text)) == c.stands);
  }
}

TEST_CASE("positions: nothing stands across title and body") {
  Reader reader;
  reader.archive.add({.title = "Une aide", .body = "humanitaire", .author = "", .day = 0});
  CHECK(reader.archive.match(reader.read("\"aide humanitaire\"").root).empty());
  CHECK(reader.archive.match(reader.read("aide PROCHE/100 humanitaire").root).empty());
  CHECK(reader.archive.match(reader.read("=\"aide humanitaire\"").root).empty());
}

TEST_CASE("positions: a word too long for the index keeps its place in a phrase") {
  Reader reader;
  const std::string unindexed(65, 'x');
  reader.archive.add(
      {.title = "", .body = "aide " + unindexed + " humanitaire", .author = "", .day = 0});
  CHECK(reader.archive.match(reader.read("\"aide humanitaire\"").root).empty());
  CHECK(reader.archive.match(reader.read("\"aide " + unindexed + " humanitaire\"").root).size() ==
        1);
}

TEST_CASE("positions: candidates are what the index can say, without what it cannot") {
  Reader reader;
  const server::Node exact = reader.read("=\"aide aux réfugiés\"").root;
  CHECK(exact.exact_phrase);
  const server::Node asked = server::candidates(exact);
  CHECK(testing::describe(asked) ==
        "(and (phrase =aide:0 =aux:1 =réfugiés:2) =aide =aux =réfugiés)");
  for (std::size_t i = 1; i < asked.children.size(); ++i) {
    CHECK(asked.children[i].word.terms.front().front() == 'E');
  }
  const server::Node near = reader.read("aid* PROCHE/3 réfugiés").root;
  CHECK(testing::describe(server::candidates(near)) == "(and aid* réfugiés)");
  const server::Node plain = reader.read("aide PROCHE/3 réfugiés").root;
  CHECK(testing::describe(server::candidates(plain)) == testing::describe(plain));
}
