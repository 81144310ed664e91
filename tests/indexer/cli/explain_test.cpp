// `explain` as it is called: what is read of a file and why, one date line, one dateline.
#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/common/index/temporary_folder.h"
#include "tests/indexer/cli/run_program.h"

namespace gazette::testing {
namespace {

using Json = nlohmann::json;

Ended explain(std::vector<std::string> arguments, const std::string& input = "") {
  arguments.insert(arguments.begin(), "explain");
  return run_program(GAZETTE_INDEXER, arguments, input, {"LC_ALL=C.UTF-8"});
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::vector<Json> lines(const std::string& text) {
  std::vector<Json> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(Json::parse(line));
  return out;
}

constexpr const char* kPage =
    "Le Phare\n\nUN FEU DE LANDES ÉTEINT À QUIMPER\n\n3 Février 2022 08:05 (UTC+01:00)\n"
    "UN FEU DE LANDES ÉTEINT À QUIMPER\n\nBrest / Le Phare\n\n"
    "Les pompiers de Quimper ont éteint jeudi matin, après toute une nuit de lutte, le feu qui "
    "menaçait les dernières maisons du hameau.\n\n"
    "Des renforts étaient venus de Brest et de Lorient, et « l’été » de Carhaix n'y fut pour rien, "
    "ont précisé les secours.\n\nLoading...\n";

TEST_CASE("explain: a page, as JSON") {
  const Ended ended = explain({"--json", "-"}, kPage);
  CHECK(ended.code == 0);
  const std::vector<Json> all = lines(ended.out);
  REQUIRE(all.size() == 1);
  const Json& page = all[0];
  CHECK(page["id"] == page["article"]["id"]);
  CHECK(page["article"]["title"] == "UN FEU DE LANDES ÉTEINT À QUIMPER");
  CHECK(page["date"]["value"] == "2022-02-03T08:05:00+01:00");
  CHECK(page["date"]["precision"] == "minute");
  CHECK(page["dateline"]["place"] == "Brest");
  CHECK(page["dateline"]["id"] == "insee:29019");
  CHECK(page["dateline"]["agency"] == "Le Phare");
  CHECK(page["dropped"].size() == 5);
  CHECK(page["dropped"][0]["line"] == 1);
  CHECK(page["dropped"][0]["text"] == "Le Phare");
  REQUIRE(page["mentions"].size() == 4);
  CHECK(page["mentions"][0] == Json({{"field", "title"},
                                     {"start", 26},
                                     {"end", 33},
                                     {"surface", "QUIMPER"},
                                     {"id", "insee:29232"},
                                     {"rule", "preposition"}}));
  const std::u32string body = [&] {  // offsets count code points
    std::u32string out;
    for (const unsigned char c : page["article"]["body"].get<std::string>()) {
      if ((c & 0xC0) != 0x80) out.push_back(c);
    }
    return out;
  }();
  for (const Json& mention : page["mentions"]) {
    if (mention["field"] != "body") continue;
    const std::string surface = mention["surface"];
    CHECK(body.at(mention["start"]) == static_cast<unsigned char>(surface[0]));
    CHECK(mention["end"].get<std::size_t>() - mention["start"].get<std::size_t>() ==
          surface.size());
  }
}

TEST_CASE("explain: as text, in French") {
  const Ended ended = explain({"-"}, kPage);
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "titre : UN FEU DE LANDES ÉTEINT À QUIMPER\n"));
  CHECK(contains(ended.out,
                 "date : 2022-02-03T08:05:00+01:00, à la minute près « 3 Février 2022 08:05"));
  CHECK(contains(ended.out, "provenance : Brest (insee:29019), Le Phare « Brest / Le Phare »"));
  CHECK(contains(ended.out, "titre 26–33  QUIMPER → Quimper (insee:29232), préposition"));
  CHECK(contains(ended.out, "ligne 14 : Loading... — "));
}

TEST_CASE("explain: records of any file, those that are not indexed with their reason") {
  const Ended ended = explain(
      {"--json", "-"},
      "{\"id\":\"1\",\"title\":\"Un\",\"date\":\"le 31/02/2023\","
      "\"body\":\"Brest / Le Phare\\n\\nUn feu à Lorient.\"}\n"
      "{\"id\":\"2\"}\n{\n"
      "{\"id\":\"3\",\"title\":\"Trois\",\"published\":\"2023-09-22\",\"body\":\"Paris -- La "
      "Seine monte.\",\"places\":[\"Lyon\"]}\n");
  CHECK(ended.code == 0);
  const std::vector<Json> all = lines(ended.out);
  REQUIRE(all.size() == 4);
  CHECK_FALSE(all[0]["date"]["rejected"].get<std::string>().empty());
  CHECK(all[0]["date"]["text"] == "le 31/02/2023");
  CHECK(all[0]["dropped"][0]["text"] == "Brest / Le Phare");
  CHECK(all[0]["article"]["body"] == "Un feu à Lorient.");
  for (const std::size_t refused : {1, 2}) {
    CHECK_FALSE(all[refused].contains("article"));
    CHECK_FALSE(all[refused]["reason"].get<std::string>().empty());
    CHECK(all[refused]["line"] == refused + 1);
  }
  CHECK(all[3]["date"] ==
        Json({{"value", "2023-09-22"}, {"precision", "day"}, {"text", "2023-09-22"}}));
  CHECK(all[3]["dateline"]["id"] == "insee:75056");
  CHECK(all[3]["mentions"][0]["rule"] == "dateline");
  CHECK(all[3]["mentions"][0]["start"] == 0);
  CHECK(all[3]["article"]["places"][0]["name"] == "Lyon");
}

TEST_CASE("explain: what it shows is what add writes") {
  const TemporaryFolder folder;
  const Json shown = lines(explain({"--json", "-"}, kPage).out).at(0);
  const std::string db = folder / "archive";
  CHECK(run_program(GAZETTE_INDEXER, {"add", "--db", db, "-"}, kPage).code == 0);
  const Ended dump = run_program(GAZETTE_INDEXER, {"dump", "--db", db});
  CHECK(Json::parse(dump.out) == shown["article"]);
}

TEST_CASE("explain: a date line") {
  struct Case {
    std::vector<std::string> arguments;
    Json expected;  ///< keys that must be there
  };
  const std::vector<Case> cases = {
      {{"22 Septembre 2023 18:58 (UTC+01:00)"},
       {{"value", "2023-09-22T18:58:00+01:00"}, {"precision", "minute"}}},
      {{"22/09/2023 à 18h58", "--timezone", "Pacific/Noumea"},
       {{"value", "2023-09-22T18:58:00+11:00"}, {"precision", "minute"}}},
      {{"hier à 18h58", "--reference", "2023-09-23T08:00:00+02:00"},
       {{"value", "2023-09-22T18:58:00+02:00"}, {"precision", "minute"}}},
      {{"le 1er mars 2021"}, {{"value", "2021-03-01"}, {"precision", "day"}}},
      {{"hier à 18h58"}, {{"rejected", "no-reference"}}},
      {{"31/02/2023"}, {{"rejected", "no-such-day"}}},
      {{""}, {{"rejected", "no-date"}}},
  };
  for (const Case& c : cases) {
    std::vector<std::string> arguments = c.arguments;
    arguments.insert(arguments.begin(), "--date");
    CAPTURE(c.arguments[0]);
    const Ended ended = explain(arguments);
    CHECK(ended.code == 0);
    const std::vector<Json> all = lines(ended.out);
    REQUIRE(all.size() == 1);
    for (const auto& [key, value] : c.expected.items()) CHECK(all[0][key] == value);
  }
}

TEST_CASE("explain: a dateline") {
  const auto read = [](const std::string& text) {
    return lines(explain({"--dateline", text}).out).at(0);
  };
  const Json bakou = read("BAKOU, 22 sept (AFP) - Les autorités");
  CHECK(bakou["place"] == "Bakou");
  CHECK(bakou["id"] == "gn:587084");
  CHECK(bakou["agency"] == "AFP");
  CHECK(bakou["date"] == "09-22");
  const Json two = read("WASHINGTON/PARIS, 22 septembre (Reuters) -");
  CHECK(two["place"] == "Washington;Paris");
  CHECK(two["id"] == "gn:4140963;insee:75056");
  CHECK(read("DÉCRYPTAGE – Brillant")["rejected"] == "rubric");
  CHECK_FALSE(read("Kpakpa-sur-Lac, 3 mars (AFP) -").contains("id"));
}

TEST_CASE("explain: usage") {
  CHECK(explain({}).code == 2);
  CHECK(explain({"--date", "2023", "fichier"}).code == 2);
  CHECK(explain({"--timezone", "Europe/Paris", "--dateline", "Paris"}).code == 2);
  CHECK(contains(explain({"--date", "hier", "--timezone", "Europe/Pari"}).err, "Europe/Paris"));
  CHECK(explain({"--date", "hier", "--reference", "tantôt"}).code == 2);
  CHECK(explain({"/nulle/part.txt"}).code == 2);
  CHECK(contains(explain({"--help"}).out, "--dateline TEXTE"));
}

}  // namespace
}  // namespace gazette::testing
