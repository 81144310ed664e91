// A drop folder: which files are taken, when, and where they go.
#include "indexer/push/watch.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "common/cli/usage_error.h"
#include "indexer/push/file_moves.h"
#include "tests/common/index/temporary_folder.h"

namespace gazette::indexer {
namespace {

namespace fs = std::filesystem;
using gazette::testing::TemporaryFolder;

void write_file(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> paths_of(const std::vector<DropFolder::Found>& found) {
  std::vector<std::string> out;
  for (const auto& file : found) out.push_back(file.path);
  std::sort(out.begin(), out.end());
  return out;
}

/// One file through a writer, as the loop of `watch` would send it.
struct Desk {
  Desk() : root(folder.path() / "drop"), database(folder / "archive") {
    fs::create_directories(root);
  }

  FileOutcome take(const std::string& path, const std::function<void()>& meanwhile = {}) {
    DropFolder drop(root);
    FileOutcome outcome;
    LiveWriterOptions options;
    options.database = database;
    options.threads = 1;
    LiveWriter writer(std::move(options));
    DropFile file{root, path, {}, http::UniqueFd(open((root / path).c_str(), O_RDONLY))};
    struct stat status {};
    REQUIRE(fstat(file.descriptor.get(), &status) == 0);
    file.stamp = stamp_of(status);
    if (meanwhile) meanwhile();
    REQUIRE(writer.reserve(1));
    writer.put(make_file_job(std::move(file), [&](FileOutcome&& got) { outcome = std::move(got); }),
               1);
    writer.stop();
    return outcome;
  }

  [[nodiscard]] std::size_t articles() const { return Xapian::Database(database).get_doccount(); }

  TemporaryFolder folder;
  fs::path root;
  std::string database;
};

constexpr const char* kGood =
    "{\"id\":\"a\",\"title\":\"un\"}\n{\"id\":\"b\",\"title\":\"deux\"}\n";

}  // namespace

TEST_CASE("drop folder: what is a file to take and what is left alone") {
  const TemporaryFolder folder;
  const fs::path root = folder.path();
  write_file(root / "a.json", "{}");
  write_file(root / "sub/deep/b.txt", "x");
  for (const char* name : {".hidden", "c.part", "d.tmp", "e~", "done/old.json", "rejected/old.json",
                           "base/iamglass", "base/x.json", ".git/x.json"}) {
    write_file(root / name, "x");
  }
  write_file(root / "sub/done/inner.json", "x");
  REQUIRE(mkfifo((root / "pipe").c_str(), 0600) == 0);
  fs::create_symlink("/etc/passwd", root / "link");
  fs::create_directory_symlink("..", root / "sub/loop");
  DropFolder drop(root);
  CHECK(paths_of(drop.scan()) ==
        std::vector<std::string>{"a.json", "sub/deep/b.txt", "sub/done/inner.json"});
}

TEST_CASE("drop folder: tells of files that were closed or moved in, in new folders too") {
  const TemporaryFolder folder;
  const fs::path root = folder.path() / "drop";
  fs::create_directories(root);
  DropFolder drop(root);
  CHECK(drop.scan().empty());
  write_file(root / "a.json", "x");
  write_file(folder.path() / "b.json", "x");
  fs::rename(folder.path() / "b.json", root / "b.json");
  const auto first = drop.changes();
  CHECK(first.closed == std::vector<std::string>{"a.json", "b.json"});
  fs::create_directory(root / "sub");
  CHECK(drop.changes().scan);
  CHECK(drop.scan().size() == 2);
  write_file(root / "sub/c.json", "x");
  CHECK(drop.changes().closed == std::vector<std::string>{"sub/c.json"});
}

TEST_CASE("drop folder: one that is not there, or whose done is a link, is refused") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(DropFolder(folder.path() / "none"), UsageError);
  fs::create_symlink("/tmp", folder.path() / "done");
  CHECK_THROWS(DropFolder(folder.path()));
}

TEST_CASE("file job: a good file goes to done, its articles are on disk") {
  Desk desk;
  write_file(desk.root / "sub/a.ndjson", kGood);
  const FileOutcome outcome = desk.take("sub/a.ndjson");
  CHECK(outcome.end == FileOutcome::End::kTaken);
  CHECK(outcome.created == 2);
  CHECK(outcome.where == "done/sub/a.ndjson");
  CHECK(read_file(desk.root / "done/sub/a.ndjson") == kGood);
  CHECK_FALSE(fs::exists(desk.root / "sub/a.ndjson"));
  CHECK(desk.articles() == 2);
}

TEST_CASE("file job: a name that done has already gets a number") {
  Desk desk;
  for (const char* expected : {"done/a.ndjson", "done/a-2.ndjson", "done/a-3.ndjson"}) {
    write_file(desk.root / "a.ndjson", kGood);
    CHECK(desk.take("a.ndjson").where == expected);
  }
}

TEST_CASE("file job: read in part it goes to done, with the rejects noted") {
  Desk desk;
  write_file(desk.root / "a.ndjson", std::string(kGood) + "{\"title\":\n{}\n");
  const FileOutcome outcome = desk.take("a.ndjson");
  CHECK(outcome.end == FileOutcome::End::kTaken);
  CHECK(outcome.rejected == 2);
  const std::string rejects = read_file(desk.root / "rejected/a.ndjson.rejects.ndjson");
  CHECK(std::count(rejects.begin(), rejects.end(), '\n') == 2);
  CHECK(rejects.find("\"line\":3") != std::string::npos);
  CHECK(std::distance(fs::directory_iterator(desk.root / "rejected"), {}) == 1);
}

TEST_CASE("file job: with nothing to read it goes to rejected, with the reason beside it") {
  Desk desk;
  write_file(desk.root / "a.json", std::string("\0\1\2\3", 4));
  const FileOutcome outcome = desk.take("a.json");
  CHECK(outcome.end == FileOutcome::End::kRefused);
  CHECK(fs::exists(desk.root / "rejected/a.json"));
  CHECK(read_file(desk.root / "rejected/a.json.reason.txt").starts_with("a.json"));
  CHECK(desk.articles() == 0);
}

TEST_CASE("file job: a file that is written to meanwhile stays, one that vanishes does no harm") {
  Desk desk;
  write_file(desk.root / "a.ndjson", kGood);
  FileOutcome outcome = desk.take("a.ndjson", [&] {
    std::ofstream(desk.root / "a.ndjson", std::ios::app) << "{\"id\":\"c\",\"title\":\"trois\"}\n";
  });
  CHECK(outcome.end == FileOutcome::End::kStays);
  CHECK(fs::exists(desk.root / "a.ndjson"));
  outcome = desk.take("a.ndjson");
  CHECK(outcome.end == FileOutcome::End::kTaken);
  CHECK(desk.articles() == 3);
  write_file(desk.root / "b.ndjson", kGood);
  outcome = desk.take("b.ndjson", [&] { fs::remove(desk.root / "b.ndjson"); });
  CHECK(outcome.end == FileOutcome::End::kStays);
}

TEST_CASE("file moves: nothing is ever replaced") {
  const TemporaryFolder folder;
  write_file(folder.path() / "a", "new");
  write_file(folder.path() / "b", "old");
  CHECK_FALSE(move_file(folder.path() / "a", folder.path() / "b"));
  CHECK(read_file(folder.path() / "b") == "old");
  CHECK_FALSE(move_file(folder.path() / "none", folder.path() / "c"));
  CHECK(free_name(folder.path(), "b") == folder.path() / "b-2");
  CHECK(move_file(folder.path() / "a", folder.path() / "c"));
}

}  // namespace gazette::indexer
