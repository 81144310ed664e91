// The table of times.
#include "tests/bench/timings.h"

#include <algorithm>
#include <cstdio>

#include "tests/bench/stopwatch.h"

namespace gazette::bench {
namespace {

void print_row(const std::string& engine, const std::string& group, const std::vector<double>& ms) {
  std::printf("%-14s %-9s %8.2f %8.2f %8.2f", engine.c_str(), group.c_str(), percentile(ms, 0.50),
              percentile(ms, 0.95), percentile(ms, 0.99));
}

void print_ratio(const char* what, const EngineTimes& slower, const EngineTimes& faster,
                 const std::vector<double>& slow, const std::vector<double>& fast) {
  const auto ratio = [&](double share) {
    return percentile(slow, share) / percentile(fast, share);
  };
  std::printf("%s: %s takes %.2f times as long as %s at p50, %.2f at p95, %.2f at p99\n", what,
              slower.name.c_str(), ratio(0.50), faster.name.c_str(), ratio(0.95), ratio(0.99));
}

}  // namespace

std::vector<double> EngineTimes::all() const {
  std::vector<double> result;
  for (const auto& [group, times] : ms) result.insert(result.end(), times.begin(), times.end());
  return result;
}

void print_times(const std::vector<EngineTimes>& engines, std::size_t queries_a_class) {
  std::printf("%-14s %-9s %8s %8s %8s %12s %8s\n", "engine", "class", "p50 ms", "p95 ms", "p99 ms",
              "mean total", "marked");
  for (const EngineTimes& engine : engines) {
    Work sum;
    for (const auto& [group, times] : engine.ms) {
      const Work& work = engine.work.at(group);
      print_row(engine.name, group, times);
      std::printf(" %12.0f %7.0f%%\n",
                  static_cast<double>(work.total) / static_cast<double>(queries_a_class),
                  100.0 * static_cast<double>(work.marked_hits) /
                      static_cast<double>(std::max<std::size_t>(work.hits, 1)));
      sum += work;
    }
    print_row(engine.name, "all", engine.all());
    std::printf(" %12s %7.0f%%\n", "",
                100.0 * static_cast<double>(sum.marked_hits) /
                    static_cast<double>(std::max<std::size_t>(sum.hits, 1)));
  }
  for (const EngineTimes& engine : engines) {
    if (engine.cpu_ms.empty()) continue;
    std::printf("%s, CPU of the answering thread: p50 %.2f ms, p95 %.2f, p99 %.2f\n",
                engine.name.c_str(), percentile(engine.cpu_ms, 0.50),
                percentile(engine.cpu_ms, 0.95), percentile(engine.cpu_ms, 0.99));
  }
  for (std::size_t i = 1; i < engines.size(); ++i) {
    print_ratio("wall", engines[i], engines[0], engines[i].all(), engines[0].all());
    print_ratio("CPU", engines[i], engines[0], engines[i].cpu_ms, engines[0].cpu_ms);
  }
}

}  // namespace gazette::bench
