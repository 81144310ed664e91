// What a job reads, packed for the writer.
#include "indexer/push/parcel_packer.h"

#include <utility>

#include "indexer/enrich/enrich.h"
#include "indexer/pipeline/chunk.h"

namespace gazette::indexer {
namespace {

// A prepared article takes some tens of kilobytes: with the parcels that may wait, some tens of
// megabytes.
constexpr std::size_t kParcelEntries = 32;
constexpr std::size_t kParcelBytes = std::size_t{512} << 10;
constexpr std::size_t kWarnings = 100;  // of an input as a whole; more say nothing new

}  // namespace

bool ParcelPacker::take(Record&& record) {
  enrich(record.article);
  const Article& article = record.article;
  const std::size_t bytes = article.title.size() + article.subtitle.size() + article.body.size();
  Entry entry;
  entry.what = preparer_.prepare(article);
  entry.line = record.line;
  entry.id = std::move(record.article.id);
  entry.warnings = std::move(record.warnings);
  add(std::move(entry), bytes);
  return !job_->failed;
}

void ParcelPacker::reject(Complaint&& complaint) {
  Entry entry;
  entry.line = complaint.line;
  entry.what = std::move(complaint);
  add(std::move(entry), 0);
}

void ParcelPacker::warn(Complaint&& complaint) {
  if (parcel_.warnings.size() < kWarnings) parcel_.warnings.push_back(std::move(complaint));
}

void ParcelPacker::pass_over(Complaint&& reason) {
  Entry entry;
  entry.line = reason.line;
  entry.what = Entry::PassedOver{std::move(reason)};
  add(std::move(entry), 0);
}

bool ParcelPacker::embargo(Embargoed&& embargoed) {
  Entry entry;
  entry.line = embargoed.record.line;
  entry.warnings = std::move(embargoed.record.warnings);
  HeldArticle held = held_article(std::move(embargoed));
  const std::size_t bytes = held.encoded.size();
  entry.id = held.id;
  entry.what = std::move(held);
  add(std::move(entry), bytes);
  return !job_->failed;
}

bool ParcelPacker::withdraw(Withdrawal&& withdrawal) {
  Entry entry;
  entry.line = withdrawal.line;
  entry.id = withdrawal.id;
  entry.what = std::move(withdrawal);
  add(std::move(entry), 0);
  return !job_->failed;
}

void ParcelPacker::remove(std::string id) {
  Entry entry;
  entry.what = Entry::Removal{};
  entry.id = std::move(id);
  add(std::move(entry), 0);
}

void ParcelPacker::add(Entry&& entry, std::size_t bytes) {
  parcel_.entries.push_back(std::move(entry));
  bytes_ += bytes;
  if (parcel_.entries.size() >= kParcelEntries || bytes_ >= kParcelBytes) send(false);
}

void ParcelPacker::send(bool last) {
  parcel_.job = job_;
  parcel_.last = last;
  queue_.put_parcel(std::exchange(parcel_, {}));
  bytes_ = 0;
}

void ParcelPacker::finish(std::optional<Failure> failure) {
  parcel_.failure = std::move(failure);
  send(true);
}

}  // namespace gazette::indexer
