// Where a database is made: an empty folder, a new one, or one in which the making was killed.
#include "indexer/pipeline/database_place.h"

#include <fcntl.h>

#include <filesystem>

#include "common/cli/language.h"
#include "common/http/unique_fd.h"
#include "indexer/pipeline/archive_error.h"

namespace gazette::indexer {
namespace {

namespace fs = std::filesystem;

/// What a kill in the very making of a database leaves: Xapian's files, with nothing in them yet
/// and without the one that makes them a database. Files that hold something are never taken for
/// that.
bool is_stillborn(const std::string& directory) {
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end;
       entry.increment(error)) {
    const fs::path& path = entry->path();
    const bool empty_table = path.extension() == ".glass" && entry->file_size(error) == 0;
    const bool other = path.filename() == "flintlock" || path.filename() == "v.tmp";
    if (!entry->is_regular_file(error) || !(empty_table || other)) return false;
  }
  return !error;
}

/// Empties a folder of that, under Xapian's own lock, lest somebody is making the database just
/// now. False when the folder holds anything else.
bool clear_stillborn(const std::string& directory) {
  const http::UniqueFd lock(
      open((fs::path(directory) / "flintlock").c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  if (!lock || fcntl(lock.get(), F_OFD_SETLK, &whole) != 0 || !is_stillborn(directory))
    return false;
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().filename() != "flintlock") fs::remove(entry->path(), error);
  }
  return !error;
}

}  // namespace

void require_place_for_database(const std::string& directory) {
  std::error_code error;
  if (fs::exists(fs::path(directory) / "iamglass", error)) return;
  if (fs::exists(directory, error) && !fs::is_directory(directory, error)) {
    throw ArchiveError(sentence(directory,
                                tr("c'est un fichier, pas une base", "a file, not a database"),
                                tr("donnez un dossier à --db", "give a folder to --db")));
  }
  if (fs::is_directory(directory, error) && !fs::is_empty(directory, error) &&
      !clear_stillborn(directory)) {
    throw ArchiveError(sentence(
        directory,
        tr("ce dossier contient autre chose qu'une base", "this folder holds something else"),
        tr("donnez à --db un dossier vide ou qui n'existe pas encore",
           "give --db a folder that is empty or not there yet")));
  }
  fs::create_directories(directory, error);
  if (error) {
    throw ArchiveError(sentence(directory, error.message().c_str(),
                                tr("choisissez un dossier où vous pouvez écrire",
                                   "choose a folder that you may write to")));
  }
}

}  // namespace gazette::indexer
