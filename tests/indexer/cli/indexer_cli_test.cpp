// gazette-indexer as it is called: words, exit codes, what goes where.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/common/index/random_article.h"
#include "tests/common/index/temporary_folder.h"
#include "tests/indexer/cli/run_program.h"

namespace gazette::testing {
namespace {

using Json = nlohmann::json;

Ended indexer(const std::vector<std::string>& arguments, const std::string& input = "",
              std::vector<std::string> environment = {}) {
  environment.emplace_back("LC_ALL=C.UTF-8");
  return run_program(GAZETTE_INDEXER, arguments, input, environment);
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string last_line(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text.substr(text.rfind('\n') + 1);
}

struct Folder : TemporaryFolder {
  std::string db = *this / "archive";
};

constexpr const char* kTwo = "{\"id\":\"1\",\"title\":\"Un\"}\n{\"id\":\"2\",\"title\":\"Deux\"}\n";

TEST_CASE("cli: add, again, and what the last line says") {
  const Folder folder;
  const Ended first = indexer({"add", "--db", folder.db, "-"}, kTwo);
  CHECK(first.code == 0);
  CHECK(first.out.empty());
  CHECK(contains(last_line(first.err), "2 ajoutés, 0 mis à jour, 0 inchangés, 0 refusés, "));
  const Ended again = indexer({"add", "--db", folder.db, "-"}, kTwo);
  CHECK(again.code == 0);
  CHECK(contains(last_line(again.err), "0 ajoutés, 0 mis à jour, 2 inchangés, 0 refusés, "));
  const Ended json = indexer({"add", "--db", folder.db, "--json", "-"}, kTwo + std::string("{\n"));
  CHECK(json.code == 1);
  const Json summary = Json::parse(json.out);
  CHECK(summary["unchanged"] == 2);
  CHECK(summary["rejected"] == 1);
  CHECK(summary["articles"] == 2);
}

TEST_CASE("cli: dump reads back to the same archive") {
  const Folder folder;
  RandomArticles random(4);
  std::string input;
  for (int i = 0; i < 120; ++i) input += to_json(random.article()) + "\n";
  CHECK(indexer({"add", "--db", folder.db, "-"}, input).code == 0);
  const Ended dump = indexer({"dump", "--db", folder.db});
  CHECK(dump.code == 0);
  const std::string copy = folder / "copie";
  CHECK(indexer({"add", "--db", copy, "-"}, dump.out).code == 0);
  CHECK(indexer({"dump", "--db", copy}).out == dump.out);
  const Ended again = indexer({"add", "--db", folder.db, "-"}, dump.out);
  CHECK(contains(again.err, "0 ajoutés, 0 mis à jour, 120 inchangés, 0 refusés, "));
}

TEST_CASE("cli: dump reads back a text that shows tags as its words") {
  const Folder folder;
  const std::string page =
      "<html><body><article><h1>Écrire une page</h1><p>Un paragraphe se note &lt;p&gt;Un "
      "texte&lt;/p&gt; dans le fichier, une fin de ligne &lt;br&gt;.</p></article></body></html>";
  CHECK(indexer({"add", "--db", folder.db, "-"}, page).code == 0);
  const Ended dump = indexer({"dump", "--db", folder.db});
  CHECK(contains(dump.out, "<p>Un texte</p>"));
  const Ended again = indexer({"add", "--db", folder.db, "-"}, dump.out);
  CHECK(contains(again.err, "0 ajoutés, 0 mis à jour, 1 inchangés, 0 refusés, "));
}

TEST_CASE("cli: remove, stats, compact, check") {
  const Folder folder;
  CHECK(indexer({"add", "--db", folder.db, "-"},
                "{\"id\":\"1\",\"title\":\"Un\",\"published\":\"2023-09-22T23:30:00Z\",\"source\":"
                "\"S\"}\n"
                "{\"id\":\"2\",\"title\":\"Deux\",\"published\":\"2021-01-01\"}\n"
                "{\"id\":\"-3\",\"title\":\"Trois\",\"source\":\"S\"}\n")
            .code == 0);
  const Json stats = Json::parse(indexer({"stats", "--db", folder.db, "--json"}).out);
  CHECK(stats["articles"] == 3);
  CHECK(stats["first_date"] == "2021-01-01");
  CHECK(stats["last_date"] == "2023-09-23");
  CHECK(stats["sources"][0]["count"] == 2);
  const Ended removed = indexer({"remove", "--db", folder.db, "1", "inconnu"});
  CHECK(removed.code == 1);
  CHECK(contains(removed.err, "inconnu"));
  CHECK(indexer({"remove", "--db", folder.db, "--", "-3"}).code == 0);
  CHECK(indexer({"compact", "--db", folder.db}).code == 0);
  CHECK(indexer({"check", "--db", folder.db}).code == 0);
  CHECK(Json::parse(indexer({"stats", "--db", folder.db, "--json"}).out)["articles"] == 1);
  CHECK(indexer({"add", "--db", folder.db, "-"}, kTwo).code == 0);
}

TEST_CASE(
    "cli: a compacted database keeps its permissions; the folder one stands in is not swapped") {
  const Folder folder;
  CHECK(indexer({"add", "--db", folder.db, "-"}, kTwo).code == 0);
  const auto mine = std::filesystem::perms::owner_all;
  std::filesystem::permissions(folder.db, mine);
  CHECK(indexer({"compact", "--db", folder.db + "/"}).code == 0);
  CHECK(std::filesystem::status(folder.db).permissions() == mine);
  CHECK_FALSE(std::filesystem::exists(folder.db + ".bulk"));
  const std::string inside = "cd \"$1\" && exec \"$0\" compact --db .";
  const Ended refused = run_program("/bin/sh", {"-c", inside, GAZETTE_INDEXER, folder.db});
  CHECK(refused.code == 2);
  CHECK_FALSE(refused.err.empty());
  CHECK(indexer({"check", "--db", folder.db}).code == 0);
}

TEST_CASE("cli: check says what is damaged") {
  const Folder folder;
  RandomArticles random(9);
  std::string input;
  for (int i = 0; i < 200; ++i) input += to_json(random.article()) + "\n";
  CHECK(indexer({"add", "--db", folder.db, "-"}, input).code == 0);
  CHECK(indexer({"compact", "--db", folder.db}).code == 0);
  // A bit in the middle of the documents, which Xapian's own check does not see.
  const std::string table = folder.db + "/docdata.glass";
  std::fstream file(table, std::ios::in | std::ios::out | std::ios::binary);
  const auto middle = static_cast<std::streamoff>(std::filesystem::file_size(table) / 2);
  file.seekg(middle);
  const char byte = static_cast<char>(file.get() ^ 0x10);
  file.seekp(middle);
  file.put(byte);
  file.close();
  const Ended check = indexer({"check", "--db", folder.db});
  CHECK(check.code == 2);
  CHECK_FALSE(check.err.empty());
}

TEST_CASE("cli: what cannot be run says why, and the code is 2") {
  const Folder folder;
  struct Case {
    std::vector<std::string> arguments;
    const char* says;
  };
  const Case cases[] = {
      {{}, "quelle commande"},
      {{"ad", "--db", folder.db}, "vouliez-vous dire add"},
      {{"stats", "--dbb", "x"}, "vouliez-vous dire --db"},
      {{"stats"}, "GAZETTE_DB"},
      {{"stats", "--db", folder / "absente"}, "base introuvable"},
      {{"add", "--db", folder.db}, "rien à ajouter"},
      {{"add", "--db", folder.db, folder / "absent"}, "ni fichier ni dossier"},
      {{"add", "--db", folder.db, "--threads", "mille", "-"}, "--threads"},
      {{"add", "--db", folder.db, "--format", "docx", "-"}, "ndjson"},
      {{"remove", "--db", folder.db}, "rien à retirer"},
      {{"stats", "--db", folder.db, "--lang", "eo"}, "fr ou en"},
      {{"stats", "--config", folder / "absent.toml"}, "configuration illisible"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.says);
    const Ended ended = indexer(c.arguments);
    CHECK(ended.code == 2);
    CHECK(contains(ended.err, c.says));
    CHECK(ended.out.empty());
  }
  CHECK_FALSE(std::filesystem::exists(folder.db));
}

TEST_CASE("cli: help and version, in French or English") {
  const Ended help = indexer({"--help"});
  CHECK(help.code == 0);
  CHECK(help.out.starts_with("Exemples"));
  CHECK(indexer({"--help"}, "", {"LC_ALL=en_GB.UTF-8"}).out.starts_with("Exemples"));
  CHECK(indexer({"--help", "--lang", "en"}).out.starts_with("Examples"));
  for (const char* command : {"add", "remove", "dump", "check", "compact", "stats"}) {
    CAPTURE(command);
    const Ended topic = indexer({command, "--help"});
    CHECK(topic.code == 0);
    CHECK(contains(topic.out, std::string("gazette-indexer ") + command));
    CHECK(contains(help.out, std::string("  ") + command));
  }
  CHECK(contains(indexer({"--version"}).out, "gazette-indexer "));
}

TEST_CASE("cli: flags win over the environment, which wins over the config file") {
  const Folder folder;
  for (const char* name : {"drapeau", "variable", "fichier"}) {
    CHECK(
        indexer({"add", "--db", folder / name, "-"}, std::string("{\"title\":\"") + name + "\"}\n")
            .code == 0);
  }
  std::ofstream(folder / "c.toml")
      << "db = \"" << (folder / "fichier") << "\"\n[add]\nthreads = 2\n[server]\nlisten = 1\n";
  const std::string config = folder / "c.toml";
  const std::string variable = "GAZETTE_DB=" + (folder / "variable");
  CHECK(contains(indexer({"dump", "--config", config}).out, "fichier"));
  CHECK(contains(indexer({"dump", "--config", config}, "", {variable}).out, "variable"));
  CHECK(contains(
      indexer({"dump", "--config", config, "--db", folder / "drapeau"}, "", {variable}).out,
      "drapeau"));
  std::ofstream(config) << "db = \"x\"\n[add]\nthread = 2\n";
  const Ended wrong = indexer({"dump", "--config", config});
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "c.toml:3"));
  CHECK(contains(wrong.err, "add.threads"));
}

TEST_CASE("cli: rejects are written down with source, line, field and reason") {
  const Folder folder;
  const std::string path = folder / "refus.ndjson";
  const Ended ended = indexer({"add", "--db", folder.db, "--rejects", path, "-"},
                              "{\"title\":\"Un\",\"url\":\"mailto:x\"}\n{\"id\":\"x\"}\n");
  CHECK(ended.code == 1);
  CHECK(contains(ended.err, "mailto:x"));
  CHECK(contains(last_line(ended.err), "1 ajoutés"));
  std::ifstream file(path);
  const Json reject = Json::parse(file);
  CHECK(reject["source"] == "-");
  CHECK(reject["line"] == 2);
  CHECK(reject["field"] == "title");
  CHECK_FALSE(reject["reason"].get<std::string>().empty());
}

}  // namespace
}  // namespace gazette::testing
