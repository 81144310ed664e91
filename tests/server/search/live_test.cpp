// The archive under a writer: every answer is of one revision, none fails, what comes is found.
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "common/index/schema.h"
#include "server/search/archive.h"
#include "tests/server/search/random_articles.h"
#include "tests/server/search/test_archive.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

constexpr int kArticles = 25;
constexpr int kCommits = 150;

Article tagged(int number, int commit) {
  Article article;
  article.id = "a" + std::to_string(number);
  article.title = "Titre " + std::to_string(number);
  article.body = "La police de la ville, édition " + std::to_string(commit) + ".";
  article.tags = {"commit-" + std::to_string(commit)};
  return article;
}

/// Waits, without end if need be: a test that never gets there is stopped from outside.
void wait_until(const std::function<bool()>& done) {
  while (!done()) std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

std::size_t total(Archive& archive, const std::string& q) {
  SearchRequest request;
  request.selection.q = q;
  return archive.search(request).value().total;
}

/// One answer, all of one revision: every article was rewritten by each commit.
void check_one_revision(Archive& archive, std::atomic<int>& faults) {
  SearchRequest request;
  request.selection.q = "\"de la ville\" police";
  request.limit = kArticles;
  request.facets = {FacetField::kTag};
  const SearchAnswer answer = archive.search(request).value();
  const bool whole = answer.total == kArticles && answer.hits.size() == kArticles &&
                     answer.facets.at(0).values.size() == 1 &&
                     answer.facets[0].values[0].count == kArticles;
  if (!whole) ++faults;
  for (const Hit& hit : answer.hits) {
    if (hit.article.tags != answer.hits[0].article.tags) ++faults;
  }
}

TEST_CASE("live: while a writer commits without a pause no request fails or mixes revisions") {
  TempFolder folder;
  TestWriter writer(folder.path());
  for (int i = 0; i < kArticles; ++i) writer.add(tagged(i, 0));
  writer.commit();
  Archive archive(folder.path().string(), ArchiveOptions{});
  std::atomic<bool> stop = false;
  std::atomic<int> faults = 0;
  std::atomic<int> failures = 0;
  std::atomic<int> asked = 0;
  std::vector<std::thread> readers;
  for (int r = 0; r < 3; ++r) {
    readers.emplace_back([&] {
      while (!stop) {
        try {
          check_one_revision(archive, faults);
          archive.article("a1", std::nullopt);
          archive.stats();
          ++asked;
        } catch (const std::exception& e) {
          MESSAGE(e.what());
          ++failures;
        }
      }
    });
  }
  for (int commit = 1; commit <= kCommits; ++commit) {
    for (int i = 0; i < kArticles; ++i) writer.add(tagged(i, commit));
    writer.commit();
  }
  wait_until([&] { return asked > 0; });
  stop = true;
  for (std::thread& reader : readers) reader.join();
  CHECK(faults == 0);
  CHECK(failures == 0);
  wait_until([&] { return total(archive, "édition " + std::to_string(kCommits)) == kArticles; });
  CHECK(archive.ready());
}

TEST_CASE("live: what is added, changed or removed is seen") {
  TempFolder folder;
  TestWriter writer(folder.path());
  writer.add(tagged(1, 1));
  writer.commit();
  Archive archive(folder.path().string(), ArchiveOptions{});
  CHECK(total(archive, "police") == 1);
  const std::string before = archive.fingerprint();
  writer.add(tagged(2, 1));
  writer.commit();
  wait_until([&] { return total(archive, "police") == 2; });
  CHECK(archive.fingerprint() != before);
  Article changed = tagged(1, 1);
  changed.body = "Un xylophone.";
  writer.add(changed);
  writer.commit();
  wait_until([&] { return total(archive, "xylophone") == 1; });
  CHECK(total(archive, "police") == 1);
  writer.remove("a2");
  writer.commit();
  wait_until([&] { return total(archive, "police") == 0; });
  CHECK_FALSE(archive.article("a2", std::nullopt).has_value());
}

TEST_CASE("live: an archive made after the start is found when it comes") {
  TempFolder folder;
  const std::filesystem::path path = folder.path() / "later";
  Archive archive(path.string(), ArchiveOptions{});
  CHECK_FALSE(archive.ready());
  CHECK_THROWS_AS(total(archive, "police"), ArchiveUnavailable);
  CHECK_THROWS_AS(archive.stats(), ArchiveUnavailable);
  CHECK_THROWS_AS(archive.revision(), ArchiveUnavailable);
  CHECK(archive.analyze("police").size() == 1);
  write_archive(path, {tagged(1, 1)});
  wait_until([&] { return archive.ready(); });
  wait_until([&] { return total(archive, "police") == 1; });
  CHECK(archive.stats().articles == 1);
}

TEST_CASE("live: a database swapped for its compacted copy is followed") {
  TempFolder folder;
  const std::filesystem::path path = folder.path() / "archive";
  {
    TestWriter writer(path);
    for (int i = 0; i < kArticles; ++i) writer.add(tagged(i, 0));
    writer.commit();
    writer.remove("a0");
    writer.commit();
  }
  Archive archive(path.string(), ArchiveOptions{});
  const std::string before = archive.fingerprint();
  CHECK(total(archive, "police") == kArticles - 1);
  Xapian::Database(path.string()).compact((folder.path() / "compacted").string());
  std::filesystem::rename(path, folder.path() / "old");
  CHECK(total(archive, "police") == kArticles - 1);  // while it is away
  std::filesystem::rename(folder.path() / "compacted", path);
  std::filesystem::remove_all(folder.path() / "old");
  wait_until([&] { return archive.fingerprint() != before; });
  CHECK(total(archive, "police") == kArticles - 1);
  CHECK(archive.article("a3", std::nullopt).value().article.id == "a3");
}

TEST_CASE(
    "live: an index of another version put in its place is refused, and the right one taken") {
  TempFolder folder;
  write_archive(folder.path(), {tagged(1, 1)});
  Archive archive(folder.path().string(), ArchiveOptions{});
  const auto set_version = [&](int version) {
    Xapian::WritableDatabase db(folder.path().string(), Xapian::DB_OPEN);
    db.set_metadata(std::string(schema::kVersionKey), std::to_string(version));
    db.commit();
  };
  set_version(0);
  wait_until([&] { return !archive.ready(); });
  set_version(schema::kVersion);
  wait_until([&] { return archive.ready(); });
  CHECK(total(archive, "police") == 1);
}

TEST_CASE("live: in date orders a cursor goes on across commits without overlap") {
  TempFolder folder;
  Random random(40);
  std::vector<Article> articles = random_articles(random, 60);
  TestWriter writer(folder.path());
  for (const Article& article : articles) writer.add(article);
  writer.commit();
  Archive archive(folder.path().string(), ArchiveOptions{});
  for (const Sort sort : {Sort::kNewest, Sort::kOldest}) {
    SearchRequest request;
    request.selection.sort = sort;
    request.limit = 7;
    std::vector<std::string> seen;
    for (int page = 0; page < 100; ++page) {
      const SearchAnswer answer = archive.search(request).value();
      for (const Hit& hit : answer.hits) seen.push_back(hit.article.id);
      request.cursor = answer.cursor;
      if (answer.cursor.empty()) break;
      Article newcomer = random_article(random, "new" + std::to_string(page));
      newcomer.published = std::nullopt;
      if (sort == Sort::kNewest) {
        newcomer.published = parse_news_time("2030-01-01", TimeZone::paris()).value();
      }
      if (sort == Sort::kOldest) {
        newcomer.published = parse_news_time("1990-01-01", TimeZone::paris()).value();
      }
      const std::uint64_t before = archive.revision();
      writer.add(newcomer);
      writer.commit();
      wait_until([&] { return archive.revision() != before; });
    }
    std::vector<std::string> old;
    for (const std::string& id : seen) {
      if (id.starts_with("a")) old.push_back(id);
    }
    std::vector<std::string> expected;
    for (const std::size_t i : in_date_order(articles, sort == Sort::kOldest)) {
      expected.push_back(articles[i].id);
    }
    CHECK(old == expected);
  }
  SearchRequest request;
  request.selection.q = "police";
  request.limit = 2;
  request.cursor = archive.search(request).value().cursor;
  REQUIRE_FALSE(request.cursor.empty());
  const std::uint64_t before = archive.revision();
  writer.add(random_article(random, "last"));
  writer.commit();
  wait_until([&] { return archive.revision() != before; });
  CHECK(archive.search(request).error().code == "cursor-expired");
}

TEST_CASE("live: an export goes on while other articles come, and stops when its own change") {
  TempFolder folder;
  TestWriter writer(folder.path());
  constexpr int kMany = 400;
  for (int i = 0; i < kMany; ++i) writer.add(tagged(i, 0));
  writer.commit();
  Archive archive(folder.path().string(), ArchiveOptions{});
  int commits = 0;
  const auto count = archive.export_all({}, [&](const Hit&) {
    if (++commits <= 20) {
      writer.add(tagged(10'000 + commits, 1));
      writer.commit();
    }
    return true;
  });
  CHECK(count.value() == kMany);
  std::size_t taken = 0;
  const auto rewrite_at_start = [&](const Hit&) {
    if (++taken == 1) {
      for (int round = 1; round < 5; ++round) {
        for (int i = 0; i < kMany; ++i) writer.add(tagged(i, round));
        writer.commit();
      }
    }
    return true;
  };
  CHECK_THROWS_AS(static_cast<void>(archive.export_all({}, rewrite_at_start)), ArchiveUnavailable);
  CHECK(taken < kMany);
  std::size_t stopped_at = 0;
  CHECK(archive.export_all({}, [&](const Hit&) { return ++stopped_at < 5; }).value() == 5);
}

TEST_CASE("live: an export that starts on a revision already overwritten starts again unseen") {
  TempFolder folder;
  TestWriter writer(folder.path());
  constexpr int kMany = 100;
  for (int i = 0; i < kMany; ++i) writer.add(tagged(i, 0));
  writer.commit();
  Archive archive(folder.path().string(), ArchiveOptions{});
  for (int round = 1; round <= 10; ++round) {
    for (int commit = 0; commit < 3; ++commit) {
      for (int i = 0; i < kMany; ++i) writer.add(tagged(i, 10 * round + commit));
      writer.commit();
    }
    // At once: the follower has not looked yet.
    CHECK(archive.export_all({}, [](const Hit&) { return true; }).value() == kMany);
  }
}

}  // namespace
}  // namespace gazette::server
