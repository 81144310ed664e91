// "Did you mean": unknown words become the archive's own, all else stays as typed.
#include "server/query/correct.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/server/query/reader.h"

using namespace gazette;
using gazette::testing::Reader;

namespace {

void fill(Reader& reader) {
  const std::vector<std::string> bodies{
      "Le premier ministre Nikol Pachinian et l'Azerbaïdjan négocient.",
      "Nikol Pachinian à Khankendi, en Azerbaïdjan, avec les réfugiés.",
      "Les réfugiés arméniens quittent Khankendi. AZERBAIDJAN.",
      "Le gouvernement annonce une réforme de la retraite. Grève générale.",
      "Le gouvernement et la grève : une réforme retirée, un retrait.",
      "Un retrait encore.",
      "Le cœur de la ville, Łódź, le Conseil constitutionnel.",
  };
  for (const std::string& body : bodies) {
    reader.archive.add({.title = "", .body = body, .author = "", .day = 0});
  }
}

std::vector<std::string> suggestions(Reader& reader, const std::string& q) {
  const server::ResolvedQuery query = reader.read(q);
  return corrected_queries(query, reader.archive, reader.analyzer);
}

}  // namespace

TEST_CASE("correct: the first suggestion for a query with a slip") {
  Reader reader;
  fill(reader);
  struct Case {
    std::string query, suggestion;
  };
  const std::vector<Case> cases{
      {"Pachinyan", "Pachinian"},
      {"Kankendi", "Khankendi"},
      {"azerbaijan", "azerbaïdjan"},
      {"l'Azerbaijan", "l'Azerbaïdjan"},
      {"AZERBAIJAN", "AZERBAÏDJAN"},
      {"gouvernment réforme", "gouvernement réforme"},
      {"  gouvernment  -greve ", "  gouvernement  -greve "},
      {"\"premier minstre\"", "\"premier ministre\""},
      {"titre:gouvernment", "titre:gouvernement"},
      {"refugies armeneins", "refugies arméniens"},
      {"grevve OU refrome", "grève OU réforme"},
      {"constitutionel", "constitutionnel"},
      {"coeru", "cœur"},
      {"lodzz", "łódź"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    const std::vector<std::string> found = suggestions(reader, c.query);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front() == c.suggestion);
  }
}

TEST_CASE("correct: nothing is suggested for what needs none, or allows none") {
  Reader reader;
  fill(reader);
  const std::vector<std::string> queries{
      "gouvernement",     // known
      "gouvernements",    // known by its stem
      "azerbaidjan",      // known without its accent
      "réforme -grevve",  // excluded
      "=gouvernment",     // exactly this form
      "gouvernm*",        // a prefix
      "2032",             // a number
      "abc",              // too short
      "xylophone",        // nothing near
      "aaaa bbbb cccc dddd eeee grevve refrome constitutionel minstre armeneins",
      "",
  };
  for (const std::string& query : queries) {
    CAPTURE(query);
    CHECK(suggestions(reader, query).empty());
  }
}

TEST_CASE("correct: a word that hardly any article has gives way to a far more frequent one") {
  Reader reader;
  const auto add = [&](const std::string& body) {
    reader.archive.add({.title = "", .body = body, .author = "", .day = 0});
  };
  add("Azerbaijan");
  for (int i = 0; i < 19; ++i) add("L'Azerbaïdjan négocie");
  CHECK(suggestions(reader, "l'azerbaijan").empty());
  add("L'Azerbaïdjan accepte");
  CHECK(suggestions(reader, "l'azerbaijan") == std::vector<std::string>{"l'azerbaïdjan"});
  CHECK(suggestions(reader, "azerbaïdjan").empty());
}

TEST_CASE("correct: the nearest first, then the most frequent, no suggestion twice") {
  Reader reader;
  fill(reader);
  const std::vector<std::string> found = suggestions(reader, "retraitt");
  CHECK(found == std::vector<std::string>{"retrait", "retraite"});
}
