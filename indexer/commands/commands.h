// One function a command; each returns the exit code.
#pragma once

#include "indexer/options.h"

namespace gazette::indexer {

inline constexpr int kDone = 0;
inline constexpr int kDoneInPart = 1;
inline constexpr int kFailed = 2;

/// All throw UsageError, ArchiveError, schema::SchemaMismatch, std::system_error.
int run_add(const Options& options);
int run_remove(const Options& options);
int run_dump(const Options& options);
int run_check(const Options& options);
int run_compact(const Options& options);
int run_stats(const Options& options);
int run_explain(const Options& options);
int run_serve(const Options& options);
int run_watch(const Options& options);

}  // namespace gazette::indexer
