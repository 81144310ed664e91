// Group commit against real Xapian: what is finished is on disk, a failure is told to those it
// concerns, and the next job goes on.
#include "indexer/push/live_writer.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <xapian.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "common/index/stored_article.h"
#include "tests/common/index/temporary_folder.h"

namespace gazette::indexer {
namespace {

using gazette::testing::TemporaryFolder;

using Articles = std::vector<std::pair<std::string, std::string>>;  // id, title

/// What a job writes: articles, then an id to remove, then something to throw.
struct Plan {
  Articles articles = {};
  std::int64_t embargo = 0;  ///< of them all
  std::string removed = {};
  std::size_t body_bytes = 0;
  bool throws = false;
};

struct End {
  bool ok = false;
  Failure::Kind kind = Failure::Kind::kInternal;
  std::vector<ArticleResult> results;
  std::size_t on_disk = 0;  ///< when it was finished, as a reader sees it
};

class TestJob : public Job {
 public:
  TestJob(Plan plan, std::string database)
      : plan_(std::move(plan)), database_(std::move(database)) {}

  std::future<End> end() { return promise_.get_future(); }

  void read(JobSink& sink) override {
    for (const auto& [id, title] : plan_.articles) {
      Record record;
      record.article.id = id;
      record.article.title = title;
      for (std::size_t i = 0; record.article.body.size() < plan_.body_bytes; ++i) {
        record.article.body += id + "mot" + std::to_string(i) + " ";
      }
      if (plan_.embargo != 0) {
        sink.embargo({std::move(record), plan_.embargo, {}});
      } else if (!sink.take(std::move(record))) {
        return;
      }
    }
    if (!plan_.removed.empty()) sink.remove(plan_.removed);
    if (plan_.throws) throw std::runtime_error("no");
  }
  void result(ArticleResult&& result) override { end_.results.push_back(std::move(result)); }
  void finish(const Failure* failure) override {
    end_.ok = failure == nullptr;
    if (failure != nullptr) end_.kind = failure->kind;
    if (end_.ok) end_.on_disk = Xapian::Database(database_).get_doccount();
    promise_.set_value(std::move(end_));
  }

 private:
  Plan plan_;
  std::string database_;
  End end_;
  std::promise<End> promise_;
};

/// A database in a folder of its own, and its writer.
struct Desk {
  Desk() : database(folder / "archive"), writer(options()) {}

  LiveWriterOptions options() {
    LiveWriterOptions out;
    out.database = database;
    out.trouble = [this](const std::string& text) { said = text; };
    return out;
  }

  std::future<End> put(Plan plan) {
    auto job = std::make_unique<TestJob>(std::move(plan), database);
    std::future<End> end = job->end();
    REQUIRE(writer.reserve(1));
    writer.put(std::move(job), 1);
    return end;
  }

  End put_and_wait(Plan plan) { return put(std::move(plan)).get(); }

  [[nodiscard]] std::size_t on_disk() const { return Xapian::Database(database).get_doccount(); }

  TemporaryFolder folder;
  std::string database;
  std::string said;
  LiveWriter writer;
};

/// No file may grow beyond so many bytes while it lives: what a full disk is to the one who writes.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit before_{};
};

Articles numbered(const std::string& name, int count) {
  Articles out;
  for (int i = 0; i < count; ++i) out.emplace_back(name + std::to_string(i), "titre");
  return out;
}

}  // namespace

TEST_CASE("live writer: what an article says of its places is read, as add reads it") {
  Desk desk;
  CHECK(desk.put_and_wait({.articles = {{"1", "Crue à Limoges"}}}).ok);
  const Xapian::Database db(desk.database);
  const Xapian::Document document = db.get_document(*db.postlist_begin(""));
  const Article article = decode_article(document.get_data()).value();
  REQUIRE(article.places.size() == 1);
  CHECK(article.places[0].id == "insee:87085");
}

TEST_CASE("live writer: makes the database, and what is finished is there for a reader") {
  Desk desk;
  CHECK(desk.on_disk() == 0);
  const End end = desk.put_and_wait({.articles = {{"a", "un"}, {"b", "deux"}}});
  CHECK(end.ok);
  CHECK(end.on_disk == 2);
  REQUIRE(end.results.size() == 2);
  CHECK(end.results[0].fate == Fate::kCreated);
  CHECK(end.results[1].id == "b");
}

TEST_CASE("live writer: created, replaced, unchanged, back again, removed, unknown") {
  Desk desk;
  const auto fate = [&](Plan plan) {
    const End end = desk.put_and_wait(std::move(plan));
    CHECK(end.ok);
    return end.results.at(0).fate;
  };
  CHECK(fate({.articles = {{"a", "un"}}}) == Fate::kCreated);
  CHECK(fate({.articles = {{"a", "un"}}}) == Fate::kUnchanged);
  CHECK(fate({.articles = {{"a", "deux"}}}) == Fate::kReplaced);
  CHECK(fate({.articles = {{"a", "un"}}}) == Fate::kReplaced);
  CHECK(fate({.removed = "a"}) == Fate::kRemoved);
  CHECK(fate({.removed = "a"}) == Fate::kUnknown);
  CHECK(fate({.articles = {{"a", "un"}}}) == Fate::kCreated);
}

TEST_CASE("live writer: within one job the last version of an id stays") {
  Desk desk;
  Articles versions;
  for (int i = 0; i < 200; ++i) versions.emplace_back("a", "version " + std::to_string(i));
  CHECK(desk.put_and_wait({.articles = versions}).on_disk == 1);
  const End again = desk.put_and_wait({.articles = {versions.back()}});
  CHECK(again.results.at(0).fate == Fate::kUnchanged);
}

TEST_CASE("live writer: many jobs at once share commits, and each is told what became of it") {
  Desk desk;
  std::vector<std::future<End>> ends;
  for (const auto& article : numbered("n", 300)) ends.push_back(desk.put({.articles = {article}}));
  for (auto& end : ends) {
    const End got = end.get();
    CHECK(got.ok);
    CHECK(got.results.at(0).fate == Fate::kCreated);
    CHECK(got.on_disk >= 1);
  }
  CHECK(desk.on_disk() == 300);
  desk.writer.stop();
  const LiveFigures figures = desk.writer.figures();
  CHECK(figures.created == 300);
  CHECK(figures.commits < 300);
  CHECK(figures.waiting_jobs == 0);
}

TEST_CASE("live writer: a job larger than a commit's batch is durable as a whole") {
  Desk desk;
  std::future<End> large = desk.put({.articles = numbered("n", 2500)});
  CHECK(desk.put_and_wait({.articles = {{"small", "petit"}}}).ok);
  const End end = large.get();
  CHECK(end.ok);
  CHECK(end.results.size() == 2500);
  CHECK(end.on_disk >= 2500);
}

TEST_CASE("live writer: a stop finishes what is queued") {
  Desk desk;
  std::vector<std::future<End>> ends;
  for (const auto& article : numbered("n", 100)) ends.push_back(desk.put({.articles = {article}}));
  desk.writer.stop();
  CHECK_FALSE(desk.writer.reserve(1));
  for (auto& end : ends) CHECK(end.get().ok);
  CHECK(desk.on_disk() == 100);
}

TEST_CASE("live writer: what a job throws is its own failure") {
  Desk desk;
  const End end = desk.put_and_wait({.throws = true});
  CHECK_FALSE(end.ok);
  CHECK(end.kind == Failure::Kind::kInternal);
  CHECK(desk.said == "no");
  CHECK(desk.put_and_wait({.articles = {{"a", "un"}}}).ok);
}

TEST_CASE("live writer: a second writer is told at once") {
  Desk desk;
  CHECK_THROWS_AS(LiveWriter(desk.options()), ArchiveError);
}

TEST_CASE(
    "live writer: a database killed while it was made is made anew, one that lost its head is "
    "not") {
  const TemporaryFolder folder;
  for (const bool holds_something : {false, true}) {
    CAPTURE(holds_something);
    const std::string db = folder / (holds_something ? "lost" : "stillborn");
    std::filesystem::create_directory(db);
    for (const char* name : {"flintlock", "postlist.glass", "termlist.glass"}) {
      std::ofstream(db + "/" + name) << (holds_something ? "data" : "");
    }
    std::ofstream(db + "/v.tmp") << "half of a version file";
    if (holds_something) {
      CHECK_THROWS_AS(ArchiveWriter{db}, ArchiveError);
    } else {
      ArchiveWriter(db).commit();
      CHECK(Xapian::Database(db).get_doccount() == 0);
    }
  }
}

TEST_CASE("live writer: on a full disk nothing is confirmed, and with room it goes on by itself") {
  Desk desk;
  REQUIRE(desk.put_and_wait({.articles = {{"first", "avant"}}}).ok);
  for (int round = 0; round < 3; ++round) {
    CAPTURE(round);
    const Plan plan{.articles = numbered("round" + std::to_string(round) + "-", 40),
                    .body_bytes = 20'000};
    const std::size_t before = desk.on_disk();
    {
      const FullDisk full(128 << 10);
      const End end = desk.put_and_wait(plan);
      CHECK_FALSE(end.ok);
      CHECK(end.kind == Failure::Kind::kDiskFull);
      CHECK_FALSE(desk.writer.figures().writable);
      CHECK(desk.on_disk() == before);
    }
    const End again = desk.put_and_wait(plan);
    CHECK(again.ok);
    CHECK(again.on_disk == before + 40);
    CHECK(desk.writer.figures().writable);
  }
  desk.writer.stop();
  CHECK(Xapian::Database::check(desk.database) == 0);
}

namespace {

/// A writer with a clock that is set by hand.
struct Timed {
  explicit Timed(const std::string& database, std::int64_t now) : clock(now) {
    LiveWriterOptions options;
    options.database = database;
    options.clock = [this] { return clock.load(); };
    options.released = [this](std::size_t articles) { released.set_value(articles); };
    writer = std::make_unique<LiveWriter>(std::move(options));
  }

  End put(Plan plan, const std::string& database) const {
    auto job = std::make_unique<TestJob>(std::move(plan), database);
    std::future<End> end = job->end();
    REQUIRE(writer->reserve(1));
    writer->put(std::move(job), 1);
    return end.get();
  }

  std::atomic<std::int64_t> clock;
  std::promise<std::size_t> released;
  std::unique_ptr<LiveWriter> writer;
};

}  // namespace

TEST_CASE("live writer: an embargo is kept on disk, and ends by itself, in a later run too") {
  const TemporaryFolder folder;
  const std::string database = folder / "archive";
  constexpr std::int64_t kNoon = 1'800'000'000;
  {
    const Timed timed(database, kNoon - 3600);
    const End end =
        timed.put({.articles = {{"a", "un"}, {"b", "deux"}}, .embargo = kNoon}, database);
    CHECK(end.ok);
    REQUIRE(end.results.size() == 2);
    CHECK(end.results[1].fate == Fate::kHeld);
    CHECK(end.results[1].until == kNoon);
    CHECK(end.on_disk == 0);
  }
  {
    Timed timed(database, kNoon - 1);
    CHECK(timed.put({.articles = {{"c", "trois"}}}, database).on_disk == 1);
    timed.clock = kNoon;
    CHECK(timed.put({.articles = {{"d", "quatre"}}}, database).ok);  // somebody comes, and it looks
    CHECK(timed.released.get_future().get() == 2);
    CHECK(Xapian::Database(database).get_doccount() == 4);
  }
}

TEST_CASE("live writer: what is due at the start is there without anybody coming") {
  const TemporaryFolder folder;
  {
    const Timed timed(folder / "archive", 0);
    CHECK(timed.put({.articles = {{"a", "un"}}, .embargo = 5}, folder / "archive").ok);
  }
  Timed timed(folder / "archive", 6);
  CHECK(timed.released.get_future().get() == 1);
  CHECK(timed.writer->figures().released == 1);
  CHECK(Xapian::Database(folder / "archive").get_doccount() == 1);
}

}  // namespace gazette::indexer
