// `add` as a library: what is counted is what the database holds, in one thread or several.
#include "indexer/pipeline/ingest.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <fstream>
#include <map>

#include "common/cli/usage_error.h"
#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/index/stem_lexicon.h"
#include "common/index/stored_article.h"
#include "indexer/enrich/enrich.h"
#include "indexer/pipeline/archive_writer.h"
#include "indexer/pipeline/inputs.h"
#include "tests/common/index/random_article.h"
#include "tests/common/index/temporary_folder.h"
#include "tests/indexer/readers/gzip_bytes.h"

namespace gazette::indexer {
namespace {

using testing::gzipped;
using testing::TemporaryFolder;

struct Archive {
  TemporaryFolder folder;
  std::string database = folder / "archive";

  std::string write(const std::string& name, const std::string& text) const {
    const std::string path = folder / name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

  [[nodiscard]] IngestSummary add(std::vector<std::string> paths, unsigned threads = 1) const {
    IngestOptions options;
    options.database = database;
    options.paths = std::move(paths);
    options.threads = threads;
    options.progress = false;
    return ingest(options);
  }

  /// Every article by id.
  [[nodiscard]] std::map<std::string, Article> articles() const {
    std::map<std::string, Article> out;
    const Xapian::Database db(database);
    for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
      const Article article = decode_article(db.get_document(*at).get_data()).value();
      out[article.id] = article;
    }
    return out;
  }
};

std::string line(const std::string& id, const std::string& title) {
  return "{\"id\":\"" + id + "\",\"title\":\"" + title + "\"}\n";
}

TEST_CASE("ingest: adding twice changes nothing, a changed article is updated") {
  const Archive archive;
  const std::string file = archive.write("a.ndjson", line("1", "Un") + line("2", "Deux"));
  const IngestSummary first = archive.add({file});
  CHECK(first.added == 2);
  CHECK(first.articles == 2);
  const Xapian::rev revision = Xapian::Database(archive.database).get_revision();
  const IngestSummary again = archive.add({file});
  CHECK(again.added == 0);
  CHECK(again.unchanged == 2);
  CHECK(Xapian::Database(archive.database).get_revision() == revision);
  archive.write("a.ndjson", line("1", "Un") + line("2", "Deux bis") + line("3", "Trois"));
  const IngestSummary changed = archive.add({file});
  CHECK(changed.added == 1);
  CHECK(changed.updated == 1);
  CHECK(changed.unchanged == 1);
  CHECK(archive.articles().at("2").title == "Deux bis");
}

TEST_CASE("ingest: of one id twice in an input the last one stands") {
  for (const unsigned threads : {0u, 1u, 3u}) {
    const Archive archive;
    std::string text;
    for (int i = 0; i < 300; ++i) text += line(std::to_string(i % 7), "Titre " + std::to_string(i));
    const IngestSummary summary = archive.add({archive.write("a.ndjson", text)}, threads);
    CAPTURE(threads);
    CHECK(summary.added == 7);
    CHECK(summary.updated == 293);
    CHECK(archive.articles().at("5").title == "Titre 299");
  }
}

TEST_CASE("ingest: any number of threads makes the same archive") {
  testing::RandomArticles random(77);
  std::string text;
  std::map<std::string, Article> expected;
  for (int i = 0; i < 400; ++i) {
    Article article = random.article();
    text += to_json(article) + "\n";
    enrich(article);
    expected[article.id] = article;
  }
  for (const unsigned threads : {0u, 1u, 2u, 5u}) {
    const Archive archive;
    const IngestSummary summary = archive.add({archive.write("a.ndjson", text)}, threads);
    CAPTURE(threads);
    CHECK(summary.added == expected.size());
    CHECK(archive.articles() == expected);
  }
}

TEST_CASE("ingest: the lexicon of accented stems reaches the disk with the articles") {
  const Archive archive;
  CHECK(archive.add({archive.write("a.ndjson", line("1", "Les réfugiés"))}).added == 1);
  const Xapian::Database db(archive.database);
  std::vector<std::string> stems;
  CHECK(DatabaseStemLexicon(db).find("refugi", stems));
  CHECK(stems == std::vector<std::string>{"réfugi"});
  CHECK_FALSE(db.get_metadata(std::string(schema::kCommitTimeKey)).empty());
  CHECK_NOTHROW(schema::require_version(db));
}

TEST_CASE("ingest: folders are read whole, what is no article in them is passed over") {
  const Archive archive;
  std::filesystem::create_directories(archive.folder.path() / "corpus" / "b");
  archive.write("corpus/1.ndjson", line("1", "Un"));
  archive.write("corpus/b/2.json", "[{\"id\":\"2\",\"title\":\"Deux\"}]");
  archive.write("corpus/b/page.txt",
                "Un pont rouvre\n\nLe pont a rouvert lundi, après des mois.\n");
  archive.write("corpus/README.md", "Rien à lire.");
  archive.write("corpus/.cache", "caché");
  archive.write("corpus/page.css", "body { color: black; }");
  archive.write("corpus/b/Photo.JPG", "JFIF");
  archive.write("corpus/b/sans-suffixe", gzipped(line("4", "Quatre")));
  std::filesystem::create_symlink("..", archive.folder.path() / "corpus" / "b" / "boucle");
  const IngestSummary summary = archive.add({archive.folder / "corpus"});
  CHECK(summary.added == 4);
  CHECK(summary.rejected == 0);
  CHECK(summary.files_passed_over == 5);
}

TEST_CASE("inputs: what is passed over in folders is tallied by reason, what is named is read") {
  const Archive archive;
  std::filesystem::create_directories(archive.folder.path() / "corpus" / "x.js");
  archive.write("corpus/a.png", "");
  archive.write("corpus/b.PNG", "");
  archive.write("corpus/brouillon.txt~", "");
  archive.write("corpus/x.js/c.txt", "Un pont rouvre\n");
  const Result<InputFiles> inputs =
      list_inputs({archive.folder / "corpus", archive.folder / "corpus/a.png"});
  REQUIRE(inputs.ok());
  CHECK(tally(inputs->passed_over) == "1 × copie d'éditeur, 2 × image");
  CHECK(inputs->files.size() == 2);
  CHECK(tally({}).empty());
}

TEST_CASE("ingest: files that cannot be read are rejected, the rest goes on") {
  const Archive archive;
  std::filesystem::create_directories(archive.folder.path() / "corpus");
  archive.write("corpus/a.ndjson", line("1", "Un") + "{oups\n");
  archive.write("corpus/b.bin", std::string("\0\1\2", 3));
  archive.write("corpus/c.txt", "");
  IngestOptions options;
  options.database = archive.database;
  options.paths = {archive.folder / "corpus"};
  options.rejects = archive.folder / "refus.ndjson";
  options.progress = false;
  const IngestSummary summary = ingest(options);
  CHECK(summary.added == 1);
  CHECK(summary.rejected == 3);
  std::ifstream rejects(options.rejects);
  std::vector<std::string> lines;
  for (std::string text; std::getline(rejects, text);) lines.push_back(text);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].find("\"line\":2") != std::string::npos);
  CHECK(lines[0].find("a.ndjson") != std::string::npos);
}

TEST_CASE("ingest: a path or format that is not there stops before anything is written") {
  const Archive archive;
  const std::string file = archive.write("a.ndjson", line("1", "Un"));
  CHECK_THROWS_AS((void)archive.add({file, archive.folder / "absent"}), UsageError);
  CHECK_FALSE(std::filesystem::exists(archive.database));
  IngestOptions options;
  options.database = archive.database;
  options.paths = {file};
  options.format = "docx";
  CHECK_THROWS_AS((void)ingest(options), UsageError);
}

TEST_CASE("writer: a second one is refused at once, the first goes on") {
  const Archive archive;
  ArchiveWriter first(archive.database);
  try {
    const ArchiveWriter second(archive.database);
    FAIL("two writers");
  } catch (const ArchiveError& e) {
    CHECK(std::string(e.what()).find("déjà ouverte en écriture") != std::string::npos);
  }
  CHECK_NOTHROW(first.commit());
}

TEST_CASE("writer: a folder of other things and an index of another version are refused") {
  const Archive archive;
  archive.write("notes.txt", "à moi");
  CHECK_THROWS_AS(ArchiveWriter(archive.folder.path().string()), ArchiveError);
  {
    Xapian::WritableDatabase db(archive.database, Xapian::DB_CREATE);
    db.set_metadata(std::string(schema::kVersionKey), "0");
    db.commit();
  }
  CHECK_THROWS_AS(ArchiveWriter(archive.database), schema::SchemaMismatch);
  CHECK_THROWS_AS(open_archive(archive.database), schema::SchemaMismatch);
  CHECK_THROWS_AS(open_archive(archive.folder / "absente"), ArchiveError);
}

TEST_CASE("writer: what was not committed is gone, what was removed stays removed") {
  const Archive archive;
  CHECK(archive.add({archive.write("a.ndjson", line("1", "Un") + line("2", "Deux"))}).added == 2);
  {
    ArchiveWriter writer(archive.database);
    CHECK(writer.remove("1"));
  }
  CHECK(archive.articles().size() == 2);
  {
    ArchiveWriter writer(archive.database);
    CHECK(writer.remove("1"));
    CHECK_FALSE(writer.remove("1"));
    CHECK_FALSE(writer.remove("inconnu"));
    writer.commit();
  }
  CHECK(archive.articles().size() == 1);
}

std::string versioned(const std::string& title, int version, const std::string& more = "") {
  return "{\"id\":\"1\",\"title\":\"" + title + "\",\"version\":" + std::to_string(version) + more +
         "}\n";
}

TEST_CASE("ingest: the highest version stands, in whatever order they come") {
  for (const unsigned threads : {0u, 2u}) {
    const Archive archive;
    const IngestSummary first = archive.add(
        {archive.write("a.ndjson", versioned("deux", 2) + versioned("un", 1))}, threads);
    CHECK(first.added == 1);
    CHECK(first.outdated == 1);
    CHECK(archive.articles().at("1").title == "deux");
    CHECK(archive.add({archive.write("b.ndjson", versioned("un", 1))}, threads).outdated == 1);
    CHECK(archive.add({archive.write("b.ndjson", versioned("autre deux", 2))}, threads).updated ==
          1);
    CHECK(archive.articles().at("1").title == "autre deux");
    CHECK(archive.add({archive.write("c.ndjson", versioned("trois", 3))}, threads).updated == 1);
    CHECK(archive.articles().at("1").title == "trois");
    CHECK(archive.articles().at("1").version == 3);
  }
}

TEST_CASE("ingest: of one version the one that was modified later stands") {
  const Archive archive;
  const std::string later = versioned("tard", 1, ",\"modified\":\"2023-09-22T20:00:00+02:00\"");
  const std::string sooner = versioned("tôt", 1, ",\"modified\":\"2023-09-22T19:30:00+02:00\"");
  CHECK(archive.add({archive.write("a.ndjson", sooner + later)}).updated == 1);
  CHECK(archive.articles().at("1").title == "tard");
  CHECK(archive.add({archive.write("a.ndjson", sooner)}).outdated == 1);
  CHECK(archive.articles().at("1").title == "tard");
}

TEST_CASE("ingest: a withdrawal deletes, and keeps lower versions away, across runs") {
  const Archive archive;
  const std::string withdrawn = versioned("", 2, ",\"status\":\"canceled\"");
  CHECK(archive.add({archive.write("a.ndjson", versioned("un", 1) + line("2", "Deux"))}).added ==
        2);
  const IngestSummary gone = archive.add({archive.write("b.ndjson", withdrawn)});
  CHECK(gone.removed == 1);
  CHECK(gone.articles == 1);
  CHECK(archive.articles().count("1") == 0);
  const IngestSummary again = archive.add({archive.write("b.ndjson", withdrawn)});
  CHECK(again.removed == 0);
  CHECK(again.passed_over == 1);
  CHECK(archive.add({archive.write("a.ndjson", versioned("un", 1))}).outdated == 1);
  CHECK(archive.articles().count("1") == 0);
  CHECK(archive.add({archive.write("c.ndjson", versioned("trois", 3))}).added == 1);
  CHECK(archive.add({archive.write("b.ndjson", withdrawn)}).removed == 0);
  CHECK(archive.articles().at("1").title == "trois");
  const std::string last = "{\"id\":\"1\",\"status\":\"annulé\"}";
  CHECK(archive.add({archive.write("d.ndjson", last)}).removed == 1);
}

TEST_CASE("ingest: a withdrawal that comes before its article keeps it away") {
  const Archive archive;
  const IngestSummary summary = archive.add({archive.write(
      "a.ndjson", versioned("", 2, ",\"status\":\"withheld\"") + versioned("un", 1))});
  CHECK(summary.added == 0);
  CHECK(summary.outdated == 1);
  CHECK(summary.articles == 0);
}

TEST_CASE("ingest: drafts are told, embargoed articles are kept until their time") {
  const Archive archive;
  const IngestSummary summary = archive.add(
      {archive.write("a.ndjson",
                     "{\"id\":\"1\",\"title\":\"T\",\"status\":\"draft\"}\n"
                     "{\"id\":\"2\",\"title\":\"T\",\"embargo\":\"2999-01-01T00:00:00Z\"}\n"
                     "{\"id\":\"3\",\"title\":\"T\",\"embargo\":\"2001-01-01T00:00:00Z\"}\n"
                     "{\"id\":\"4\",\"title\":\"T\",\"status\":\"usable\"}\n")});
  CHECK(summary.added == 2);
  CHECK(summary.passed_over == 1);
  CHECK(summary.embargoed == 1);
  CHECK(summary.rejected == 0);
  CHECK(archive.articles().size() == 2);
}

TEST_CASE("ingest: the next run of add publishes what is due, whatever it reads") {
  const Archive archive;
  {
    ArchiveWriter writer(archive.database);
    Article article;
    article.id = "a";
    article.title = "Hier encore";
    CHECK(writer.hold({"a", 1'000'000'000, {}, encode_article(article)}) == Change::kHeld);
    writer.commit();
  }
  const IngestSummary summary = archive.add({archive.write("b.ndjson", line("b", "B"))});
  CHECK(summary.released == 1);
  CHECK(summary.added == 1);
  CHECK(archive.articles().at("a").title == "Hier encore");
}

}  // namespace
}  // namespace gazette::indexer
