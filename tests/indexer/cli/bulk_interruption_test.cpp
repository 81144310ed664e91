// A bulk load stopped, killed, out of room: all of it is there or nothing, and the same command
// completes the work.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>
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
      if (std::filesystem::exists(beside + "/base", error)) return true;
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

TEST_CASE("bulk load: where nothing may be made beside, the ordinary way is taken, and said") {
  Load load;
  const std::filesystem::path above = load.folder.path() / "above";
  std::filesystem::create_directories(above / "archive");
  load.db = (above / "archive").string();
  std::string as_somebody = "exec";
  if (geteuid() == 0) {  // root may write anywhere: as nobody, to whom all but `above` belongs
    as_somebody = "exec setpriv --reuid 65534 --regid 65534 --clear-groups";
    REQUIRE(chown((above / "archive").c_str(), 65534, 65534) == 0);
    REQUIRE(chmod(load.folder.path().c_str(), 0755) == 0);
  }
  REQUIRE(chmod(above.c_str(), 0555) == 0);
  const Ended ended = run_program(
      "/bin/sh",
      {"-c", as_somebody + " \"$0\" add --db \"$1\" \"$2\"", GAZETTE_INDEXER, load.db, load.file},
      "", kFrench);
  REQUIRE(chmod(above.c_str(), 0755) == 0);
  CAPTURE(ended.err);
  CHECK(ended.code == 0);
  CHECK(ended.err.find("chargement en bloc impossible ici") != std::string::npos);
  CHECK(load.articles() == kArticles);
}

TEST_CASE("bulk load: the current folder stays the one it is; a relative path is as good as any") {
  Load load;
  load.db = load.folder / "here";
  std::filesystem::create_directories(load.db);
  const auto in_shell = [&](const std::string& folder, const std::string& database) {
    return run_program("/bin/sh",
                       {"-c", "cd \"$1\" && \"$0\" add --db " + database + " \"$2\" && ls",
                        GAZETTE_INDEXER, folder, load.file},
                       "", kFrench);
  };
  const Ended here = in_shell(load.db, ".");
  CAPTURE(here.err);
  CHECK(here.code == 0);
  CHECK(here.out.find("iamglass") != std::string::npos);
  CHECK(load.articles() == kArticles);
  const Ended relative = in_shell(load.folder.path().string(), "there");
  CAPTURE(relative.err);
  CHECK(relative.err.find("impossible") == std::string::npos);
  load.db = load.folder / "there";
  load.beside = load.db + ".bulk";
  load.require_complete();
}

TEST_CASE("bulk load: a signal while it merges lets it end") {
  const Load load;
  Running running(GAZETTE_INDEXER, load.command(), kFrench);
  REQUIRE(load.wait_until_under_way());
  for (int i = 0; i < 6000 && load.articles() == 0; ++i) {
    std::error_code error;
    if (std::filesystem::exists(load.beside + "/0/iamglass", error)) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  running.signal(SIGTERM);
  const Ended ended = running.wait();
  CAPTURE(ended.err);
  CHECK((ended.code == 0 || ended.code == 1));  // it may have ended just before
  load.require_complete();
}

}  // namespace
}  // namespace gazette::testing
