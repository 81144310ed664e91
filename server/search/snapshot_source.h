// Follows the database on disk: publishes a new snapshot soon after each commit, and at once when a
// request found its own overwritten.
#pragma once

#include <xapian.h>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "server/search/archive.h"
#include "server/search/column_loader.h"
#include "server/search/snapshot.h"

namespace gazette::server {

/// Thread-safe. Runs one thread that looks for commits.
class SnapshotSource {
 public:
  /// Throws schema::SchemaMismatch when the database is there and was written by another version.
  SnapshotSource(std::string directory, const ArchiveOptions& options);
  ~SnapshotSource();

  /// The newest snapshot published. Throws ArchiveUnavailable when there is none.
  std::shared_ptr<Snapshot> current();

  /// The same, or null when there is none.
  std::shared_ptr<Snapshot> peek();

  /// Looks for a newer revision now, unless another thread already published one after `stale`.
  void refresh(const Snapshot* stale);

 private:
  void open_at_start();
  void follow();
  void refresh_locked();
  void publish(std::shared_ptr<Snapshot> snapshot, std::string reason);
  void renew_vocabulary();
  std::shared_ptr<Snapshot> open(const std::shared_ptr<Snapshot>& before);

  std::string directory_;
  std::size_t cache_bytes_;

  std::mutex loading_;  ///< held while a revision is opened
  ColumnLoader loader_;

  // The follower's alone.
  std::string vocabulary_uuid_;      ///< of the database that it was read from
  std::size_t vocabulary_size_ = 0;  ///< articles then
  std::chrono::steady_clock::time_point vocabulary_time_;

  std::mutex mutex_;  ///< guards what follows; held for moments only
  std::shared_ptr<Snapshot> current_;
  std::shared_ptr<const Vocabulary> vocabulary_;
  std::string reason_;  ///< why there is no snapshot, in French
  bool stopping_ = false;
  std::condition_variable wake_;
  std::thread follower_;
};

}  // namespace gazette::server
