// The queue before the writer: its bounds, its order.
#include "indexer/push/job_queue.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

namespace gazette::indexer {
namespace {

using namespace std::chrono_literals;

class NamedJob : public Job {
 public:
  explicit NamedJob(int number) : name(number) {}
  void read(JobSink&) override {}
  void result(ArticleResult&&) override {}
  void finish(const Failure*) override {}
  int name;
};

bool put(JobQueue& queue, int name, std::size_t bytes) {
  if (!queue.reserve(bytes)) return false;
  queue.put_job(std::make_unique<NamedJob>(name), bytes);
  return true;
}

int name_of(const std::shared_ptr<QueuedJob>& job) {
  return job == nullptr ? 0 : dynamic_cast<const NamedJob&>(*job->job).name;
}

void end(JobQueue& queue, const std::shared_ptr<QueuedJob>& job) {
  Parcel parcel;
  parcel.job = job;
  parcel.last = true;
  queue.put_parcel(std::move(parcel));
}

auto soon() { return std::chrono::steady_clock::now() + 10s; }

QueueLimits limits(std::size_t jobs, std::size_t bytes, std::size_t small_bytes) {
  QueueLimits out;
  out.jobs = jobs;
  out.bytes = bytes;
  out.small_bytes = small_bytes;
  return out;
}

}  // namespace

TEST_CASE("job queue: bounded in jobs and in bytes, until a job is released") {
  JobQueue queue(limits(3, 100, 100), 2);
  CHECK(put(queue, 1, 60));
  CHECK_FALSE(put(queue, 2, 60));
  CHECK(put(queue, 3, 40));
  CHECK(put(queue, 4, 0));
  CHECK_FALSE(put(queue, 5, 0));
  const auto first = queue.take_job();
  CHECK(name_of(first) == 1);
  CHECK_FALSE(put(queue, 6, 0));  // taken is not yet finished
  queue.release(*first);
  CHECK(put(queue, 7, 50));
  CHECK(queue.jobs() == 3);
  CHECK(queue.bytes() == 90);
}

TEST_CASE("job queue: one job larger than all bounds may pass alone") {
  JobQueue queue(limits(3, 100, 100), 2);
  CHECK(put(queue, 1, 5000));
  CHECK_FALSE(put(queue, 2, 1));
}

TEST_CASE("job queue: small jobs go first, and large ones leave them a thread") {
  JobQueue queue(limits(100, 10'000, 10), 2);
  for (int i = 1; i <= 3; ++i) CHECK(put(queue, i, 50));
  CHECK(put(queue, 4, 5));
  CHECK(name_of(queue.take_job()) == 4);
  const auto large = queue.take_job();
  CHECK(name_of(large) == 1);
  std::shared_ptr<QueuedJob> next;
  std::thread waiting([&] { next = queue.take_job(); });
  CHECK(put(queue, 5, 5));
  waiting.join();
  CHECK(name_of(next) == 5);
  end(queue, large);
  CHECK(name_of(queue.take_job()) == 2);
}

TEST_CASE("job queue: closed, it takes nothing more and lets go what is there") {
  JobQueue queue(limits(100, 10'000, 10), 1);
  CHECK(put(queue, 1, 1));
  queue.close();
  CHECK_FALSE(put(queue, 2, 1));
  const auto job = queue.take_job();
  CHECK(name_of(job) == 1);
  CHECK_FALSE(queue.closed_and_empty());
  end(queue, job);
  CHECK(queue.take_job() == nullptr);
  const auto parcel = queue.take_parcel(soon());
  REQUIRE(parcel.has_value());
  CHECK(parcel->last);
  CHECK(queue.closed_and_empty());
  CHECK_FALSE(queue.take_parcel(soon()).has_value());
}

}  // namespace gazette::indexer
