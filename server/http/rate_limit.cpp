// How often one address may ask.
#include "server/http/rate_limit.h"

#include <algorithm>

namespace gazette::server {
namespace {

constexpr double kBurstSeconds = 2;             // a page and what it loads come together
constexpr std::size_t kMaxAddresses = 100'000;  // some 10 MB; full buckets are forgotten then

}  // namespace

bool RateLimit::take(const std::string& address, Clock::time_point now) {
  if (per_second_ <= 0) return true;
  const double most = std::max(1.0, per_second_ * kBurstSeconds);
  const std::lock_guard lock(mutex_);
  if (buckets_.size() >= kMaxAddresses) forget_full(now);
  Bucket& bucket = buckets_.try_emplace(address, Bucket{most, now}).first->second;
  const std::chrono::duration<double> passed = now - bucket.filled;
  bucket.tokens = std::min(most, bucket.tokens + passed.count() * per_second_);
  bucket.filled = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

void RateLimit::forget_full(Clock::time_point now) {
  const auto full = std::chrono::duration<double>(kBurstSeconds);
  std::erase_if(buckets_, [&](const auto& entry) { return now - entry.second.filled > full; });
  if (buckets_.size() >= kMaxAddresses) buckets_.clear();
}

}  // namespace gazette::server
