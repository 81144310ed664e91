// A drop folder: what lies in it, what changes in it, and where its files go.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "common/http/unique_fd.h"
#include "indexer/push/file_stamp.h"

namespace gazette::indexer {

/// Paths are relative to the folder. Left alone everywhere: hidden names, names of files that are
/// still on their way (.part, .tmp …), links, pipes, databases; at the top: done/ and rejected/.
class DropFolder {
 public:
  /// Makes done/ and rejected/. Throws UsageError when the folder is not there, std::system_error.
  explicit DropFolder(std::filesystem::path root);

  struct Found {
    std::string path;
    FileStamp stamp;
  };

  /// All files; folders are watched from now on too.
  std::vector<Found> scan();

  /// Readable (poll) when something has changed; -1 when the system cannot tell.
  [[nodiscard]] int descriptor() const { return inotify_.get(); }

  struct Changes {
    std::vector<std::string> closed;  ///< written to the end, or moved in
    bool scan = false;                ///< more has changed than that: look at everything
  };

  /// What has changed since the last call; never waits.
  Changes changes();

  /// The state of one file; false when it is not there or not one to take.
  bool look(const std::string& path, FileStamp& stamp) const;

  [[nodiscard]] const std::filesystem::path& root() const { return root_; }

 private:
  void scan_folder(const std::filesystem::path& folder, int depth, std::vector<Found>& out);
  void watch(const std::filesystem::path& folder);

  std::filesystem::path root_;
  http::UniqueFd inotify_;
  std::vector<std::string> watched_;  ///< by watch descriptor; "" for none
};

}  // namespace gazette::indexer
