// The loop of `watch`: which files of a drop folder are complete, and in what order they go.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "indexer/push/drop_folder.h"
#include "indexer/push/file_job.h"
#include "indexer/push/live_writer.h"

namespace gazette::indexer {

/// A file is complete when its writer has closed it or moved it in, or when it has not changed for
/// a while; and never while somebody has it open for writing, where the system can tell. Complete
/// files go in the order of their times, one after the other, so that of two versions of an article
/// the later one stays.
class FolderWatch {
 public:
  using Clock = std::chrono::steady_clock;

  /// `told` is called for each file that was taken, and for each that has to stay, from run().
  FolderWatch(DropFolder& folder, LiveWriter& writer, std::function<void(const FileOutcome&)> told);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  /// Until a stop is requested (indexer/stop.h).
  void run();

  /// Tells what is left, after the writer has stopped.
  void tell_outcomes();

 private:
  struct Candidate {
    FileStamp stamp;
    Clock::time_point since;       ///< when this stamp was first seen
    Clock::time_point not_before;  ///< an attempt has failed: not again until then
    bool closed = false;
    bool in_work = false;
    bool complained = false;
  };

  void look_at_all();
  void look_at_closed(const std::vector<std::string>& paths);
  void note(const std::string& path, const FileStamp& stamp, bool closed);
  void offer_complete();
  bool offer(const std::string& path, Candidate& candidate);
  void keep(const std::string& path, Candidate& candidate, std::string why);
  void wait(Clock::time_point until) const;
  [[nodiscard]] Clock::time_point next_look() const;

  DropFolder& folder_;
  LiveWriter& writer_;
  std::function<void(const FileOutcome&)> told_;
  std::map<std::string, Candidate> candidates_;
  std::size_t in_work_ = 0;
  Clock::time_point looked_;

  http::UniqueFd outcome_came_;
  std::mutex outcomes_mutex_;
  std::vector<FileOutcome> outcomes_;
};

}  // namespace gazette::indexer
