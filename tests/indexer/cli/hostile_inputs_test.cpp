// Files made to hurt: each is refused with its reason, the articles beside them are read, and
// memory stays bounded.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/common/index/temporary_folder.h"
#include "tests/indexer/cli/run_program.h"
#include "tests/indexer/readers/gzip_bytes.h"

namespace gazette::testing {
namespace {

using namespace std::string_literals;
namespace fs = std::filesystem;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr const char* kLimit = "true";  // sanitizers reserve more address space than there is
#else
constexpr const char* kLimit = "ulimit -v 900000";  // KiB of addresses: code, stacks, heap
#endif

struct Corpus : TemporaryFolder {
  std::string db = *this / "archive";
  fs::path folder = path() / "corpus";

  Corpus() { fs::create_directories(folder); }

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name, std::ios::binary) << bytes;
  }
};

std::string repeated(std::string_view piece, std::size_t count) {
  std::string out;
  out.reserve(piece.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

/// Runs `command` in a shell of limited memory; "$0" is the indexer, "$1" … are `arguments`.
Ended limited(const std::string& command, std::vector<std::string> arguments) {
  std::vector<std::string> all = {"-c", std::string(kLimit) + " && " + command, GAZETTE_INDEXER};
  for (std::string& argument : arguments) all.push_back(std::move(argument));
  return run_program("/bin/sh", all, "", {"LC_ALL=C.UTF-8"});
}

TEST_CASE("hostile: a folder of them costs what they are, and nothing beside them") {
  const Corpus corpus;
  const std::string good = "{\"id\":\"1\",\"title\":\"Un\"}\n";
  const std::string packed = gzipped(repeated(good, 1) + repeated("\n", 100000));
  corpus.write("a.ndjson", good);
  corpus.write("b-tronque.ndjson.gz", packed.substr(0, packed.size() - 9));
  corpus.write("c-bombe.gz", gzipped(std::string(std::size_t{150} << 20, ' ')));
  corpus.write("d-emboite.json", repeated("[", 3000000));
  corpus.write("e-emboite.ndjson", "{\"title\":" + repeated("{\"a\":", 500000) + "\n" +
                                       "{\"id\":\"2\",\"title\":\"Deux\"}\n");
  corpus.write("f-nuls.txt", std::string(200000, '\0'));
  corpus.write("g-binaire", std::string("\x7F"
                                        "ELF\x02\x01\x01\0\0\0\0\0",
                                        12));
  corpus.write("h-divs.html", "<html>" + repeated("<div>", 1000000));
  corpus.write("i-italiques.html", "<html>" + repeated("<i>x</i>", 1900000));
  corpus.write("j-latin1.ndjson", "{\"id\":\"3\",\"title\":\"D\xE9j\xE0 l'\xE9t\xE9\"}\n");
  corpus.write("k-utf16.ndjson",
               "\xFF\xFE{\0\"\0i\0d\0\"\0:\0\"\0"
               "4\0\"\0,\0\"\0t\0i\0t\0l\0e\0\"\0:\0\"\0\xE9\0\"\0}\0\n\0"s);
  corpus.write("l-vide.json", "");
  corpus.write("sous/z.ndjson", "{\"id\":\"5\",\"title\":\"Cinq\"}\n");
  fs::create_directory_symlink(corpus.folder, corpus.folder / "sous" / "boucle");
  REQUIRE(mkfifo((corpus.folder / "tube").c_str(), 0600) == 0);
  const std::string rejects = corpus / "refus.ndjson";
  const Ended ended =
      limited("exec \"$0\" add --db \"$1\" --rejects \"$2\" --threads 2 --json \"$3\"",
              {corpus.db, rejects, corpus.folder.string()});
  CAPTURE(ended.err);
  REQUIRE(ended.code == 1);
  const nlohmann::json summary = nlohmann::json::parse(ended.out);
  CHECK(summary["articles"] == 5);
  CHECK(summary["files_passed_over"] == 2);
  std::map<std::string, std::string> reasons;
  std::ifstream file(rejects);
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json reject = nlohmann::json::parse(line);
    reasons[fs::path(reject["source"].get<std::string>()).filename()] = reject["reason"];
  }
  for (const char* name :
       {"b-tronque.ndjson.gz", "c-bombe.gz", "d-emboite.json", "e-emboite.ndjson", "f-nuls.txt",
        "g-binaire", "h-divs.html", "i-italiques.html", "l-vide.json"}) {
    CAPTURE(name);
    CHECK(reasons.contains(name));
    CHECK_FALSE(reasons[name].empty());
  }
  CHECK(reasons.size() == 9);
}

TEST_CASE("hostile: a line of 200 MB in a pipe is passed over, the next one is read") {
  const Corpus corpus;
  const Ended ended = limited(
      "{ printf '{\"title\":\"'; head -c 200000000 /dev/zero | tr '\\0' a; "
      "printf '\"}\\n{\"id\":\"2\",\"title\":\"Deux\"}\\n'; } | \"$0\" add --db \"$1\" -",
      {corpus.db});
  CHECK(ended.code == 1);
  CHECK(ended.err.find("ligne de plus de 16 Mio") != std::string::npos);
  CHECK(ended.err.find("1 ajoutés") != std::string::npos);
}

TEST_CASE("hostile: a named pipe is read to its end") {
  const Corpus corpus;
  const std::string pipe = corpus / "tube";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  const Ended ended = limited(
      "{ printf '{\"title\":\"Un\"}\\n' | gzip > \"$2\" & } ; \"$0\" add --db \"$1\" \"$2\"",
      {corpus.db, pipe});
  CHECK(ended.code == 0);
  CHECK(ended.err.find("1 ajoutés") != std::string::npos);
}

TEST_CASE("hostile: files that vanish, or give their place to a pipe, after they were listed") {
  const Corpus corpus;
  const std::string pipe = corpus / "tube";
  REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
  for (const char* name : {"a", "b", "c"}) {
    corpus.write(std::string(name) + ".ndjson",
                 std::string("{\"id\":\"") + name + "\",\"title\":\"T\"}\n");
  }
  // The pipe that is read first holds it until the folder is another.
  const Ended ended = limited(
      "\"$0\" add --db \"$1\" \"$2\" \"$3\" & exec 3>\"$2\"; rm \"$3/a.ndjson\" \"$3/b.ndjson\"; "
      "mkfifo \"$3/b.ndjson\"; exec 3>&-; wait $!",
      {corpus.db, pipe, corpus.folder.string()});
  CAPTURE(ended.err);
  CHECK(ended.code == 1);
  CHECK(ended.err.find("a.ndjson : lecture impossible") != std::string::npos);
  CHECK(ended.err.find("b.ndjson : ce n'est plus un fichier") != std::string::npos);
  CHECK(ended.err.find("1 ajoutés") != std::string::npos);
}

TEST_CASE("hostile: folders deeper than a path may be long are told") {
  const Corpus corpus;
  corpus.write("a.ndjson", "{\"title\":\"Un\"}\n");
  const std::string name(200, 'd');
  const Ended ended = limited(
      "( cd \"$2\" && for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22; do "
      "mkdir \"$3\" && cd \"$3\" || exit; done; echo '{\"title\":\"Deux\"}' > b.ndjson ); "
      "\"$0\" add --db \"$1\" \"$2\"; code=$?; rm -r \"$2\"; exit $code",
      {corpus.db, corpus.folder.string(), name});
  CAPTURE(ended.err.substr(ended.err.size() - 400));
  CHECK(ended.code == 1);
  CHECK(ended.err.find("lecture impossible : File name too long") != std::string::npos);
  CHECK(ended.err.find("1 ajoutés") != std::string::npos);
}

}  // namespace
}  // namespace gazette::testing
