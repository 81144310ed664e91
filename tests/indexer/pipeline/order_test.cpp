// One history of an article, and every way that it may come: the archive ends the same.
#include <doctest/doctest.h>
#include <xapian.h>

#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "indexer/bulk/bulk_store.h"
#include "indexer/pipeline/archive_writer.h"
#include "indexer/pipeline/chunk.h"
#include "indexer/pipeline/ingest.h"
#include "indexer/push/live_writer.h"
#include "indexer/readers/read_input.h"
#include "tests/common/index/temporary_folder.h"

namespace gazette::indexer {
namespace {

using testing::TemporaryFolder;

/// What a source says of an article: a line of a file, or that it is to be deleted.
struct Step {
  std::string line;     ///< NDJSON; empty for a deletion
  std::string removed;  ///< an id
};

using History = std::vector<Step>;

std::string lines_of(const History& history) {
  std::string out;
  for (const Step& step : history) out += step.line;
  return out;
}

/// A history in which few ids, versions and texts come again and again.
class Histories {
 public:
  explicit Histories(std::uint32_t seed) : random_(seed) {}

  History next(std::size_t most) {
    History out;
    for (std::size_t count = 1 + below(most); count > 0; --count) out.push_back(step());
    return out;
  }

  std::size_t below(std::size_t limit) { return random_() % limit; }

 private:
  Step step() {
    const std::string id(1, static_cast<char>('a' + below(3)));
    const std::size_t kind = below(12);
    if (kind == 0) return {"", id};
    std::string line = "{\"id\":\"" + id + "\"";
    if (const std::size_t version = below(4); version > 0) {
      line += ",\"version\":" + std::to_string(version);
    }
    if (kind <= 2) {
      line += ",\"status\":\"canceled\"";
    } else {
      line += ",\"title\":\"Titre " + std::to_string(below(3)) + "\"";
      if (kind <= 4) line += ",\"embargo\":\"2999-01-0" + std::to_string(1 + below(2)) + "\"";
      const std::size_t hour = below(4);
      if (hour > 0) line += ",\"modified\":\"2023-09-22T1" + std::to_string(hour) + ":00:00Z\"";
    }
    return {line + "}\n", ""};
  }

  std::mt19937 random_;
};

/// Parts of a history that an input can say; each is followed by the deletion that ended it.
template <typename Write, typename Remove>
void between_deletions(const History& history, const Write& write, const Remove& remove) {
  History part;
  for (const Step& step : history) {
    if (!step.line.empty()) {
      part.push_back(step);
      continue;
    }
    if (!part.empty()) write(part);
    part.clear();
    remove(step.removed);
  }
  if (!part.empty()) write(part);
}

class HistoryJob : public Job {
 public:
  explicit HistoryJob(History history) : history_(std::move(history)) {}

  void read(JobSink& sink) override {
    between_deletions(
        history_,
        [&](const History& part) {
          read_input(
              "essai", [&] { return from_memory(lines_of(part)); }, "ndjson", ReadOptions{}, sink);
        },
        [&](const std::string& id) { sink.remove(id); });
  }
  void result(ArticleResult&& /*result*/) override {}
  void finish(const Failure* failure) override { CHECK(failure == nullptr); }

 private:
  History history_;
};

struct Archive {
  TemporaryFolder folder;
  std::string database = folder / "archive";

  void add(const History& history, unsigned threads) const {
    const std::string file = folder / "a.ndjson";
    between_deletions(
        history,
        [&](const History& part) {
          std::ofstream(file, std::ios::binary) << lines_of(part);
          IngestOptions options;
          options.database = database;
          options.paths = {file};
          options.threads = threads;
          options.progress = false;
          ingest(options);
        },
        [&](const std::string& id) { remove(id); });
  }

  void add_one_by_one(const History& history) const {
    for (const Step& step : history) add({step}, 0);
  }

  /// The first part by a bulk load, what follows a deletion as it may.
  void add_in_bulk(const History& history) const {
    bool first = true;
    between_deletions(
        history,
        [&](const History& part) {
          if (!first) return add(part, 0);
          first = false;
          BulkStore store(database);
          load(store, part);
          store.finish();
        },
        [&](const std::string& id) {
          first = false;
          remove(id);
        });
  }

  void push(const std::vector<History>& requests, bool wait) const {
    LiveWriterOptions options;
    options.database = database;
    options.threads = 1;
    auto writer = std::make_unique<LiveWriter>(options);
    for (const History& request : requests) {
      REQUIRE(writer->reserve(1));
      writer->put(std::make_unique<HistoryJob>(request), 1);
      if (!wait) continue;
      writer.reset();
      writer = std::make_unique<LiveWriter>(options);
    }
  }

  /// Every article, those under embargo, and what is remembered of withdrawals.
  [[nodiscard]] std::map<std::string, std::string> state() const {
    std::map<std::string, std::string> out;
    const Xapian::Database db(database);
    for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
      const Article article = decode_article(db.get_document(*at).get_data()).value();
      CHECK(out.emplace(article.id, to_json(article)).second);
    }
    for (const auto& name : {schema::kWithdrawnKeyPrefix, schema::kEmbargoIdKeyPrefix}) {
      const std::string prefix(name);
      for (auto key = db.metadata_keys_begin(prefix); key != db.metadata_keys_end(prefix); ++key) {
        out[*key] = db.get_metadata(*key);
      }
    }
    std::string last;
    each_held(db, last, [&](const HeldArticle& held) {
      out["held " + held.id] = to_json(decode_article(held.encoded).value());
    });
    return out;
  }

 private:
  void remove(const std::string& id) const {
    ArchiveWriter writer(database);
    writer.remove(id);
    writer.commit();
  }

  static void load(ArticleStore& store, const History& part) {
    const std::unique_ptr<ArticlePreparer> preparer = store.make_preparer();
    ChunkGatherer gatherer([&](Chunk&& chunk) {
      prepare_chunk(chunk, *preparer);
      for (const Item& item : chunk.items) {
        if (const auto* const withdrawal = std::get_if<Withdrawal>(&item)) {
          store.withdraw(*withdrawal);
        } else if (const auto* const held = std::get_if<HeldArticle>(&item)) {
          store.hold(*held);
        } else {
          store.put(std::get<Prepared>(item));
        }
      }
      return true;
    });
    read_input(
        "essai", [&] { return from_memory(lines_of(part)); }, "ndjson", ReadOptions{}, gatherer);
    gatherer.flush();
  }
};

std::vector<History> cut(const History& history, Histories& random) {
  std::vector<History> out;
  for (const Step& step : history) {
    if (out.empty() || random.below(3) == 0) out.emplace_back();
    out.back().push_back(step);
  }
  return out;
}

Step said(const std::string& title, int version = 0) {
  return {
      "{\"id\":\"a\",\"title\":\"" + title + "\",\"version\":" + std::to_string(version) + "}\n",
      ""};
}

const Step kWithdrawn = {"{\"id\":\"a\",\"status\":\"canceled\"}\n", ""};

}  // namespace

TEST_CASE("order: of what the archive has, what comes again after a change or withdrawal stands") {
  for (const unsigned threads : {0u, 2u}) {
    CAPTURE(threads);
    Archive archive;
    archive.add({said("Un")}, threads);
    const auto before = archive.state();
    archive.add({said("Deux"), said("Un")}, threads);
    CHECK(archive.state() == before);
    archive.add({kWithdrawn, said("Un")}, threads);
    CHECK(archive.state() == before);
    archive.add({said("Un"), said("Deux")}, threads);
    CHECK(archive.state() != before);
  }
}

TEST_CASE("order: of one version the last one stands, unless it is known to be the older one") {
  Archive archive;
  archive.add({said("Un", 3), said("Deux", 3)}, 0);
  CHECK(archive.state().at("a").find("Deux") != std::string::npos);
  archive.add({said("Trois", 2), said("Quatre")}, 0);
  CHECK(archive.state().at("a").find("Quatre") != std::string::npos);
}

TEST_CASE("order: a history ends the same, one by one, in one file, in bulk, or pushed") {
  Histories random(2023);
  for (int round = 0; round < 120; ++round) {
    const History before = round % 3 == 0 ? History{} : random.next(4);
    const History history = random.next(12);
    CAPTURE(lines_of(before));
    CAPTURE(lines_of(history));
    const auto run = [&](const auto& way) {
      Archive archive;
      archive.add_one_by_one(before);
      way(archive);
      return archive.state();
    };
    const auto expected = run([&](Archive& archive) { archive.add_one_by_one(history); });
    CHECK(run([&](Archive& archive) { archive.add(history, 0); }) == expected);
    CHECK(run([&](Archive& archive) { archive.add(history, 2); }) == expected);
    if (before.empty()) {
      CHECK(run([&](Archive& archive) { archive.add_in_bulk(history); }) == expected);
    }
    CHECK(run([&](Archive& archive) { archive.push({history}, false); }) == expected);
    const std::vector<History> requests = cut(history, random);
    CHECK(run([&](Archive& archive) { archive.push(requests, false); }) == expected);
    if (round % 10 == 0) {
      CHECK(run([&](Archive& archive) { archive.push(requests, true); }) == expected);
    }
  }
}

}  // namespace gazette::indexer
