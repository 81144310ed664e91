// The loop of `watch`.
#include "indexer/push/watch.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

#include "common/cli/language.h"
#include "indexer/stop.h"

namespace gazette::indexer {
namespace {

using namespace std::chrono_literals;

constexpr auto kSettled = 2s;        // unchanged for so long: complete, where no event has told
constexpr auto kLookSoon = 1s;       // between looks while a file has yet to settle
constexpr auto kLookOften = 10s;     // between looks otherwise: what inotify did not tell
constexpr auto kAgain = 5s;          // after an attempt that failed
constexpr std::size_t kInWork = 32;  // files at once: descriptors, and the order they came in

enum class Writers : std::uint8_t { kNone, kSome, kUnknown };

/// Whether somebody has the file open for writing: a read lease cannot be had then. It is given
/// back at once; who opens the file meanwhile waits that long.
Writers writers_of(int descriptor) {
  if (fcntl(descriptor, F_SETLEASE, F_RDLCK) == 0) {
    fcntl(descriptor, F_SETLEASE, F_UNLCK);
    return Writers::kNone;
  }
  return errno == EAGAIN ? Writers::kSome : Writers::kUnknown;
}

}  // namespace

FolderWatch::FolderWatch(DropFolder& folder, LiveWriter& writer,
                         std::function<void(const FileOutcome&)> told)
    : folder_(folder),
      writer_(writer),
      told_(std::move(told)),
      outcome_came_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (!outcome_came_) throw std::system_error(errno, std::generic_category(), "eventfd");
}

FolderWatch::~FolderWatch() = default;

void FolderWatch::run() {
  look_at_all();
  while (!stop_requested()) {
    offer_complete();
    wait(next_look());
    const DropFolder::Changes changes = folder_.changes();
    look_at_closed(changes.closed);
    tell_outcomes();
    if (changes.scan || Clock::now() >= next_look()) look_at_all();
  }
}

FolderWatch::Clock::time_point FolderWatch::next_look() const {
  const bool unsettled = std::any_of(candidates_.begin(), candidates_.end(),
                                     [](const auto& entry) { return !entry.second.in_work; });
  return looked_ + (unsettled ? Clock::duration(kLookSoon) : Clock::duration(kLookOften));
}

void FolderWatch::wait(Clock::time_point until) const {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
  std::array<pollfd, 3> waits{{{folder_.descriptor(), POLLIN, 0},
                               {stop_descriptor(), POLLIN, 0},
                               {outcome_came_.get(), POLLIN, 0}}};
  poll(waits.data(), waits.size(), static_cast<int>(std::max<std::int64_t>(left, 0)));
}

void FolderWatch::look_at_all() {
  looked_ = Clock::now();
  std::map<std::string, Candidate> still;
  for (DropFolder::Found& found : folder_.scan()) {
    note(found.path, found.stamp, false);
    still.insert(candidates_.extract(found.path));
  }
  for (auto& [path, candidate] : candidates_) {
    if (candidate.in_work) still.emplace(path, candidate);  // its outcome is to come
  }
  candidates_ = std::move(still);
}

void FolderWatch::look_at_closed(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    FileStamp stamp;
    if (folder_.look(path, stamp)) note(path, stamp, true);
  }
}

void FolderWatch::note(const std::string& path, const FileStamp& stamp, bool closed) {
  const auto [at, fresh] = candidates_.try_emplace(path);
  Candidate& candidate = at->second;
  if (fresh || candidate.stamp != stamp) {
    candidate.stamp = stamp;
    candidate.since = Clock::now();
    candidate.closed = false;
    candidate.not_before = {};
  }
  candidate.closed = candidate.closed || closed;
}

void FolderWatch::offer_complete() {
  if (in_work_ >= kInWork) return;
  const auto now = Clock::now();
  std::vector<std::pair<const std::string, Candidate>*> complete;
  for (auto& entry : candidates_) {
    const Candidate& candidate = entry.second;
    const bool settled = candidate.closed || now - candidate.since >= kSettled;
    if (!candidate.in_work && settled && now >= candidate.not_before) complete.push_back(&entry);
  }
  std::sort(complete.begin(), complete.end(), [](const auto* a, const auto* b) {
    return std::pair(a->second.stamp.modified, a->first) <
           std::pair(b->second.stamp.modified, b->first);
  });
  for (auto* const entry : complete) {
    if (in_work_ >= kInWork || stop_requested()) return;
    offer(entry->first, entry->second);
  }
}

bool FolderWatch::offer(const std::string& path, Candidate& candidate) {
  DropFile file{folder_.root(), path, {}, {}};
  // Not through a link, and no waiting for a pipe that took the file's place.
  file.descriptor = http::UniqueFd(
      open((folder_.root() / path).c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file.descriptor) {
    keep(path, candidate, std::system_category().message(errno));
    return false;
  }
  struct stat status {};
  if (fstat(file.descriptor.get(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  file.stamp = stamp_of(status);
  if (file.stamp != candidate.stamp) {
    note(path, file.stamp, candidate.closed);
    if (!candidate.closed) return false;
  }
  if (writers_of(file.descriptor.get()) == Writers::kSome) {
    candidate.not_before = Clock::now() + kLookSoon;
    return false;
  }
  const auto bytes = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
  if (!writer_.reserve(bytes)) return false;
  candidate.in_work = true;
  ++in_work_;
  writer_.put(make_file_job(std::move(file),
                            [this](FileOutcome&& outcome) {
                              const std::lock_guard lock(outcomes_mutex_);
                              outcomes_.push_back(std::move(outcome));
                              const std::uint64_t one = 1;
                              [[maybe_unused]] const auto written =
                                  write(outcome_came_.get(), &one, sizeof one);
                            }),
              bytes);
  return true;
}

/// A file that cannot be taken stays, and is tried again; its reason is told once.
void FolderWatch::keep(const std::string& path, Candidate& candidate, std::string why) {
  candidate.not_before = Clock::now() + kAgain;
  if (std::exchange(candidate.complained, true)) return;
  FileOutcome outcome;
  outcome.path = path;
  outcome.why = std::move(why);
  told_(outcome);
}

void FolderWatch::tell_outcomes() {
  std::uint64_t count = 0;
  [[maybe_unused]] const auto got = read(outcome_came_.get(), &count, sizeof count);
  std::vector<FileOutcome> outcomes;
  {
    const std::lock_guard lock(outcomes_mutex_);
    outcomes.swap(outcomes_);
  }
  for (FileOutcome& outcome : outcomes) {
    --in_work_;
    const auto found = candidates_.find(outcome.path);
    if (outcome.end != FileOutcome::End::kStays) {
      if (found != candidates_.end()) candidates_.erase(found);
      told_(outcome);
    } else if (found != candidates_.end()) {
      found->second.in_work = false;
      found->second.since = Clock::now();
      found->second.closed = false;
      if (!outcome.why.empty()) keep(outcome.path, found->second, std::move(outcome.why));
    }
  }
}

}  // namespace gazette::indexer
