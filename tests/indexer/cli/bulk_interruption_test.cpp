// A bulk load stopped, killed, out of room: all of it is there or nothing, and the same command
// completes the work.
#include <doctest/doctest.h>
#include <signal.h>
#include <xapian.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <thread>

#include "tests/common/index/temporary_folder.h"
#include "tests/indexer/cli/run_program.h"

namespace gazette::testing {
namespace {

const std::vector<std::string> kFrench = {"LC_ALL=C"};
constexpr std::size_t kArticles = 2000;

/// A place for a database, and enough in a file for a bulk load into it.
struct Load {
  TemporaryFolder folder;
  std::string db = folder / "archive";
  std::string beside = db + ".bulk";
  std::string file = folder / "articles.ndjson";

  Load() {
    std::mt19937 random(8);
    std::ofstream out(file);
    for (std::size_t i = 0; i < kArticles; ++i) {
      out << R"({"id":")" << i << R"(","title":"Titre )" << i << R"(","body":")";
      for (int word = 0; word < 350; ++word) out << "mot" << random() % 20'000 << ' ';
      out << "\"}\n";
    }
  }

  [[nodiscard]] std::vector<std::string> command() const { return {"add", "--db", db, file}; }

  [[nodiscard]] std::size_t articles() const {
    try {
      return Xapian::Database(db).get_doccount();
    } catch (const Xapian::Error&) {
      return 0;  // not made yet
    }
  }

  /// Waits until something is being built beside.
  [[nodiscard]] bool wait_until_under_way() const {
    for (int i = 0; i < 6000; ++i) {
      std::error_code error;
      if (std::filesystem::exists(beside + "/0", error)) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }

  void require_complete() const {
    CHECK(articles() == kArticles);
    CHECK_FALSE(std::filesystem::exists(beside));
    CHECK(run_program(GAZETTE_INDEXER, {"check", "--db", db}).code == 0);
  }
};

TEST_CASE("bulk load: kill -9 at any moment leaves nothing half done, running again completes") {
  const Load load;
  for (const int milliseconds : {0, 150, 400, 800, 1400, 2000}) {
    CAPTURE(milliseconds);
    std::filesystem::remove_all(load.db);
    Running running(GAZETTE_INDEXER, load.command(), kFrench);
    REQUIRE(load.wait_until_under_way());
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    running.signal(SIGKILL);
    running.wait();
    const std::size_t found = load.articles();
    CHECK((found == 0 || found == kArticles));
    CHECK(run_program(GAZETTE_INDEXER, {"check", "--db", load.db}).code == 0);
  }
  CHECK(run_program(GAZETTE_INDEXER, load.command(), "", kFrench).code == 0);
  load.require_complete();
}

TEST_CASE("bulk load: stopped by a signal, what was read so far is there") {
  const Load load;
  Running running(GAZETTE_INDEXER, load.command(), kFrench);
  REQUIRE(load.wait_until_under_way());
  running.signal(SIGINT);
  const Ended ended = running.wait();
  CAPTURE(ended.err);
  CHECK(ended.code == 1);
  CHECK(ended.err.find("arrêté à la demande") != std::string::npos);
  CHECK(ended.err.find(std::to_string(load.articles()) + " ajoutés") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(load.beside));
  CHECK(run_program(GAZETTE_INDEXER, load.command(), "", kFrench).code == 0);
  load.require_complete();
}

TEST_CASE("bulk load: a full disk is told, nothing is left, room lets it go on") {
  const Load load;
  // No file may grow beyond 1000 blocks of 512 bytes: what a full disk is to the one who writes.
  const std::string limited = "trap '' XFSZ; ulimit -f 1000; exec \"$0\" add --db \"$1\" \"$2\"";
  const Ended full =
      run_program("/bin/sh", {"-c", limited, GAZETTE_INDEXER, load.db, load.file}, "", kFrench);
  CAPTURE(full.err);
  CHECK(full.code == 2);
  CHECK(full.err.find("l'écriture a échoué") != std::string::npos);
  CHECK(full.err.find("rien n'a été ajouté") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(load.beside));
  CHECK(load.articles() == 0);
  CHECK(run_program(GAZETTE_INDEXER, load.command(), "", kFrench).code == 0);
  load.require_complete();
}

TEST_CASE("bulk load: a second writer is told at once, readers are served meanwhile") {
  const Load load;
  Running running(GAZETTE_INDEXER, load.command(), kFrench);
  REQUIRE(load.wait_until_under_way());
  const Ended second = run_program(GAZETTE_INDEXER, load.command(), "", kFrench);
  if (load.articles() == 0) {  // it was still under way
    CHECK(second.code == 2);
    CHECK(second.err.find("déjà ouverte en écriture") != std::string::npos);
  }
  CHECK(run_program(GAZETTE_INDEXER, {"stats", "--db", load.db}).code == 0);
  CHECK(running.wait().code == 0);
  load.require_complete();
}

}  // namespace
}  // namespace gazette::testing
