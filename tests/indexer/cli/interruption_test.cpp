// Stopped, killed, shut out: the last commit is always readable, and the same command completes the
// work.
#include <doctest/doctest.h>
#include <signal.h>
#include <xapian.h>

#include <chrono>
#include <string>
#include <thread>

#include "tests/common/index/temporary_folder.h"
#include "tests/indexer/cli/run_program.h"

namespace gazette::testing {
namespace {

constexpr std::size_t kArticles = 2600;  // two full commits and a part of a third

std::string articles(std::size_t from, std::size_t to) {
  std::string out;
  for (std::size_t i = from; i < to; ++i) {
    const std::string n = std::to_string(i);
    out += "{\"id\":\"" + n + "\",\"title\":\"Titre " + n + "\",\"body\":\"Le texte de l'article " +
           n + ".\"}\n";
  }
  return out;
}

std::size_t committed(const std::string& db) {
  try {
    return Xapian::Database(db).get_doccount();
  } catch (const Xapian::Error&) {
    return 0;  // not made yet
  }
}

/// Waits until the database on disk holds `count` articles; false after a minute.
bool wait_for(const std::string& db, std::size_t count) {
  for (int i = 0; i < 1200; ++i) {
    if (committed(db) >= count) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return false;
}

const std::vector<std::string> kFrench = {"LC_ALL=C"};

TEST_CASE("interruption: SIGTERM and Ctrl-C stop after a commit and say so") {
  for (const int signal_number : {SIGTERM, SIGINT}) {
    const TemporaryFolder folder;
    const std::string db = folder / "archive";
    Running running(GAZETTE_INDEXER, {"add", "--db", db, "-"}, kFrench);
    REQUIRE(running.write(articles(0, kArticles)));  // its input stays open: it would wait for more
    REQUIRE(wait_for(db, 1000));
    running.signal(signal_number);
    const Ended ended = running.wait(true);
    CAPTURE(ended.err);
    CHECK(ended.code == 1);
    CHECK(ended.err.find("arrêté à la demande") != std::string::npos);
    const std::size_t kept = committed(db);
    CHECK(ended.err.find(std::to_string(kept) + " ajoutés") != std::string::npos);
    CHECK(run_program(GAZETTE_INDEXER, {"check", "--db", db}).code == 0);
    const Ended again =
        run_program(GAZETTE_INDEXER, {"add", "--db", db, "-"}, articles(0, kArticles), kFrench);
    CHECK(again.code == 0);
    CHECK(again.err.find(std::to_string(kept) + " inchangés") != std::string::npos);
    CHECK(committed(db) == kArticles);
  }
}

TEST_CASE("interruption: kill -9 leaves the last commit readable, running again completes") {
  const TemporaryFolder folder;
  const std::string db = folder / "archive";
  Running running(GAZETTE_INDEXER, {"add", "--db", db, "-"}, kFrench);
  REQUIRE(running.write(articles(0, kArticles)));
  REQUIRE(wait_for(db, 1000));
  running.signal(SIGKILL);
  CHECK(running.wait().code == 128 + SIGKILL);
  const std::size_t kept = committed(db);
  CHECK(kept >= 1000);
  CHECK(run_program(GAZETTE_INDEXER, {"check", "--db", db}).code == 0);
  const Ended again =
      run_program(GAZETTE_INDEXER, {"add", "--db", db, "-"}, articles(0, kArticles), kFrench);
  CHECK(again.code == 0);
  CHECK(committed(db) == kArticles);
}

TEST_CASE("interruption: a second writer is told at once, readers are served meanwhile") {
  const TemporaryFolder folder;
  const std::string db = folder / "archive";
  Running running(GAZETTE_INDEXER, {"add", "--db", db, "-"}, kFrench);
  REQUIRE(running.write(articles(0, 1100)));
  REQUIRE(wait_for(db, 1000));
  for (const char* command : {"add", "remove", "compact"}) {
    CAPTURE(command);
    std::vector<std::string> arguments = {command, "--db", db};
    if (std::string(command) != "compact") arguments.emplace_back("-");
    const Ended second = run_program(GAZETTE_INDEXER, arguments, articles(0, 1), kFrench);
    CHECK(second.code == 2);
    CHECK(second.err.find("déjà ouverte en écriture") != std::string::npos);
  }
  CHECK(run_program(GAZETTE_INDEXER, {"stats", "--db", db}).code == 0);
  CHECK(run_program(GAZETTE_INDEXER, {"dump", "--db", db}).code == 0);
  CHECK(running.wait().code == 0);
  CHECK(committed(db) == 1100);
}

TEST_CASE("interruption: a full disk is told, the last commit stays intact, room lets it go on") {
  const TemporaryFolder folder;
  const std::string db = folder / "archive";
  CHECK(run_program(GAZETTE_INDEXER, {"add", "--db", db, "-"}, articles(0, 50), kFrench).code == 0);
  // No file may grow beyond 400 blocks of 512 bytes: what a full disk is to the one who writes.
  const std::string limited = "trap '' XFSZ; ulimit -f 400; exec \"$0\" add --db \"$1\" -";
  const Ended full =
      run_program("/bin/sh", {"-c", limited, GAZETTE_INDEXER, db}, articles(0, kArticles), kFrench);
  CAPTURE(full.err);
  CHECK(full.code == 2);
  CHECK(full.err.find("l'écriture a échoué") != std::string::npos);
  CHECK(committed(db) >= 50);
  CHECK(run_program(GAZETTE_INDEXER, {"check", "--db", db}).code == 0);
  const Ended again =
      run_program(GAZETTE_INDEXER, {"add", "--db", db, "-"}, articles(0, kArticles), kFrench);
  CHECK(again.code == 0);
  CHECK(committed(db) == kArticles);
}

}  // namespace
}  // namespace gazette::testing
