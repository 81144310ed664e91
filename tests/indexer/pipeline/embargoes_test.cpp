// Embargoes: kept out of sight, there when their time has come, whatever happens in between.
#include "indexer/pipeline/embargoes.h"

#include <doctest/doctest.h>

#include <string>

#include "common/article.h"
#include "common/index/stored_article.h"
#include "indexer/pipeline/archive_writer.h"
#include "tests/common/index/temporary_folder.h"

namespace gazette::indexer {
namespace {

using testing::TemporaryFolder;

constexpr std::int64_t kNine = 1'800'000'000, kTen = kNine + 3600;

Article article_of(const std::string& id, const std::string& title, std::uint64_t version = 0) {
  Article article;
  article.id = id;
  article.title = title;
  article.version = version;
  return article;
}

HeldArticle held(const Article& article, std::int64_t until) {
  return {article.id, until, edition_of(article), encode_article(article)};
}

struct Desk {
  TemporaryFolder folder;
  std::string database = folder / "archive";
  ArchiveWriter writer{database};

  Change put(const Article& article) {
    return writer.put(writer.make_preparer()->prepare(article));
  }

  /// The titles of all articles that readers see.
  [[nodiscard]] std::string seen() {
    writer.commit();
    std::string out;
    const Xapian::Database db(database);
    for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
      out += decode_article(db.get_document(*at).get_data()).value().title + ";";
    }
    return out;
  }
};

}  // namespace

TEST_CASE("embargoes: nobody sees them before their time, then everybody does") {
  Desk desk;
  CHECK(desk.writer.hold(held(article_of("a", "Neuf"), kNine)) == Change::kHeld);
  CHECK(desk.writer.hold(held(article_of("b", "Dix"), kTen)) == Change::kHeld);
  CHECK(desk.writer.next_release() == kNine);
  CHECK(desk.seen().empty());
  CHECK(desk.writer.release_due(kNine - 1) == 0);
  CHECK(desk.writer.release_due(kNine) == 1);
  CHECK(desk.seen() == "Neuf;");
  CHECK(desk.writer.next_release() == kTen);
  CHECK(desk.writer.release_due(kTen + 100) == 1);
  CHECK(desk.seen() == "Neuf;Dix;");
  CHECK_FALSE(desk.writer.next_release());
  CHECK(embargo_figures(Xapian::Database(desk.database)).articles == 0);
}

TEST_CASE("embargoes: kept across writers, the same again changes nothing") {
  const TemporaryFolder folder;
  for (int i = 0; i < 2; ++i) {
    ArchiveWriter writer(folder / "archive");
    CHECK(writer.hold(held(article_of("a", "Neuf"), kNine)) == Change::kHeld);
    writer.commit();
  }
  const Xapian::Database db(folder / "archive");
  CHECK(embargo_figures(db).articles == 1);
  CHECK(embargo_figures(db).next == kNine);
  const auto revision = db.get_revision();
  {
    ArchiveWriter writer(folder / "archive");
    CHECK(writer.hold(held(article_of("a", "Neuf"), kNine)) == Change::kHeld);
    writer.commit();
    CHECK(Xapian::Database(folder / "archive").get_revision() == revision);
    CHECK(writer.hold(held(article_of("a", "Neuf"), kTen)) == Change::kHeld);
    CHECK(writer.next_release() == kTen);
    CHECK(writer.release_due(kNine) == 0);
  }
}

TEST_CASE("embargoes: what may be seen and comes later stands, unless the other is newer") {
  Desk desk;
  desk.writer.hold(held(article_of("a", "Sous embargo"), kNine));
  CHECK(desk.put(article_of("a", "Levé plus tôt")) == Change::kAdded);
  CHECK_FALSE(desk.writer.next_release());
  desk.writer.hold(held(article_of("b", "Suite", 3), kNine));
  CHECK(desk.put(article_of("b", "Début", 2)) == Change::kAdded);
  CHECK(desk.writer.next_release() == kNine);
  CHECK(desk.seen() == "Levé plus tôt;Début;");
  desk.writer.release_due(kNine);
  CHECK(desk.seen() == "Levé plus tôt;Suite;");
  CHECK(desk.writer.hold(held(article_of("b", "Vieux", 1), kTen)) == Change::kOutdated);
  CHECK(desk.writer.hold(held(article_of("b", "Suite", 3), kTen)) == Change::kUnchanged);
  CHECK_FALSE(desk.writer.next_release());
}

TEST_CASE("embargoes: a withdrawal or deletion takes what is kept too") {
  Desk desk;
  desk.writer.hold(held(article_of("a", "Un"), kNine));
  CHECK(desk.writer.remove("a"));
  CHECK_FALSE(desk.writer.remove("a"));
  desk.writer.hold(held(article_of("b", "Deux", 2), kNine));
  CHECK_FALSE(desk.writer.withdraw({.id = "b", .version = 1, .source = "", .line = 0}));
  CHECK(desk.writer.next_release() == kNine);
  CHECK(desk.writer.withdraw({.id = "b", .version = 2, .source = "", .line = 0}));
  CHECK_FALSE(desk.writer.next_release());
  CHECK(desk.writer.hold(held(article_of("b", "Deux", 2), kNine)) == Change::kOutdated);
  CHECK(desk.writer.release_due(kTen) == 0);
  CHECK(desk.seen().empty());
}

TEST_CASE("embargoes: one that the disk has damaged keeps none of the others back") {
  Desk desk;
  HeldArticle broken = held(article_of("a", "Abîmé"), kNine);
  broken.encoded[broken.encoded.size() / 2] ^= 1;
  desk.writer.hold(broken);
  desk.writer.hold(held(article_of("b", "Entier"), kNine));
  std::string lost;
  CHECK(desk.writer.release_due(kNine, [&](const std::string& id) { lost += id; }) == 1);
  CHECK(lost == "a");
  CHECK(desk.seen() == "Entier;");
  CHECK_FALSE(desk.writer.next_release());
}

}  // namespace gazette::indexer
