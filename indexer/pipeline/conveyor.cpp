// One lock and one condition: chunks are few and large.
#include "indexer/pipeline/conveyor.h"

namespace gazette::indexer {

bool Conveyor::put_raw(Chunk&& chunk) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return stopped_ || free_ > 0; });
  if (stopped_) return false;
  --free_;
  ++put_;
  raw_.push_back(std::move(chunk));
  changed_.notify_all();
  return true;
}

void Conveyor::end_raw() {
  const std::lock_guard lock(mutex_);
  ended_ = true;
  changed_.notify_all();
}

std::optional<Chunk> Conveyor::take_raw() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return stopped_ || ended_ || !raw_.empty(); });
  if (stopped_ || raw_.empty()) return std::nullopt;
  Chunk chunk = std::move(raw_.front());
  raw_.pop_front();
  return chunk;
}

void Conveyor::put_ready(Chunk&& chunk) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t number = chunk.number;
  ready_.emplace(number, std::move(chunk));
  changed_.notify_all();
}

std::optional<Chunk> Conveyor::take_ready() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock,
                [this] { return stopped_ || ready_.contains(next_) || (ended_ && next_ == put_); });
  const auto found = ready_.find(next_);
  if (stopped_ || found == ready_.end()) return std::nullopt;
  Chunk chunk = std::move(found->second);
  ready_.erase(found);
  ++next_;
  return chunk;
}

void Conveyor::release() {
  const std::lock_guard lock(mutex_);
  ++free_;
  changed_.notify_all();
}

void Conveyor::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  changed_.notify_all();
}

}  // namespace gazette::indexer
