// What tells one state of a file from another.
#pragma once

#include <sys/stat.h>
#include <sys/types.h>

#include <cstdint>

namespace gazette::indexer {

struct FileStamp {
  dev_t device = 0;
  ino_t inode = 0;
  off_t bytes = 0;
  std::int64_t modified = 0;  ///< nanoseconds
  bool operator==(const FileStamp&) const = default;
};

inline FileStamp stamp_of(const struct stat& status) {
  return {status.st_dev, status.st_ino, status.st_size,
          std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
}

}  // namespace gazette::indexer
