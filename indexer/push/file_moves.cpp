// Moves and notes of a drop folder.
#include "indexer/push/file_moves.h"

#include <fcntl.h>
#include <stdio.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace gazette::indexer {
namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

fs::path free_name(const fs::path& folder, const std::string& path) {
  const fs::path wanted = folder / path;
  fs::create_directories(wanted.parent_path());
  fs::path name = wanted;
  for (int number = 2; is_there(name); ++number) {
    name = wanted.parent_path() /
           (wanted.stem().string() + "-" + std::to_string(number) + wanted.extension().string());
  }
  return name;
}

void write_note(const fs::path& path, std::string_view text) {
  const fs::path passing = path.parent_path() / ("." + path.filename().string() + ".tmp");
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(passing.c_str(), "we"));
  if (!file || std::fwrite(text.data(), 1, text.size(), file.get()) != text.size() ||
      std::fflush(file.get()) != 0 || std::rename(passing.c_str(), path.c_str()) != 0) {
    throw std::system_error(errno, std::generic_category(), path.string());
  }
}

bool move_file(const fs::path& from, const fs::path& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno == ENOENT || errno == EEXIST) return false;
  if (errno == EINVAL && !is_there(to)) {  // a file system that cannot tell
    if (std::rename(from.c_str(), to.c_str()) == 0) return true;
    if (errno == ENOENT) return false;
  }
  throw std::system_error(errno, std::generic_category(), from.string());
}

}  // namespace gazette::indexer
