// A file of a drop folder on its way into the archive.
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/http/unique_fd.h"
#include "indexer/push/drop_folder.h"
#include "indexer/push/job.h"

namespace gazette::indexer {

/// What became of a file.
struct FileOutcome {
  enum class End : std::uint8_t { kTaken, kRefused, kStays };
  End end = End::kStays;
  std::string path;   ///< in the drop folder
  std::string where;  ///< the path it has now, relative to the folder; empty when it was kept
  std::string why;    ///< it was kept: a sentence; empty when it is only to be looked at again
  std::size_t created = 0, replaced = 0, unchanged = 0, removed = 0, passed_over = 0, rejected = 0;
  std::size_t embargoed = 0;        ///< kept until their embargo ends
  std::int64_t first_release = 0;   ///< of these, UTC seconds
  std::vector<Complaint> warnings;  ///< the first ones
};

struct DropFile {
  std::filesystem::path root;
  std::string path;
  FileStamp stamp;  ///< as it was when `descriptor` was opened
  http::UniqueFd descriptor;
};

/// `done` is called once, from the writer's thread.
std::unique_ptr<Job> make_file_job(DropFile file, std::function<void(FileOutcome&&)> done);

}  // namespace gazette::indexer
