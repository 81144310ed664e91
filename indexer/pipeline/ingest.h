// `add`: inputs -> readers -> documents -> one writer, with what became of each article counted.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace gazette::indexer {

struct IngestOptions {
  std::string database;            ///< folder
  std::vector<std::string> paths;  ///< files, folders, "-"
  std::string format = "auto";
  std::string rejects;   ///< file for what was refused; empty for none
  unsigned threads = 1;  ///< that analyse beside the writer; 0: one thread does everything
  bool progress = true;  ///< where stderr is a terminal
};

struct IngestSummary {
  std::size_t added = 0;
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::size_t removed = 0;      ///< withdrawn by their source
  std::size_t outdated = 0;     ///< of which the archive has a higher version, or a withdrawal
  std::size_t embargoed = 0;    ///< kept until their embargo ends
  std::size_t released = 0;     ///< of those kept by earlier runs, whose embargo has ended
  std::size_t passed_over = 0;  ///< drafts, not articles
  std::size_t rejected = 0;
  std::size_t files_passed_over = 0;  ///< of folders: hidden, pictures, documentation …
  std::size_t warnings = 0;
  std::size_t articles = 0;  ///< in the database at the end
  double seconds = 0;
  bool stopped = false;  ///< by a signal; what was counted is committed
};

/// Throws UsageError (a path or format that is not there), ArchiveError, schema::SchemaMismatch,
/// std::system_error (the rejects file).
IngestSummary ingest(const IngestOptions& options);

}  // namespace gazette::indexer
