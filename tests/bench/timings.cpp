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
      sum.hits += work.hits;
      sum.marked_hits += work.marked_hits;
    }
    print_row(engine.name, "all", engine.all());
    std::printf(" %12s %7.0f%%\n", "",
                100.0 * static_cast<double>(sum.marked_hits) /
                    static_cast<double>(std::max<std::size_t>(sum.hits, 1)));
  }
  for (std::size_t i = 1; i < engines.size(); ++i) {
    const auto ratio = [&](double share) {
      return percentile(engines[i].all(), share) / percentile(engines[0].all(), share);
    };
    std::printf("%s takes %.2f times as long as %s at p50, %.2f at p95, %.2f at p99\n",
                engines[i].name.c_str(), ratio(0.50), engines[0].name.c_str(), ratio(0.95),
                ratio(0.99));
  }
}

}  // namespace gazette::bench
