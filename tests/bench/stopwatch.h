// Time taken, and how it spreads.
#pragma once

#include <algorithm>
#include <chrono>
#include <ctime>
#include <vector>

namespace gazette::bench {

/// Milliseconds since some start, by the wall.
inline double wall_ms() {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

/// Milliseconds of CPU that this thread has used.
inline double thread_cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// The value below which `share` (0..1) of `times` lie; 0 when there are none.
inline double percentile(std::vector<double> times, double share) {
  if (times.empty()) return 0;
  const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(times.size() - 1) + 0.5);
  std::nth_element(times.begin(), times.begin() + at, times.end());
  return times[static_cast<std::size_t>(at)];
}

}  // namespace gazette::bench
