// What file systems, mounts and permissions allow.
#include "indexer/bulk/bulk_place.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "common/cli/language.h"

namespace gazette::indexer {
namespace {

namespace fs = std::filesystem;

/// No fault of the disk: names cannot be exchanged here. A folder that is a mount point (a volume
/// of a container) is one that cannot.
bool tells_no_swap(const std::error_code& code) {
  constexpr std::array kNumbers{EINVAL, ENOSYS, EOPNOTSUPP, EXDEV, EBUSY, EPERM, EACCES, EROFS};
  return std::find(kNumbers.begin(), kNumbers.end(), code.value()) != kNumbers.end();
}

[[noreturn]] void refuse_swap(const std::error_code& code) {
  throw BulkRefused(tr("les dossiers ne peuvent pas y échanger leurs noms : ",
                       "folders cannot exchange their names there: ") +
                    code.message());
}

struct stat status_of(const fs::path& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) {
    throw std::system_error(errno, std::generic_category(), path.string());
  }
  return status;
}

}  // namespace

fs::path real_folder(const std::string& directory) {
  std::error_code error;
  const fs::path folder = fs::canonical(directory, error);
  return error ? fs::path(directory) : folder;
}

fs::path beside_of(const fs::path& folder) { return folder.string() + ".bulk"; }

fs::path make_beside(const fs::path& folder, const Swap& swap) {
  std::error_code error;
  if (fs::equivalent(folder, fs::current_path(error), error)) {
    throw BulkRefused(tr("le dossier courant ne peut pas être échangé contre un autre",
                         "the current folder cannot be exchanged for another"));
  }
  fs::path beside = beside_of(folder);
  try {
    fs::remove_all(beside);
    fs::create_directory(beside);
    if (status_of(beside).st_dev != status_of(folder).st_dev) {
      refuse_swap(std::make_error_code(std::errc::cross_device_link));
    }
    const fs::path one = beside / "a", other = beside / "b";
    fs::create_directory(one);
    fs::create_directory(other);
    swap(one, other);
    fs::remove(one);
    fs::remove(other);
  } catch (const std::system_error& e) {
    fs::remove_all(beside, error);
    throw BulkRefused(beside.string() + " : " + e.code().message());
  } catch (const BulkRefused&) {
    fs::remove_all(beside, error);
    throw;
  }
  return beside;
}

void put_in_place(const fs::path& whole, const fs::path& folder, const Swap& swap) {
  const struct stat place = status_of(folder);
  if (chown(whole.c_str(), place.st_uid, place.st_gid) != 0 && errno != EPERM) {
    throw std::system_error(errno, std::generic_category(), whole.string());
  }
  fs::permissions(whole, static_cast<fs::perms>(place.st_mode & 07777));
  try {
    swap(whole, folder);
  } catch (const std::system_error& e) {
    if (tells_no_swap(e.code())) refuse_swap(e.code());
    throw;
  }
}

}  // namespace gazette::indexer
