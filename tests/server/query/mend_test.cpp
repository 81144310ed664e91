// What is mended, what is told about it and where; and what strict refuses.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "server/query/limits.h"
#include "tests/server/query/reader.h"

using namespace gazette;
using gazette::testing::Reader;

namespace {

struct Case {
  std::string query;
  std::string interpreted;
  std::string code;
  std::size_t position;
};

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

bool has_code(const server::ResolvedQuery& query, const std::string& code) {
  return std::any_of(query.warnings.begin(), query.warnings.end(),
                     [&](const server::QueryWarning& warning) { return warning.code == code; });
}

}  // namespace

TEST_CASE("mend: each fault is mended, told once, at its place in code points; strict refuses it") {
  Reader reader;
  const std::vector<Case> cases{
      {"\"aide humanitaire", "«\u00A0aide humanitaire\u00A0»", "unbalanced-quote", 0},
      {"été \"aide humanitaire", "été ET «\u00A0aide humanitaire\u00A0»", "unbalanced-quote", 4},
      {"aide humanitaire\"", "aide ET humanitaire", "unbalanced-quote", 16},
      {"aide » humanitaire", "aide ET humanitaire", "unbalanced-quote", 5},
      {"(paix guerre", "paix ET guerre", "unbalanced-parenthesis", 0},
      {"paix) guerre", "paix ET guerre", "unbalanced-parenthesis", 4},
      {"((paix", "paix", "unbalanced-parenthesis", 0},
      {"ET paix", "paix", "leading-operator", 0},
      {"(OU paix) guerre", "paix ET guerre", "leading-operator", 1},
      {"paix ET", "paix", "trailing-operator", 5},
      {"paix SAUF", "paix", "trailing-operator", 5},
      {"(paix OU) guerre", "paix ET guerre", "trailing-operator", 6},
      {"paix ET OU guerre", "paix ET guerre", "doubled-operator", 8},
      {"paix SAUF ET guerre", "paix SAUF guerre", "doubled-operator", 10},
      {"paix SAUF SAUF guerre", "paix SAUF guerre", "doubled-operator", 10},
      {"paix SAUF -guerre", "paix SAUF guerre", "doubled-operator", 10},
      {"sujet:macron", "sujet ET macron", "unknown-field", 0},
      {"titre:", "", "empty-field", 0},
      {"paix titre:", "paix", "empty-field", 5},
      {"titre:auteur:dupont", "auteur:dupont", "empty-field", 0},
      {"paix auteur:\"!\"", "paix", "empty-field", 12},
      {"paix date:2023-13", "paix", "unknown-date", 10},
      {"paix date:2023..2022", "paix ET date:2022-01-01..2023-12-31", "reversed-dates", 10},
      {"paix PROCHE/0 guerre", "paix PROCHE/1 guerre", "distance", 5},
      {"paix PROCHE/900 guerre", "paix PROCHE/100 guerre", "distance", 5},
      {"paix PROCHE/3 auteur:dupont", "paix ET auteur:dupont", "proximity-operand", 0},
      {"\"aide humanitaire\"~5", "«\u00A0aide humanitaire\u00A0»", "sign-after-phrase", 18},
      {"*mot", "mot", "wildcard-place", 0},
      {"anti*gouv paix", "anti* ET paix", "wildcard-place", 0},
      {"x* paix", "x ET paix", "prefix-too-short", 0},
      {"2023~ paix", "2023 ET paix", "fuzzy-number", 0},
      {"vu~ paix", "vu ET paix", "fuzzy-too-short", 0},
      {"macaron~2", "macaron~", "fuzzy-distance", 0},
      {"=macron*", "=macron", "sign-conflict", 0},
      {"auteur:dup*", "auteur:dup", "sign-in-field", 7},
      {"?!", "", "no-words", 0},
      {repeated("a", 65) + " paix", "paix", "word-too-long", 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    const server::ResolvedQuery query = reader.read(c.query);
    CHECK(query.interpreted == c.interpreted);
    REQUIRE_FALSE(query.warnings.empty());
    CHECK(query.warnings.front().code == c.code);
    CHECK(query.warnings.front().position == c.position);
    CHECK(query.warnings.front().detail.size() > 20);
    const auto strict = reader.read_strictly(c.query);
    REQUIRE_FALSE(strict.ok());
    CHECK(strict.error().code == c.code);
    CHECK(strict.error().field == "q");
    CHECK(strict.error().message == query.warnings.front().detail);
  }
}

TEST_CASE("mend: the error of a strict query says where in bytes") {
  Reader reader;
  CHECK(reader.read_strictly("été \"aide").error().offset == std::string("été ").size());
}

TEST_CASE("mend: what is right is not told, and passes when strict") {
  Reader reader;
  const std::vector<std::string> queries{
      "paix",
      "\"aide humanitaire\" -guerre",
      "(paix OU guerre) titre:macron date:2023-09",
      "paix PROCHE/5 guerre",
      "SAUF guerre",
      "azerb* macaron~",
      "karabakh septembre 2023",
      "https://a.b/c?d=e 18:58 l'« Etat »",
      "étudiant(e)s (aide) [crochets] {accolades}",
      "prix : 15 000 € (+3 %) – hausse",
      "",
  };
  for (const std::string& query : queries) {
    CAPTURE(query);
    CHECK(reader.read(query).warnings.empty());
    CHECK(reader.read_strictly(query).ok());
  }
}

TEST_CASE("mend: notes are told but are no fault") {
  Reader reader;
  CHECK(has_code(reader.read("ONU OU OTAN"), "all-capitals"));
  CHECK(reader.read_strictly("ONU OU OTAN").ok());
  CHECK(has_code(reader.read("paix PROCHE guerre"), "default-distance"));
  CHECK(reader.read_strictly("paix PROCHE guerre").ok());
  CHECK(reader.read("ONU OTAN").warnings.empty());
}

TEST_CASE("mend: warnings are in the order of the text, and bounded") {
  Reader reader;
  const server::ResolvedQuery query = reader.read("ET paix OU OU guerre SAUF");
  std::vector<std::string> codes;
  for (const server::QueryWarning& warning : query.warnings) codes.push_back(warning.code);
  CHECK(codes ==
        std::vector<std::string>{"leading-operator", "doubled-operator", "trailing-operator"});
  CHECK(reader.read(repeated("x:y ", 500)).warnings.size() == server::limits::kMaxWarnings);
}

TEST_CASE("mend: past a bound the answer says so, and the rest still works") {
  Reader reader;
  namespace limits = server::limits;
  const server::ResolvedQuery deep = reader.read(repeated("(", 500) + "paix OU guerre");
  CHECK(has_code(deep, "too-deep"));
  CHECK(deep.interpreted == "paix OU guerre");

  const server::ResolvedQuery words = reader.read(repeated("paix ", limits::kMaxWords + 1));
  CHECK(has_code(words, "too-many-words"));
  CHECK(words.interpreted == "paix");
  CHECK_FALSE(has_code(reader.read(repeated("le paix ", 450)), "too-many-words"));

  const server::ResolvedQuery bytes = reader.read(std::string(limits::kMaxQueryBytes, ' ') + "x");
  CHECK(has_code(bytes, "query-too-long"));

  std::string chain = "paix";
  for (std::size_t i = 0; i <= limits::kMaxProximities; ++i)
    chain += " PROCHE/2 mot" + std::to_string(i);
  CHECK(has_code(reader.read(chain), "too-many-proximities"));

  const std::string group = "(a OU b OU c) ";
  CHECK(has_code(reader.read("\"x " + repeated(group, 5) + "\""), "phrase-variants"));
}
