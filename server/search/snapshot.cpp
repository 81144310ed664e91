// Handles on loan and cached postings of one revision.
#include "server/search/snapshot.h"

#include <utility>

#include "server/search/facets.h"

namespace gazette::server {
namespace {

constexpr std::size_t kSetsShare = 4;  // one part in this many of the cache is for phrases, filters

}  // namespace

Snapshot::Snapshot(RevisionId id, std::vector<Xapian::Database> handles,
                   std::shared_ptr<const Columns> columns, std::size_t cache_bytes)
    : id_(std::move(id)),
      columns_(std::move(columns)),
      postings_(cache_bytes - cache_bytes / kSetsShare),
      sets_(cache_bytes / kSetsShare),
      free_(std::move(handles)) {}

Snapshot::Lease::Lease(Snapshot& snapshot) : snapshot_(snapshot) {
  std::unique_lock lock(snapshot.mutex_);
  // Every lease ends with its request or its batch of an export: the wait is milliseconds.
  snapshot.given_back_.wait(lock, [&] { return !snapshot.free_.empty(); });
  db_ = std::move(snapshot.free_.back());
  snapshot.free_.pop_back();
}

Snapshot::Lease::~Lease() {
  {
    const std::lock_guard lock(snapshot_.mutex_);
    snapshot_.free_.push_back(std::move(db_));
  }
  snapshot_.given_back_.notify_one();
}

std::shared_ptr<const Vocabulary> Snapshot::vocabulary() {
  const std::lock_guard lock(mutex_);
  return vocabulary_;
}

void Snapshot::set_vocabulary(std::shared_ptr<const Vocabulary> vocabulary) {
  const std::lock_guard lock(mutex_);
  vocabulary_ = std::move(vocabulary);
}

std::shared_ptr<const std::vector<std::uint32_t>> Snapshot::place_counts() {
  {
    const std::lock_guard lock(mutex_);
    if (place_counts_) return place_counts_;
  }
  // Two threads that come at once both count: better than all waiting for one.
  auto counts = std::make_shared<const std::vector<std::uint32_t>>(
      count_codes(*columns_, FacetField::kPlace, numbers_of(range_set(0, columns_->size))));
  const std::lock_guard lock(mutex_);
  if (!place_counts_) place_counts_ = std::move(counts);
  return place_counts_;
}

std::shared_ptr<const Postings> Snapshot::postings(const Xapian::Database& db,
                                                   const std::vector<std::string>& terms) {
  std::string key;
  for (const std::string& term : terms) {
    key += term;
    key += '\0';
  }
  return postings_.get(key, [&] { return decode_postings(db, *columns_, terms); });
}

}  // namespace gazette::server
