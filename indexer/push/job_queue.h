// Jobs on their way to the writer: bounded, small ones first, their articles in small parcels.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "indexer/pipeline/article_store.h"
#include "indexer/push/job.h"

namespace gazette::indexer {

/// A job in the queue and behind it, until it is finished.
struct QueuedJob {
  std::unique_ptr<Job> job;
  std::size_t bytes = 0;
  std::atomic<bool> failed{false};  ///< nothing more of it need be read
  // The writer's own:
  bool wrote = false;  ///< something that it must see committed
  std::optional<Failure> failure;
};

/// An article ready for the writer, with what its result will need.
struct Entry {
  struct Removal {};
  struct PassedOver {
    Complaint why;
  };
  std::variant<Prepared, HeldArticle, Removal, Withdrawal, PassedOver, Complaint> what;
  std::size_t line = 0;
  std::string id;
  std::vector<Complaint> warnings;
};

/// Some of a job's articles, in order.
struct Parcel {
  std::shared_ptr<QueuedJob> job;
  std::vector<Entry> entries;
  std::vector<Complaint> warnings;
  bool last = false;               ///< nothing more of this job comes
  std::optional<Failure> failure;  ///< what stopped its reading
};

struct QueueLimits {
  std::size_t jobs = 2048;                           ///< waiting or in work
  std::size_t bytes = std::size_t{96} << 20;         ///< of their inputs; one job alone may be more
  std::size_t small_bytes = std::size_t{256} << 10;  ///< jobs up to this go before larger ones
  std::size_t parcels = 16;                          ///< ready for the writer
};

/// All members may be called from any thread.
class JobQueue {
 public:
  /// Of `threads` that take jobs one is always left for small ones.
  JobQueue(QueueLimits limits, std::size_t threads) : limits_(limits), threads_(threads) {}

  /// Room for a job whose input takes so many bytes; false when there is none, or closed.
  bool reserve(std::size_t bytes);

  /// A job that room was reserved for.
  void put_job(std::unique_ptr<Job> job, std::size_t bytes);

  /// No more jobs come. Those that are there go on.
  void close();

  /// For preparing threads: waits; null when closed and empty.
  std::shared_ptr<QueuedJob> take_job();
  void put_parcel(Parcel&& parcel);  ///< waits for room

  /// For the writer: the next parcel; none when `until` has passed, or when all is done.
  std::optional<Parcel> take_parcel(std::chrono::steady_clock::time_point until);
  /// The job needs no room any more.
  void release(const QueuedJob& job);

  /// Jobs whose last parcel is not there yet.
  [[nodiscard]] std::size_t unread() const;
  [[nodiscard]] bool closed_and_empty() const;
  [[nodiscard]] std::size_t jobs() const;
  [[nodiscard]] std::size_t bytes() const;

 private:
  [[nodiscard]] bool is_large(const QueuedJob& job) const {
    return job.bytes > limits_.small_bytes;
  }

  const QueueLimits limits_;
  const std::size_t threads_;
  mutable std::mutex mutex_;
  std::condition_variable job_came_, parcel_came_, parcel_went_;
  std::deque<std::shared_ptr<QueuedJob>> small_, large_;
  std::deque<Parcel> parcels_;
  std::size_t large_in_work_ = 0;
  std::size_t unread_ = 0;
  std::size_t jobs_ = 0;
  std::size_t bytes_ = 0;
  bool closed_ = false;
};

}  // namespace gazette::indexer
