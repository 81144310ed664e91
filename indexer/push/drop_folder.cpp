// A drop folder: scans and inotify.
#include "indexer/push/drop_folder.h"

#include <sys/inotify.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <system_error>

#include "common/cli/language.h"
#include "common/cli/usage_error.h"

namespace gazette::indexer {
namespace {

namespace fs = std::filesystem;

constexpr int kMaxDepth = 32;                // folders in folders: deeper is a mistake
constexpr std::size_t kMaxWatched = 10'000;  // folders; more are seen by the scans alone

bool is_passing(std::string_view name) {
  constexpr std::array kEndings = std::to_array<std::string_view>(
      {".part", ".partial", ".tmp", ".temp", ".filepart", ".crdownload", ".swp", "~"});
  return name.empty() || name.front() == '.' ||
         std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

bool is_ours(const fs::path& relative) { return relative == "done" || relative == "rejected"; }

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directory(folder, error);
  if (error) throw std::system_error(error, folder.string());
  if (!fs::is_directory(fs::symlink_status(folder))) {
    throw UsageError(folder.string() + tr(" : doit être un dossier", ": must be a folder"));
  }
}

}  // namespace

DropFolder::DropFolder(fs::path root)
    : root_(std::move(root)), inotify_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  std::error_code error;
  if (!fs::is_directory(root_, error)) {
    throw UsageError(root_.string() + tr(" : ce dossier n'existe pas ; créez-le d'abord (mkdir)",
                                         ": this folder does not exist; make it first (mkdir)"));
  }
  make_folder(root_ / "done");
  make_folder(root_ / "rejected");
}

void DropFolder::watch(const fs::path& folder) {
  if (!inotify_ || watched_.size() > kMaxWatched) return;
  const int number = inotify_add_watch(
      inotify_.get(), (root_ / folder).c_str(),
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_MOVED_FROM | IN_ONLYDIR | IN_DONT_FOLLOW);
  if (number < 0) return;  // gone already, or too many: the scans see it
  const auto index = static_cast<std::size_t>(number);
  if (watched_.size() <= index) watched_.resize(index + 1);
  watched_[index] = folder.string();
}

std::vector<DropFolder::Found> DropFolder::scan() {
  std::vector<Found> out;
  scan_folder({}, 0, out);
  return out;
}

void DropFolder::scan_folder(const fs::path& folder, int depth, std::vector<Found>& out) {
  watch(folder);  // before the look: nothing falls in between
  std::error_code error;
  if (fs::exists(root_ / folder / "iamglass", error)) return;
  std::vector<fs::path> folders;
  for (fs::directory_iterator entry(root_ / folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const fs::path relative = folder / entry->path().filename();
    std::error_code ignored;
    if (fs::is_directory(entry->symlink_status(ignored))) {
      const bool hidden = relative.filename().string().starts_with('.');
      if (!hidden && !is_ours(relative) && depth < kMaxDepth) folders.push_back(relative);
      continue;
    }
    Found found{relative.string(), {}};
    if (look(found.path, found.stamp)) out.push_back(std::move(found));
  }
  for (const fs::path& inner : folders) scan_folder(inner, depth + 1, out);
}

bool DropFolder::look(const std::string& path, FileStamp& stamp) const {
  struct stat status {};
  if (is_passing(fs::path(path).filename().string())) return false;
  if (lstat((root_ / path).c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  stamp = stamp_of(status);
  return true;
}

DropFolder::Changes DropFolder::changes() {
  Changes out;
  alignas(inotify_event) std::array<char, 16 * 1024> buffer;
  while (inotify_) {
    const ssize_t count = read(inotify_.get(), buffer.data(), buffer.size());
    if (count <= 0) break;
    for (std::size_t at = 0; at < static_cast<std::size_t>(count);) {
      const auto& event = *reinterpret_cast<const inotify_event*>(buffer.data() + at);
      at += sizeof event + event.len;
      const auto watch_number = static_cast<std::size_t>(event.wd);
      if ((event.mask & IN_Q_OVERFLOW) != 0) out.scan = true;
      if (event.wd < 0 || watch_number >= watched_.size()) continue;
      if ((event.mask & IN_ISDIR) != 0) {
        out.scan = true;  // its files came before anybody watched, or its names have changed
      } else if ((event.mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0 && event.len > 0) {
        const fs::path folder = watched_[watch_number];
        out.closed.push_back((folder / event.name).string());
      }
    }
  }
  return out;
}

}  // namespace gazette::indexer
