// What the column loader remembers of each document between revisions, compactly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace gazette::server {

/// Short runs of T, set and replaced one by one; space of replaced runs is won back when it is half
/// of all.
template <typename T>
class RunStore {
 public:
  struct Run {
    std::uint64_t begin = 0;
    std::uint32_t size = 0;
  };

  /// Makes `run` hold `items`.
  void set(Run& run, std::span<const T> items) {
    dead_ += run.size;
    run = {pool_.size(), static_cast<std::uint32_t>(items.size())};
    pool_.insert(pool_.end(), items.begin(), items.end());
  }

  void clear(Run& run) {
    dead_ += run.size;
    run = {};
  }

  [[nodiscard]] std::span<const T> get(const Run& run) const {
    return {pool_.data() + run.begin, run.size};
  }

  [[nodiscard]] bool wasteful() const { return dead_ > kSlack && dead_ > pool_.size() / 2; }

  /// Moves every run to a new pool; `for_each_run(f)` must call f(Run&) for all that are in use.
  template <typename ForEachRun>
  void pack(ForEachRun for_each_run) {
    std::vector<T> packed;
    packed.reserve(pool_.size() - dead_);
    for_each_run([&](Run& run) {
      const std::span<const T> items = get(run);
      run.begin = packed.size();
      packed.insert(packed.end(), items.begin(), items.end());
    });
    pool_ = std::move(packed);
    dead_ = 0;
  }

 private:
  static constexpr std::size_t kSlack = 4096;  // packing less is not worth a pass over all runs
  std::vector<T> pool_;
  std::size_t dead_ = 0;
};

}  // namespace gazette::server
