// Runs the stages, in one thread or several, and counts.
#include "indexer/pipeline/ingest.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <memory>
#include <thread>
#include <vector>

#include "common/cli/language.h"
#include "common/cli/usage_error.h"
#include "indexer/bulk/bulk_store.h"
#include "indexer/pipeline/archive_writer.h"
#include "indexer/pipeline/complaints.h"
#include "indexer/pipeline/conveyor.h"
#include "indexer/pipeline/inputs.h"
#include "indexer/pipeline/progress.h"
#include "indexer/readers/detect.h"
#include "indexer/readers/read_input.h"
#include "indexer/stop.h"

namespace gazette::indexer {
namespace {

// Chunks under way for each analysing thread: one in work, one waiting on either side, so that
// nobody waits for a neighbour's hiccup.
constexpr std::size_t kChunksPerThread = 4;

// Less is one commit or two: built beside it would take longer.
constexpr std::uint64_t kBulkBytes = std::uint64_t{4} << 20;

/// Counts the bytes of a source for the progress bar.
class CountedSource : public ByteSource {
 public:
  CountedSource(std::unique_ptr<ByteSource> source, Progress& progress)
      : source_(std::move(source)), progress_(progress) {}
  std::size_t read(char* into, std::size_t size) override {
    const std::size_t got = source_->read(into, size);
    progress_.add_bytes(got);
    return got;
  }

 private:
  std::unique_ptr<ByteSource> source_;
  Progress& progress_;
};

void read_inputs(const InputFiles& inputs, const std::string& format, Progress& progress,
                 ChunkGatherer& gatherer) {
  for (const InputFile& file : inputs.files) {
    if (gatherer.stopped() || stop_requested()) break;
    const auto open = [&] {
      return std::make_unique<CountedSource>(
          file.found ? open_found_file(file.path) : open_file(file.path), progress);
    };
    read_input(file.path, open, format, ReadOptions{}, gatherer);
  }
  gatherer.flush();
}

/// The last stage: writes, counts, complains. One thread's own.
class Finisher {
 public:
  Finisher(ArticleStore& store, Complaints& complaints, Progress& progress, IngestSummary& summary)
      : store_(store), complaints_(complaints), progress_(progress), summary_(summary) {}

  void finish(const Chunk& chunk) {
    if (!chunk.warnings.empty()) progress_.clear();
    for (const Complaint& warning : chunk.warnings) complaints_.warn(warning);
    if (chunk.failure) std::rethrow_exception(chunk.failure);
    for (const Item& item : chunk.items) {
      if (const auto* complaint = std::get_if<Complaint>(&item)) {
        progress_.clear();
        complaints_.reject(*complaint);
      } else if (const auto* passed_over = std::get_if<PassedOver>(&item)) {
        progress_.clear();
        complaints_.pass_over(passed_over->why);
      } else if (const auto* withdrawal = std::get_if<Withdrawal>(&item)) {
        withdraw(*withdrawal);
      } else if (const auto* prepared = std::get_if<Prepared>(&item)) {
        count(store_.put(*prepared));
      } else if (const auto* held = std::get_if<HeldArticle>(&item)) {
        count(store_.hold(*held));
      }
    }
    store_.commit_if_due();
    progress_.update(summary_.added + summary_.updated + summary_.unchanged);
  }

 private:
  void withdraw(const Withdrawal& withdrawal) {
    if (store_.withdraw(withdrawal)) {
      ++summary_.removed;
      return;
    }
    progress_.clear();
    complaints_.pass_over({withdrawal.source, withdrawal.line, "status",
                           tr("retiré par sa source ; absent de l'archive, ou plus récent : ",
                              "withdrawn by its source; not in the archive, or newer there: ") +
                               withdrawal.id});
  }

  void count(Change change) {
    switch (change) {
      case Change::kAdded:
        ++summary_.added;
        break;
      case Change::kUpdated:
        ++summary_.updated;
        break;
      case Change::kUnchanged:
        ++summary_.unchanged;
        break;
      case Change::kOutdated:
        ++summary_.outdated;
        break;
      case Change::kHeld:
        ++summary_.embargoed;
        break;
    }
  }

  ArticleStore& store_;
  Complaints& complaints_;
  Progress& progress_;
  IngestSummary& summary_;
};

void run_in_one_thread(const InputFiles& inputs, const IngestOptions& options,
                       const ArticleStore& store, Progress& progress, Finisher& finisher) {
  const std::unique_ptr<ArticlePreparer> preparer = store.make_preparer();
  ChunkGatherer gatherer([&](Chunk&& chunk) {
    prepare_chunk(chunk, *preparer);
    finisher.finish(chunk);
    return true;
  });
  read_inputs(inputs, options.format, progress, gatherer);
}

void run_in_threads(const InputFiles& inputs, const IngestOptions& options,
                    const ArticleStore& store, Progress& progress, Finisher& finisher) {
  std::vector<std::unique_ptr<ArticlePreparer>> preparers;  // made where what they throw is caught
  for (unsigned i = 0; i < options.threads; ++i) preparers.push_back(store.make_preparer());
  Conveyor conveyor(kChunksPerThread * options.threads);
  std::exception_ptr reader_failure;
  std::thread reader([&] {
    try {
      ChunkGatherer gatherer([&](Chunk&& chunk) { return conveyor.put_raw(std::move(chunk)); });
      read_inputs(inputs, options.format, progress, gatherer);
    } catch (...) {  // thrown again below, in the thread that waits for this one
      reader_failure = std::current_exception();
    }
    conveyor.end_raw();
  });
  std::vector<std::thread> workers;
  workers.reserve(preparers.size());
  for (const std::unique_ptr<ArticlePreparer>& preparer : preparers) {
    workers.emplace_back([&conveyor, &preparer = *preparer] {
      while (std::optional<Chunk> chunk = conveyor.take_raw()) {
        prepare_chunk(*chunk, preparer);
        conveyor.put_ready(std::move(*chunk));
      }
    });
  }
  std::exception_ptr writer_failure;
  try {
    while (std::optional<Chunk> chunk = conveyor.take_ready()) {
      finisher.finish(*chunk);
      conveyor.release();
    }
  } catch (...) {  // thrown again once the threads are home
    writer_failure = std::current_exception();
    conveyor.stop();
  }
  reader.join();
  for (std::thread& worker : workers) worker.join();
  if (writer_failure) std::rethrow_exception(writer_failure);
  if (reader_failure) std::rethrow_exception(reader_failure);
}

IngestSummary load(const IngestOptions& options, const InputFiles& inputs, ArticleStore& store) {
  Complaints complaints(options.rejects);
  Progress progress(options.progress, inputs.bytes);
  IngestSummary summary;
  Finisher finisher(store, complaints, progress, summary);
  if (options.threads == 0) {
    run_in_one_thread(inputs, options, store, progress, finisher);
  } else {
    run_in_threads(inputs, options, store, progress, finisher);
  }
  store.finish();
  progress.clear();
  complaints.finish();
  summary.rejected = complaints.rejected();
  summary.passed_over = complaints.passed_over();
  summary.warnings = complaints.warned();
  summary.articles = store.size();
  return summary;
}

/// Much, and all of it there already: what comes through a pipe is to be seen as it comes.
bool worth_a_bulk_load(const InputFiles& inputs) { return inputs.bytes >= kBulkBytes; }

IngestSummary load_in_the_fitting_way(const IngestOptions& options, const InputFiles& inputs) {
  if (worth_a_bulk_load(inputs) && BulkStore::possible(options.database)) {
    try {
      BulkStore store(options.database);
      return load(options, inputs, store);
    } catch (const BulkRefused& refused) {
      std::fprintf(stderr, "%s%s\n",
                   tr("chargement en bloc impossible ici, reprise article par article : ",
                      "no bulk load here, starting again article by article: "),
                   refused.what());
    }
  }
  ArchiveWriter writer(options.database);
  BulkStore::remove_leftovers(options.database);
  const std::size_t released = writer.release_due(std::time(nullptr), [](const std::string& id) {
    std::fprintf(stderr, "%s\n", damaged_text(id).c_str());
  });
  IngestSummary summary = load(options, inputs, writer);
  summary.released = released;
  return summary;
}

}  // namespace

IngestSummary ingest(const IngestOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  if (options.format != "auto") {
    const Result<std::unique_ptr<Reader>> reader = reader_of(options.format);
    if (!reader.ok()) throw UsageError(reader.error().message);
  }
  const Result<InputFiles> inputs = list_inputs(options.paths);
  if (!inputs.ok()) throw UsageError(inputs.error().message);
  if (!inputs->passed_over.empty()) {
    std::fprintf(stderr, "%s%s\n",
                 tr("laissés de côté dans les dossiers : ", "passed over in folders: "),
                 tally(inputs->passed_over).c_str());
  }
  IngestSummary summary = load_in_the_fitting_way(options, inputs.value());
  summary.files_passed_over = inputs->passed_over.size();
  summary.stopped = stop_requested();
  summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return summary;
}

}  // namespace gazette::indexer
