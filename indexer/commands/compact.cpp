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
#include "indexer/commands/commands.h"
#include "indexer/number_text.h"
#include "indexer/pipeline/archive_writer.h"
#include "indexer/pipeline/folder.h"

namespace gazette::indexer {
namespace {

namespace fs = std::filesystem;

}  // namespace

int run_compact(const Options& options) {
  open_archive(options.database);
  const ArchiveWriter lock(options.database);  // no other writer until the swap is done
  // Without a trailing slash, and not through a link: the swap is of the folder itself.
  const fs::path folder = fs::canonical(options.database);
  const std::uint64_t before = folder_bytes(folder);
  const fs::path beside = folder.string() + ".compact";
  fs::remove_all(beside);  // left by a run that was killed
  try {
    Xapian::Database(folder.string()).compact(beside.string());
    if (Xapian::Database::check(beside.string()) != 0) {
      throw ArchiveError(folder.string() +
                         tr(" : la base compactée est défectueuse, l'ancienne est gardée\n  voyez "
                            "« gazette-indexer check »",
                            ": the compacted database is faulty, the old one is kept\n  see "
                            "“gazette-indexer check”"));
    }
    sync_folder(beside);
    swap_folders(beside, folder);
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
