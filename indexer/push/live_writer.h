// Live ingest: many small jobs in, few commits out, and each job told once it is durable.
//
//   reserve, put -> JobQueue -> preparing threads (read, analyse) -> parcels -> the one writer ->
//   commit
//
// The writer takes what is ready, commits, and finishes all the jobs that the commit covers at
// once (group commit). When writing fails it closes the database, which Xapian leaves unusable in
// memory though intact on disk, finishes the jobs concerned with the failure, and opens it anew.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "indexer/pipeline/archive_writer.h"
#include "indexer/push/job_queue.h"

namespace gazette::indexer {

struct LiveWriterOptions {
  std::string database;
  unsigned threads = 2;  ///< that read and analyse; one keeps the order of the jobs
  QueueLimits queue;
  std::function<void(const std::string&)> trouble;  ///< from any thread: a sentence for the log
  /// From the writer's thread: so many articles whose embargo has ended are there for readers.
  std::function<void(std::size_t)> released = {};
  std::function<std::int64_t()> clock = {};  ///< UTC seconds, for embargoes; none: the system's
};

/// What `released` is told, as a sentence.
std::string released_text(std::size_t articles);

/// Since the start.
struct LiveFigures {
  std::uint64_t created = 0, replaced = 0, unchanged = 0, removed = 0, rejected = 0;
  std::uint64_t embargoed = 0, released = 0;
  std::uint64_t commits = 0, failures = 0, refused_jobs = 0;
  std::uint64_t waiting_jobs = 0, waiting_bytes = 0;  ///< now
  double commit_seconds = 0;                          ///< all commits together
  bool writable = true;                               ///< now: the last attempt to write succeeded
};

class LiveWriter {
 public:
  /// Holds the database's write lock, and makes the database when there is none. Throws
  /// ArchiveError, schema::SchemaMismatch.
  explicit LiveWriter(LiveWriterOptions options);
  ~LiveWriter();  ///< as stop()
  LiveWriter(const LiveWriter&) = delete;
  LiveWriter& operator=(const LiveWriter&) = delete;

  /// Room in the queue for a job whose input takes so many bytes; from any thread. Who has it puts
  /// a job next.
  bool reserve(std::size_t bytes);
  void put(std::unique_ptr<Job> job, std::size_t bytes) { queue_.put_job(std::move(job), bytes); }

  /// Finishes what is queued and commits. Safe to call twice.
  void stop();

  [[nodiscard]] LiveFigures figures() const;

 private:
  using Clock = std::chrono::steady_clock;
  using Jobs = std::vector<std::shared_ptr<QueuedJob>>;

  void prepare_jobs();
  void write_parcels();
  void open_writer();
  void release_due();
  [[nodiscard]] std::int64_t wall_clock() const;
  void write(Parcel& parcel);
  bool write_entries(Parcel& parcel);
  Fate write_entry(const Entry& entry);
  void commit();
  void committed();
  void fail(const Failure& failure);
  void finish(QueuedJob& job, const Failure* failure);
  void count(Fate fate);
  [[nodiscard]] Clock::time_point commit_due() const;
  [[nodiscard]] Clock::time_point release_look() const;

  LiveWriterOptions options_;
  JobQueue queue_;

  // The writer's thread's own.
  std::unique_ptr<ArchiveWriter> writer_;  ///< none after a failure
  Clock::time_point open_again_;
  Failure last_failure_;
  Jobs complete_;  ///< written to the end, waiting for the commit
  Jobs begun_;     ///< written in part since the last commit
  Clock::time_point first_complete_, last_complete_;
  std::optional<std::int64_t> next_release_;  ///< UTC seconds

  std::atomic<std::uint64_t> created_{0}, replaced_{0}, unchanged_{0}, removed_{0}, rejected_{0};
  std::atomic<std::uint64_t> embargoed_{0}, released_{0};
  std::atomic<std::uint64_t> commits_{0}, failures_{0}, refused_jobs_{0}, commit_microseconds_{0};
  std::atomic<bool> writable_{true};

  std::vector<std::thread> preparing_;
  std::thread writing_;
};

}  // namespace gazette::indexer
