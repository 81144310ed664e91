// Jobs on their way to the writer.
#include "indexer/push/job_queue.h"

#include <algorithm>
#include <utility>

namespace gazette::indexer {

bool JobQueue::reserve(std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  if (closed_ || jobs_ >= limits_.jobs || (jobs_ > 0 && bytes_ + bytes > limits_.bytes)) {
    return false;
  }
  ++jobs_;
  ++unread_;
  bytes_ += bytes;
  return true;
}

void JobQueue::put_job(std::unique_ptr<Job> job, std::size_t bytes) {
  auto queued = std::make_shared<QueuedJob>();
  queued->job = std::move(job);
  queued->bytes = bytes;
  const std::lock_guard lock(mutex_);
  (is_large(*queued) ? large_ : small_).push_back(std::move(queued));
  job_came_.notify_one();
}

void JobQueue::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  job_came_.notify_all();
  parcel_came_.notify_all();
}

std::shared_ptr<QueuedJob> JobQueue::take_job() {
  std::unique_lock lock(mutex_);
  const std::size_t most_large = std::max<std::size_t>(threads_, 2) - 1;
  const auto large_may_go = [&] { return !large_.empty() && large_in_work_ < most_large; };
  job_came_.wait(lock,
                 [&] { return !small_.empty() || large_may_go() || (closed_ && unread_ == 0); });
  std::shared_ptr<QueuedJob> job;
  if (!small_.empty()) {
    job = std::move(small_.front());
    small_.pop_front();
  } else if (large_may_go()) {
    job = std::move(large_.front());
    large_.pop_front();
    ++large_in_work_;
  }
  return job;
}

void JobQueue::put_parcel(Parcel&& parcel) {
  std::unique_lock lock(mutex_);
  parcel_went_.wait(lock, [&] { return parcels_.size() < limits_.parcels; });
  if (parcel.last) {
    if (--unread_ == 0) job_came_.notify_all();  // when closed: home
    if (is_large(*parcel.job)) {
      --large_in_work_;
      job_came_.notify_all();
    }
  }
  parcels_.push_back(std::move(parcel));
  parcel_came_.notify_one();
}

std::optional<Parcel> JobQueue::take_parcel(std::chrono::steady_clock::time_point until) {
  std::unique_lock lock(mutex_);
  parcel_came_.wait_until(lock, until,
                          [&] { return !parcels_.empty() || (closed_ && unread_ == 0); });
  if (parcels_.empty()) return std::nullopt;
  Parcel parcel = std::move(parcels_.front());
  parcels_.pop_front();
  parcel_went_.notify_one();
  return parcel;
}

void JobQueue::release(const QueuedJob& job) {
  const std::lock_guard lock(mutex_);
  --jobs_;
  bytes_ -= job.bytes;
}

std::size_t JobQueue::unread() const {
  const std::lock_guard lock(mutex_);
  return unread_;
}

bool JobQueue::closed_and_empty() const {
  const std::lock_guard lock(mutex_);
  return closed_ && unread_ == 0 && parcels_.empty();
}

std::size_t JobQueue::jobs() const {
  const std::lock_guard lock(mutex_);
  return jobs_;
}

std::size_t JobQueue::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

}  // namespace gazette::indexer
