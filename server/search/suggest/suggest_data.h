// What completions are made from: the archive's words, titles and places in memory, kept up with
// its commits by a thread of their own.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "common/analysis/analyzer.h"
#include "server/search/snapshot_source.h"
#include "server/search/suggest/place_names.h"
#include "server/search/suggest/title_index.h"
#include "server/search/suggest/word_list.h"

namespace gazette::server {

/// Each as of some revision, perhaps an earlier one, or null while it is read.
struct SuggestData {
  std::shared_ptr<const WordList> words;
  std::shared_ptr<const TitleIndex> titles;
  std::shared_ptr<const PlaceNames> places;
};

/// Thread-safe. Titles are read once, and then only those that changed: 1 million take about
/// 20 seconds at the start, the newest being there first, and 100 MB.
class SuggestFollower {
 public:
  /// `source` must outlive it.
  explicit SuggestFollower(SnapshotSource& source);
  ~SuggestFollower();

  /// What there is. At the very start it is waited for, not long.
  SuggestData current();

 private:
  void follow();
  bool renew();
  std::shared_ptr<const TitleIndex> read_titles(Snapshot& snapshot, bool& complete);
  bool stopping();

  SnapshotSource& source_;

  // The thread's alone.
  Analyzer analyzer_;
  RevisionId seen_;  ///< its titles are all in the data
  std::shared_ptr<const Vocabulary> vocabulary_;
  std::size_t reads_ = 0;  ///< titles read for one publication at most

  std::mutex mutex_;  ///< guards what follows; held for moments only
  SuggestData data_;
  bool begun_ = false;  ///< every part was there once
  bool stopping_ = false;
  std::condition_variable changed_;
  std::thread thread_;
};

}  // namespace gazette::server
