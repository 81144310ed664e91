// How often one address may ask: a token bucket each.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace gazette::server {

/// Thread-safe. Each address may ask `per_second` times a second, and twice that in a burst.
class RateLimit {
 public:
  using Clock = std::chrono::steady_clock;

  /// 0: no limit.
  explicit RateLimit(double per_second) : per_second_(per_second) {}

  /// False when this address has to wait.
  bool take(const std::string& address, Clock::time_point now);

 private:
  struct Bucket {
    double tokens = 0;
    Clock::time_point filled;
  };

  void forget_full(Clock::time_point now);

  double per_second_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace gazette::server
