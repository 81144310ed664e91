// A bulk load makes what the ordinary writer makes, or nothing.
#include "indexer/bulk/bulk_store.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "indexer/enrich/enrich.h"
#include "indexer/pipeline/archive_writer.h"
#include "indexer/readers/read_input.h"
#include "tests/common/index/random_article.h"
#include "tests/common/index/temporary_folder.h"
#include "tests/indexer/bulk/same_database.h"
#include "tests/indexer/readers/collector.h"
#include "tests/source_tree.h"

namespace gazette::indexer {
namespace {

using testing::contents_of;
using testing::TemporaryFolder;
namespace fs = std::filesystem;

void write(ArticleStore& store, const std::vector<Article>& articles) {
  const std::unique_ptr<ArticlePreparer> preparer = store.make_preparer();
  for (const Article& article : articles) store.put(preparer->prepare(article));
  store.finish();
}

/// The same articles in both ways.
struct Both {
  TemporaryFolder folder;
  std::string bulk = folder / "bulk";
  std::string ordinary = folder / "ordinary";

  explicit Both(const std::vector<Article>& articles,
                std::size_t segment_bytes = BulkStore::kSegmentBytes) {
    BulkStore store(bulk, segment_bytes);
    write(store, articles);
    ArchiveWriter writer(ordinary);
    write(writer, articles);
  }

  void require_same() const {
    CHECK(Xapian::Database::check(bulk) == 0);
    CHECK_FALSE(fs::exists(bulk + ".bulk"));
    const auto found = contents_of(Xapian::Database(bulk));
    const auto expected = contents_of(Xapian::Database(ordinary));
    for (const auto& [place, text] : expected) {
      CAPTURE(place);
      const auto same = found.find(place);
      REQUIRE(same != found.end());
      REQUIRE(same->second == text);
    }
    CHECK(found.size() == expected.size());
  }
};

std::vector<Article> random_articles(std::uint32_t seed, std::size_t count) {
  testing::RandomArticles random(seed);
  std::vector<Article> articles;
  while (articles.size() < count) articles.push_back(random.article());
  return articles;
}

void read_articles(const fs::path& path, std::vector<Article>& articles) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  testing::Collected read;
  read_input(
      path.string(), [&bytes] { return from_memory(bytes); }, "auto", ReadOptions{}, read);
  for (Record& record : read.records) {
    enrich(record.article);
    articles.push_back(std::move(record.article));
  }
}

/// Words that are all different: many terms, many keys, many blocks.
Article wide_article(std::uint32_t seed, std::size_t words) {
  std::mt19937 random(seed);
  Article article;
  article.id = "w" + std::to_string(seed);
  article.title = "Mille mots";
  for (std::size_t i = 0; i < words; ++i) article.body += "m" + std::to_string(random()) + " ";
  return article;
}

TEST_CASE("bulk: random articles make the database that the ordinary writer makes") {
  for (const std::size_t count : {1, 2, 50, 600}) {
    CAPTURE(count);
    Both(random_articles(31, count)).require_same();
  }
}

TEST_CASE("bulk: many runs make the same") {
  Both(random_articles(38, 300), 1 << 16).require_same();
  Both(random_articles(39, 40), 1).require_same();  // one article each
}

TEST_CASE("bulk: the sample corpus makes the database that the ordinary writer makes") {
  std::vector<Article> articles;
  for (const auto& file :
       fs::recursive_directory_iterator(testing::source_tree() / "sample-corpus")) {
    if (file.is_regular_file()) read_articles(file.path(), articles);
  }
  REQUIRE(articles.size() >= 80);
  Both(articles, 1 << 20).require_same();
}

TEST_CASE("bulk: long texts, long terms, rare bytes") {
  std::vector<Article> articles = {wide_article(1, 20'000), wide_article(2, 300)};
  Article strange;
  strange.id = std::string(kMaxIdBytes, 'i');
  strange.title = std::string(60, 'a') + " \xF0\x9F\x98\x80 東京 a";
  for (int i = 0; i < 30'000; ++i) strange.body += "la ";  // one term, many positions
  strange.tags = {std::string(3000, 't'), "mot-clé"};
  articles.push_back(strange);
  Article nothing;
  nothing.id = "vide";
  articles.push_back(nothing);
  Both(articles).require_same();
}

TEST_CASE("bulk: near-copies find together as they do one by one") {
  std::vector<Article> articles = random_articles(32, 40);
  for (std::uint32_t seed = 1; seed < 12; ++seed) {
    Article article = wide_article(seed, 200);
    articles.push_back(article);
    for (std::uint32_t copy = 0; copy < seed % 4; ++copy) {
      article.id += "c";
      article.body += "encore une ligne";
      articles.insert(articles.begin() + static_cast<std::ptrdiff_t>(seed * 3 + copy), article);
    }
  }
  const Both both(articles);
  CHECK(Xapian::Database(both.bulk).get_value_freq(schema::kStorySlot) > 10);
  both.require_same();
}

TEST_CASE("bulk: of one id twice the last one stands, the same again changes nothing") {
  std::vector<Article> articles = random_articles(33, 60);
  const TemporaryFolder folder;
  BulkStore store(folder / "archive");
  const std::unique_ptr<ArticlePreparer> preparer = store.make_preparer();
  for (const Article& article : articles) {
    CHECK(store.put(preparer->prepare(article)) == Change::kAdded);
  }
  CHECK(store.put(preparer->prepare(articles[7])) == Change::kUnchanged);
  articles[7].title = "Un autre titre";
  CHECK(store.put(preparer->prepare(articles[7])) == Change::kUpdated);
  CHECK(store.size() == 60);
  store.finish();
  const Xapian::Database db(folder / "archive");
  CHECK(db.get_doccount() == 60);
  CHECK(db.get_termfreq(id_term(articles[7].id)) == 1);
  const Xapian::Document document = db.get_document(*db.postlist_begin(id_term(articles[7].id)));
  CHECK(decode_article(document.get_data()).value() == articles[7]);
}

/// What a store says of editions and withdrawals, one letter each, and what is left in the end.
std::string history(ArticleStore& store, const std::string& place) {
  const std::unique_ptr<ArticlePreparer> preparer = store.make_preparer();
  std::string said;
  const auto put = [&](const std::string& id, std::uint64_t version, const std::string& title) {
    Article article;
    article.id = id;
    article.version = version;
    article.title = title;
    said += "AUSO"[static_cast<int>(store.put(preparer->prepare(article)))];
  };
  const auto withdraw = [&](const std::string& id, std::uint64_t version) {
    said += store.withdraw({.id = id, .version = version, .source = "", .line = 1}) ? 'W' : '-';
  };
  put("a", 2, "Deux");
  put("a", 1, "Un");
  put("a", 3, "Trois");
  put("b", 1, "Un");
  withdraw("b", 2);
  put("b", 2, "Deux");
  put("b", 3, "Trois");
  withdraw("a", 2);
  withdraw("inconnu", 4);
  put("inconnu", 4, "Trop tard");
  put("c", 0, "Sans version");
  withdraw("c", 0);
  put("c", 0, "Et revoilà");
  withdraw("c", 0);
  put("d", 1, "Un");
  withdraw("d", 1);
  store.finish();
  said += " " + std::to_string(store.size());
  const Xapian::Database db(place);
  for (const char* id : {"a", "b", "c", "d"}) {
    said += " " + std::to_string(db.get_termfreq(id_term(id))) + "/" +
            db.get_metadata(std::string(schema::kWithdrawnKeyPrefix) + id);
  }
  return said;
}

TEST_CASE("bulk: editions and withdrawals are heeded as the ordinary writer does") {
  const TemporaryFolder folder;
  BulkStore store(folder / "bulk");
  ArchiveWriter writer(folder / "ordinary");
  const std::string found = history(store, folder / "bulk");
  CHECK(found == history(writer, folder / "ordinary"));
  CHECK(found == "AOUAWOA--OAWAWAW 2 1/ 1/2 0/ 0/1");
}

TEST_CASE("bulk: withdrawals alone are remembered, and are no empty place") {
  const TemporaryFolder folder;
  BulkStore store(folder / "archive");
  store.withdraw({.id = "a", .version = 3, .source = "", .line = 1});
  store.finish();
  const std::string key = std::string(schema::kWithdrawnKeyPrefix) + "a";
  CHECK(Xapian::Database(folder / "archive").get_metadata(key) == "3");
  CHECK_FALSE(BulkStore::possible(folder / "archive"));
}

TEST_CASE("bulk: readers see an empty database until all is there, writers are kept out") {
  const TemporaryFolder folder;
  const std::string place = folder / "archive";
  BulkStore store(place);
  const Xapian::Database before(place);
  CHECK_NOTHROW(schema::require_version(before));
  const std::unique_ptr<ArticlePreparer> preparer = store.make_preparer();
  for (const Article& article : random_articles(34, 20)) store.put(preparer->prepare(article));
  CHECK(Xapian::Database(place).get_doccount() == 0);
  CHECK_THROWS_AS(ArchiveWriter writer(place), ArchiveError);
  store.finish();
  CHECK(Xapian::Database(place).get_doccount() == 20);
  CHECK(before.get_doccount() == 0);  // what was open stays what it was
  CHECK_NOTHROW(ArchiveWriter writer(place));
}

TEST_CASE("bulk: without its end nothing is there; what was left beside goes") {
  const TemporaryFolder folder;
  const std::string place = folder / "archive";
  {
    BulkStore store(place);
    const std::unique_ptr<ArticlePreparer> preparer = store.make_preparer();
    for (const Article& article : random_articles(35, 20)) store.put(preparer->prepare(article));
    CHECK(fs::exists(place + ".bulk"));
  }
  CHECK_FALSE(fs::exists(place + ".bulk"));
  CHECK(Xapian::Database(place).get_doccount() == 0);
  fs::create_directories(place + ".bulk/base");  // as a killed load leaves it
  std::ofstream(place + ".bulk/base/docdata.glass") << "half";
  BulkStore store(place);
  write(store, random_articles(35, 20));
  CHECK(Xapian::Database(place).get_doccount() == 20);
  CHECK_FALSE(fs::exists(place + ".bulk"));
}

TEST_CASE("bulk: only into a place without articles") {
  const TemporaryFolder folder;
  const std::string place = folder / "archive";
  CHECK(BulkStore::possible(place));
  fs::create_directory(place);
  CHECK(BulkStore::possible(place));
  ArchiveWriter(place).commit();
  CHECK(BulkStore::possible(place));
  {
    ArchiveWriter writer(place);
    write(writer, random_articles(36, 1));
  }
  CHECK_FALSE(BulkStore::possible(place));
}

TEST_CASE("bulk: a load of nothing leaves an empty database") {
  const TemporaryFolder folder;
  BulkStore store(folder / "archive");
  write(store, {});
  CHECK(Xapian::Database(folder / "archive").get_doccount() == 0);
}

TEST_CASE("bulk: the database can be written on") {
  const TemporaryFolder folder;
  const std::string place = folder / "archive";
  const std::vector<Article> articles = random_articles(37, 400);
  {
    BulkStore store(place);
    write(store, {articles.begin(), articles.begin() + 300});
  }
  {
    ArchiveWriter writer(place);
    for (int i = 0; i < 50; ++i) CHECK(writer.remove(articles[static_cast<std::size_t>(i)].id));
    write(writer, {articles.begin() + 300, articles.end()});
  }
  CHECK(Xapian::Database(place).get_doccount() == 350);
  CHECK(Xapian::Database::check(place) == 0);
}

/// A load of some articles that is refused, and what it leaves.
void require_refused(BulkGround ground, bool at_once) {
  const TemporaryFolder folder;
  const std::string place = folder / "archive";
  const auto load = [&] {
    BulkStore store(place, BulkStore::kSegmentBytes, ground);
    CHECK_FALSE(at_once);
    const std::unique_ptr<ArticlePreparer> preparer = store.make_preparer();
    for (const Article& article : random_articles(41, 20)) store.put(preparer->prepare(article));
    store.finish();
  };
  CHECK_THROWS_AS(load(), BulkRefused);
  CHECK_FALSE(fs::exists(place + ".bulk"));
  CHECK(Xapian::Database(place).get_doccount() == 0);
  CHECK(Xapian::Database::check(place) == 0);
  ArchiveWriter writer(place);  // the ordinary way is open
  write(writer, random_articles(41, 20));
  CHECK(Xapian::Database(place).get_doccount() == 20);
}

TEST_CASE("bulk: a file system without the swap is known before the work") {
  require_refused(
      {.swap = [](const fs::path&,
                  const fs::path&) { throw std::system_error(EINVAL, std::generic_category()); }},
      true);
}

TEST_CASE("bulk: a place that cannot be swapped after all leaves the empty database") {
  for (const int number : {EINVAL, EXDEV, EBUSY, EPERM}) {
    CAPTURE(number);
    require_refused({.swap =
                         [number](const fs::path& one, const fs::path& other) {
                           if (one.filename() == "a") return swap_folders(one, other);
                           throw std::system_error(number, std::generic_category());
                         }},
                    false);
  }
}

TEST_CASE("bulk: tables that Xapian finds fault with are never put in place") {
  for (const char* const table : {"postlist.glass", "termlist.glass", "docdata.glass"}) {
    CAPTURE(std::string(table));
    require_refused({.built =
                         [table](const fs::path& whole) {
                           std::fstream file(whole / table, std::ios::in | std::ios::out);
                           file.seekp(4096);
                           file << std::string(6000, '\x5A');
                         }},
                    false);
  }
  require_refused({.built = [](const fs::path& whole) { fs::remove(whole / "iamglass"); }}, false);
}

TEST_CASE("bulk: another Xapian writes other tables") {
  const TemporaryFolder folder;
  CHECK_FALSE(BulkStore::possible(folder / "archive", {.xapian = "1.5.0"}));
  CHECK_FALSE(BulkStore::possible(folder / "archive", {.xapian = "2.0.0"}));
  CHECK(BulkStore::possible(folder / "archive", {.xapian = "1.4.29"}));
}

TEST_CASE("bulk: through a link the real folder is filled, and keeps its permissions") {
  const TemporaryFolder folder;
  const fs::path real = folder.path() / "deep" / "real";
  fs::create_directories(real);
  fs::permissions(real, fs::perms::owner_all);
  fs::create_directory_symlink(real, folder.path() / "link");
  {
    BulkStore store(folder / "link/");
    CHECK(fs::exists(real.string() + ".bulk"));
    write(store, random_articles(42, 10));
  }
  CHECK(fs::is_symlink(folder.path() / "link"));
  CHECK(fs::status(real).permissions() == fs::perms::owner_all);
  CHECK(Xapian::Database(folder / "link").get_doccount() == 10);
  CHECK_FALSE(fs::exists(real.string() + ".bulk"));
}

}  // namespace
}  // namespace gazette::indexer
