// Opens revisions, publishes snapshots, retries while a writer is faster.
#include "server/search/snapshot_source.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/index/schema.h"

namespace gazette::server {
namespace {

using Clock = std::chrono::steady_clock;

// How often the disk is asked for a new revision: opening costs 25 microseconds, and what was
// pushed must be found within a second.
constexpr auto kPollInterval = std::chrono::milliseconds(100);
// After a load that took long, wait this many times as long: at most a fifth of one core goes
// there.
constexpr int kRestPerLoad = 4;
// A load that a fast writer keeps overtaking is tried again until then.
constexpr auto kLoadDeadline = std::chrono::seconds(5);
// The vocabulary, which corrections alone use, is read again when the archive has grown or shrunk
// by a part in this many, or when it is this old.
constexpr std::size_t kVocabularyPart = 10;
constexpr auto kVocabularyAge = std::chrono::minutes(10);
constexpr unsigned kMinHandles = 4;
constexpr unsigned kMaxHandles = 16;

constexpr const char* kNoArchive = "L'archive n'existe pas encore.";
constexpr const char* kUnreadable = "L'archive ne peut pas être lue pour le moment.";
constexpr const char* kOtherVersion =
    "L'archive a été écrite par une autre version du programme : il faut l'indexer à nouveau.";

unsigned handles_wanted() {
  return std::clamp(2 * std::thread::hardware_concurrency(), kMinHandles, kMaxHandles);
}

// Several handles on one revision: those that saw an earlier one are dropped.
std::vector<Xapian::Database> open_handles(const std::string& directory, RevisionId& id) {
  std::vector<Xapian::Database> handles;
  for (unsigned i = 0; i < handles_wanted(); ++i) {
    Xapian::Database db(directory);
    RevisionId seen = RevisionId::of(db);
    if (seen != id) handles.clear();
    id = std::move(seen);
    handles.push_back(std::move(db));
  }
  return handles;
}

}  // namespace

SnapshotSource::SnapshotSource(std::string directory, const ArchiveOptions& options)
    : directory_(std::move(directory)),
      cache_bytes_(options.bitmap_cache_bytes),
      loader_(options.zone),
      reason_(kNoArchive) {
  open_at_start();
  follower_ = std::thread([this] { follow(); });
}

SnapshotSource::~SnapshotSource() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  follower_.join();
}

void SnapshotSource::open_at_start() {
  const std::lock_guard lock(loading_);
  try {
    publish(open(nullptr), {});
  } catch (const Xapian::DatabaseNotFoundError&) {
    publish(nullptr, kNoArchive);
  } catch (const Xapian::Error&) {
    publish(nullptr, kUnreadable);
  }
}

std::shared_ptr<Snapshot> SnapshotSource::current() {
  const std::lock_guard lock(mutex_);
  if (!current_) throw ArchiveUnavailable(reason_);
  return current_;
}

std::shared_ptr<Snapshot> SnapshotSource::peek() {
  const std::lock_guard lock(mutex_);
  return current_;
}

void SnapshotSource::publish(std::shared_ptr<Snapshot> snapshot, std::string reason) {
  std::shared_ptr<Snapshot> before;  // destroyed outside the lock: it closes files
  const std::lock_guard lock(mutex_);
  if (snapshot) snapshot->set_vocabulary(vocabulary_);
  before = std::exchange(current_, std::move(snapshot));
  reason_ = std::move(reason);
}

void SnapshotSource::refresh(const Snapshot* stale) {
  const std::lock_guard lock(loading_);
  if (peek().get() == stale) refresh_locked();
}

void SnapshotSource::refresh_locked() {
  const std::shared_ptr<Snapshot> before = peek();
  try {
    std::shared_ptr<Snapshot> now = open(before);
    if (now != before) publish(std::move(now), {});
  } catch (const schema::SchemaMismatch&) {
    publish(nullptr, kOtherVersion);
  } catch (const Xapian::DatabaseNotFoundError&) {
    // A database being swapped is away for a moment; the files that are open stay readable.
    if (!before) publish(nullptr, kNoArchive);
  } catch (const Xapian::Error&) {
    if (!before) publish(nullptr, kUnreadable);
  }
}

std::shared_ptr<Snapshot> SnapshotSource::open(const std::shared_ptr<Snapshot>& before) {
  const auto deadline = Clock::now() + kLoadDeadline;
  for (;;) {
    try {
      const Xapian::Database probe(directory_);
      if (before && RevisionId::of(probe) == before->id()) return before;
      schema::require_version(probe);
      RevisionId id;
      std::vector<Xapian::Database> handles = open_handles(directory_, id);
      std::shared_ptr<const Columns> columns = loader_.load(handles.back());
      return std::make_shared<Snapshot>(std::move(id), std::move(handles), std::move(columns),
                                        cache_bytes_);
    } catch (const Xapian::DatabaseModifiedError&) {
      if (Clock::now() > deadline) throw;
    }
  }
}

void SnapshotSource::renew_vocabulary() {
  const std::shared_ptr<Snapshot> snapshot = peek();
  if (!snapshot) return;
  const std::size_t articles = snapshot->columns().size;
  const std::size_t change =
      articles > vocabulary_size_ ? articles - vocabulary_size_ : vocabulary_size_ - articles;
  const bool fresh = vocabulary_uuid_ == snapshot->id().uuid &&
                     change <= vocabulary_size_ / kVocabularyPart &&
                     Clock::now() - vocabulary_time_ < kVocabularyAge;
  if (fresh) return;
  try {
    const Snapshot::Lease handle(*snapshot);
    auto vocabulary = std::make_shared<const Vocabulary>(handle.db());
    snapshot->set_vocabulary(vocabulary);
    vocabulary_uuid_ = snapshot->id().uuid;
    vocabulary_size_ = articles;
    vocabulary_time_ = Clock::now();
    const std::lock_guard lock(mutex_);
    if (current_) current_->set_vocabulary(vocabulary);
    vocabulary_ = std::move(vocabulary);
  } catch (const Xapian::Error&) {
    // Overtaken by the writer: the next round reads a newer revision.
  }
}

void SnapshotSource::follow() {
  auto rest = std::chrono::duration_cast<Clock::duration>(kPollInterval);
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      if (wake_.wait_for(lock, rest, [this] { return stopping_; })) return;
    }
    const auto start = Clock::now();
    {
      const std::lock_guard lock(loading_);
      refresh_locked();
    }
    renew_vocabulary();
    rest = std::max<Clock::duration>(kPollInterval, kRestPerLoad * (Clock::now() - start));
  }
}

}  // namespace gazette::server
