// Chunks between threads: in from the reader, through any worker, out to the writer in the order of
// the input, never more than a fixed number at once.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <optional>

#include "indexer/pipeline/chunk.h"

namespace gazette::indexer {

/// All members may be called from any thread.
class Conveyor {
 public:
  /// `capacity` chunks at most between put_raw and release.
  explicit Conveyor(std::size_t capacity) : free_(capacity) {}

  /// Waits for room. False once the conveyor was stopped.
  bool put_raw(Chunk&& chunk);
  /// No more chunks will be put.
  void end_raw();
  /// The next chunk for a worker; none when there are no more.
  std::optional<Chunk> take_raw();
  void put_ready(Chunk&& chunk);
  /// The next chunk in the order of the input; none after the last.
  std::optional<Chunk> take_ready();
  /// The chunk taken last was written: room for another.
  void release();
  /// Everybody goes home: nothing more is taken or given.
  void stop();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Chunk> raw_;
  std::map<std::uint64_t, Chunk> ready_;
  std::uint64_t next_ = 0;  ///< number of the chunk that the writer takes next
  std::uint64_t put_ = 0;   ///< chunks put so far
  std::size_t free_;
  bool ended_ = false;
  bool stopped_ = false;
};

}  // namespace gazette::indexer
