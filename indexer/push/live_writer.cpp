// Live ingest: group commit.
#include "indexer/push/live_writer.h"

#include <algorithm>
#include <ctime>
#include <exception>
#include <utility>

#include "common/cli/language.h"
#include "indexer/pipeline/preparer.h"
#include "indexer/push/parcel_packer.h"

namespace gazette::indexer {
namespace {

using namespace std::chrono_literals;

// After the last job that is complete, for its neighbours that are on their way: clients that were
// answered by one commit come back together, and a commit costs some tens of milliseconds.
constexpr auto kGather = 3ms;
// No job waits longer for others to join its commit; with the commit itself and the server's next
// look that stays within a second.
constexpr auto kMaxGather = 150ms;
constexpr auto kOpenAgain = 1s;  // between attempts to open a database that failed
constexpr auto kIdle = 1h;       // a wait for anything at all
constexpr std::chrono::seconds kClockLook =
    10s;  // while an embargo waits: the system's clock may be set

/// What the exception being handled is to those who wait.
Failure failure_under_way() {
  try {
    throw;
  } catch (const ArchiveError& e) {
    return {e.no_space() ? Failure::Kind::kDiskFull : Failure::Kind::kUnavailable, e.what()};
  } catch (const std::exception& e) {
    return {Failure::Kind::kUnavailable, e.what()};
  }
}

}  // namespace

std::string released_text(std::size_t articles) {
  return std::to_string(articles) + tr(" articles dont l'embargo a pris fin : publiés",
                                       " articles whose embargo has ended: there now");
}

LiveWriter::LiveWriter(LiveWriterOptions options)
    : options_(std::move(options)), queue_(options_.queue, options_.threads) {
  open_writer();
  writer_->commit();  // a new database can be opened by its readers at once
  for (unsigned i = 0; i < std::max(options_.threads, 1u); ++i) {
    preparing_.emplace_back([this] { prepare_jobs(); });
  }
  writing_ = std::thread([this] { write_parcels(); });
}

LiveWriter::~LiveWriter() { stop(); }

bool LiveWriter::reserve(std::size_t bytes) {
  if (queue_.reserve(bytes)) return true;
  ++refused_jobs_;
  return false;
}

void LiveWriter::stop() {
  queue_.close();
  for (std::thread& thread : preparing_) thread.join();
  preparing_.clear();
  if (writing_.joinable()) writing_.join();
}

void LiveWriter::prepare_jobs() {
  Preparer preparer;
  while (std::shared_ptr<QueuedJob> job = queue_.take_job()) {
    ParcelPacker packer(job, preparer, queue_);
    std::optional<Failure> failure;
    try {
      job->job->read(packer);
    } catch (const Xapian::Error& e) {
      failure = Failure{Failure::Kind::kInternal, e.get_description()};
    } catch (const std::exception& e) {
      failure = Failure{Failure::Kind::kInternal, e.what()};
    }
    packer.finish(std::move(failure));
  }
}

void LiveWriter::open_writer() {
  writer_ = std::make_unique<ArchiveWriter>(options_.database);
  writer_->on_commit([this] { committed(); });
  next_release_ = writer_->next_release();
}

std::int64_t LiveWriter::wall_clock() const {
  return options_.clock ? options_.clock() : std::int64_t{std::time(nullptr)};
}

/// When to look whether an embargo has ended.
LiveWriter::Clock::time_point LiveWriter::release_look() const {
  if (!next_release_) return Clock::now() + kIdle;
  const std::int64_t left = *next_release_ - wall_clock();
  // In seconds: centuries are more nanoseconds than the clock can count.
  if (left > 0) return Clock::now() + std::min(kClockLook, std::chrono::seconds(left));
  return writer_ ? Clock::time_point::min() : open_again_;
}

void LiveWriter::release_due() {
  try {
    if (!writer_) open_writer();
    const std::size_t released = writer_->release_due(wall_clock(), [this](const std::string& id) {
      if (options_.trouble) options_.trouble(damaged_text(id));
    });
    commit();
    if (!writer_) return;  // told by commit(); they are still there
    next_release_ = writer_->next_release();
    released_ += released;
    if (released > 0 && options_.released) options_.released(released);
    return;
  } catch (const std::exception&) {
    fail(failure_under_way());
  }
}

LiveWriter::Clock::time_point LiveWriter::commit_due() const {
  if (complete_.empty()) return Clock::now() + kIdle;
  const auto latest = first_complete_ + kMaxGather;
  return queue_.unread() > 0 ? latest : std::min(latest, last_complete_ + kGather);
}

void LiveWriter::write_parcels() {
  while (true) {
    if (next_release_ && Clock::now() >= release_look()) release_due();
    if (auto parcel = queue_.take_parcel(std::min(commit_due(), release_look()))) {
      write(*parcel);
      if (complete_.empty() || Clock::now() < first_complete_ + kMaxGather) continue;
    }
    if (!complete_.empty()) {
      const bool closing = queue_.closed_and_empty();
      if (closing || Clock::now() >= commit_due()) commit();
    } else if (queue_.closed_and_empty()) {
      return;
    }
  }
}

void LiveWriter::write(Parcel& parcel) {
  QueuedJob& job = *parcel.job;
  for (Complaint& warning : parcel.warnings) job.job->warn(std::move(warning));
  if (!job.failure && !write_entries(parcel)) job.failed = true;
  if (parcel.failure && !job.failure) {
    job.failure = std::move(parcel.failure);
    if (options_.trouble) options_.trouble(job.failure->message);
  }
  if (!parcel.last) return;
  if (job.failure) return finish(job, &*job.failure);
  if (!job.wrote) return finish(job, nullptr);  // nothing of it depends on a commit
  std::erase(begun_, parcel.job);
  if (complete_.empty()) first_complete_ = Clock::now();
  last_complete_ = Clock::now();
  complete_.push_back(std::move(parcel.job));
}

/// False when writing failed; the job then knows why.
bool LiveWriter::write_entries(Parcel& parcel) {
  QueuedJob& job = *parcel.job;
  try {
    for (Entry& entry : parcel.entries) {
      ArticleResult result;
      result.line = entry.line;
      result.warnings = std::move(entry.warnings);
      if (auto* const complaint = std::get_if<Complaint>(&entry.what)) {
        result.complaint = std::move(*complaint);
      } else if (auto* const passed_over = std::get_if<Entry::PassedOver>(&entry.what)) {
        result.fate = Fate::kPassedOver;
        result.complaint = std::move(passed_over->why);
      } else {
        // Known before anything is written: the commit that a full batch brings must not pass by.
        if (std::find(begun_.begin(), begun_.end(), parcel.job) == begun_.end()) {
          begun_.push_back(parcel.job);
        }
        if (const auto* const held = std::get_if<HeldArticle>(&entry.what)) {
          result.until = held->until;
        }
        result.fate = write_entry(entry);
        job.wrote = job.wrote || result.fate != Fate::kUnknown;
        result.id = std::move(entry.id);
      }
      count(result.fate);
      job.job->result(std::move(result));
    }
    if (writer_) {
      writer_->commit_if_due();
      next_release_ = writer_->next_release();
    }
    return true;
  } catch (const std::exception&) {
    fail(failure_under_way());
  }
  if (!job.failure) job.failure = last_failure_;
  return false;
}

Fate LiveWriter::write_entry(const Entry& entry) {
  if (!writer_) {
    if (Clock::now() < open_again_) {
      throw ArchiveError(last_failure_.message, last_failure_.kind == Failure::Kind::kDiskFull);
    }
    open_writer();
  }
  if (std::holds_alternative<Entry::Removal>(entry.what)) {
    return writer_->remove(entry.id) ? Fate::kRemoved : Fate::kUnknown;
  }
  if (const auto* const withdrawal = std::get_if<Withdrawal>(&entry.what)) {
    // Of an article that is not there the version is remembered all the same.
    return writer_->withdraw(*withdrawal) ? Fate::kRemoved : Fate::kUnchanged;
  }
  const auto* const held = std::get_if<HeldArticle>(&entry.what);
  switch (held != nullptr ? writer_->hold(*held) : writer_->put(std::get<Prepared>(entry.what))) {
    case Change::kAdded:
      return Fate::kCreated;
    case Change::kUpdated:
      return Fate::kReplaced;
    case Change::kUnchanged:
      return Fate::kUnchanged;
    case Change::kOutdated:
      return Fate::kOutdated;
    case Change::kHeld:
      return Fate::kHeld;
  }
  return Fate::kUnchanged;
}

void LiveWriter::commit() {
  const auto start = Clock::now();
  try {
    writer_->commit();
    // With nothing but unchanged articles there was nothing to commit, and no call back.
    if (!complete_.empty()) committed();
    commit_microseconds_ +=
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count();
    return;
  } catch (const std::exception&) {
    fail(failure_under_way());
  }
}

/// Everything written so far is on disk.
void LiveWriter::committed() {
  ++commits_;
  writable_ = true;
  begun_.clear();
  for (const auto& job : std::exchange(complete_, {})) finish(*job, nullptr);
}

/// What was written since the last commit is lost, and the writer with it.
void LiveWriter::fail(const Failure& failure) {
  if (writer_ || writable_) {
    ++failures_;
    if (options_.trouble) options_.trouble(failure.message);
  }
  if (writer_) {
    writer_.reset();
    open_again_ = Clock::now();  // the first attempt may come at once
  } else {
    open_again_ = Clock::now() + kOpenAgain;
  }
  last_failure_ = failure;
  writable_ = false;
  for (const auto& job : std::exchange(begun_, {})) {
    job->failure = failure;
    job->failed = true;
  }
  for (const auto& job : std::exchange(complete_, {})) finish(*job, &failure);
}

void LiveWriter::finish(QueuedJob& job, const Failure* failure) {
  job.job->finish(failure);
  job.job.reset();
  queue_.release(job);
}

void LiveWriter::count(Fate fate) {
  switch (fate) {
    case Fate::kCreated:
      ++created_;
      break;
    case Fate::kReplaced:
      ++replaced_;
      break;
    case Fate::kUnchanged:
      ++unchanged_;
      break;
    case Fate::kHeld:
      ++embargoed_;
      break;
    case Fate::kRemoved:
      ++removed_;
      break;
    case Fate::kOutdated:
    case Fate::kUnknown:
    case Fate::kPassedOver:
      break;
    case Fate::kRejected:
      ++rejected_;
      break;
  }
}

LiveFigures LiveWriter::figures() const {
  LiveFigures out;
  out.created = created_;
  out.replaced = replaced_;
  out.unchanged = unchanged_;
  out.removed = removed_;
  out.rejected = rejected_;
  out.embargoed = embargoed_;
  out.released = released_;
  out.commits = commits_;
  out.failures = failures_;
  out.refused_jobs = refused_jobs_;
  out.waiting_jobs = queue_.jobs();
  out.waiting_bytes = queue_.bytes();
  out.commit_seconds = static_cast<double>(commit_microseconds_) / 1e6;
  out.writable = writable_;
  return out;
}

}  // namespace gazette::indexer
