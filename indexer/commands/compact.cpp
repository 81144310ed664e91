// `compact`: the smallest form of the database, written beside and swapped in at once.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "common/cli/language.h"
#include "indexer/bulk/bulk_place.h"
#include "indexer/commands/commands.h"
#include "indexer/number_text.h"
#include "indexer/pipeline/archive_writer.h"
#include "indexer/pipeline/folder.h"

namespace gazette::indexer {
namespace {

namespace fs = std::filesystem;

/// Told before the work, not after it.
fs::path place_beside(const fs::path& folder) {
  try {
    return make_beside(folder, swap_folders);
  } catch (const BulkRefused& e) {
    throw ArchiveError(folder.string() +
                       tr(" : une base compactée ne pourrait pas y prendre sa place : ",
                          ": a compacted database could not take its place there: ") +
                       e.what());
  }
}

}  // namespace

int run_compact(const Options& options) {
  open_archive(options.database);
  const ArchiveWriter lock(options.database);  // no other writer until the swap is done
  const fs::path folder = real_folder(options.database);
  const std::uint64_t before = folder_bytes(folder);
  const fs::path beside = place_beside(folder);
  const fs::path whole = beside / "base";
  try {
    Xapian::Database(folder.string()).compact(whole.string());
    if (Xapian::Database::check(whole.string()) != 0) {
      throw ArchiveError(folder.string() +
                         tr(" : la base compactée est défectueuse, l'ancienne est gardée\n  voyez "
                            "« gazette-indexer check »",
                            ": the compacted database is faulty, the old one is kept\n  see "
                            "“gazette-indexer check”"));
    }
    sync_folder(whole);
    put_in_place(whole, folder, swap_folders);
  } catch (const Xapian::Error& e) {
    std::error_code ignored;
    fs::remove_all(beside, ignored);
    throw ArchiveError(folder.string() +
                       tr(" : le compactage a échoué, la base est inchangée : ",
                          ": compacting failed, the database is unchanged: ") +
                       e.get_msg() +
                       (e.get_error_string() != nullptr ? std::string(" : ") + e.get_error_string()
                                                        : std::string()));
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(beside, ignored);
    throw;
  }
  fs::remove_all(beside);
  const std::uint64_t after = folder_bytes(folder);
  if (options.json) {
    const nlohmann::ordered_json out = {{"bytes_before", before}, {"bytes", after}};
    std::printf("%s\n", out.dump().c_str());
  } else {
    std::fprintf(stderr, "%s%s%s\n", bytes_text(before).c_str(), tr(" réduits à ", " reduced to "),
                 bytes_text(after).c_str());
  }
  return kDone;
}

}  // namespace gazette::indexer
