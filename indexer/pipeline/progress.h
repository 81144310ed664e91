// A line on the terminal that says how far the work is; nothing where there is no terminal.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

namespace gazette::indexer {

/// Draws on stderr when that is a terminal and `wanted`. `update` is one thread's own.
class Progress {
 public:
  Progress(bool wanted, std::uint64_t total_bytes);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// From any thread: so many more bytes of the input were read.
  void add_bytes(std::uint64_t bytes) { bytes_.fetch_add(bytes, std::memory_order_relaxed); }

  /// Draws again when the last drawing is old enough.
  void update(std::uint64_t articles);

  /// Takes the line away, so that a message can be written.
  void clear();

 private:
  bool shown_;
  bool on_screen_ = false;
  std::uint64_t total_bytes_;  ///< 0 when unknown
  std::atomic<std::uint64_t> bytes_{0};
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point drawn_{};
};

}  // namespace gazette::indexer
