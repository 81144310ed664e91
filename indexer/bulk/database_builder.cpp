// Tables from front to back: two as documents come, two from the runs.
#include "indexer/bulk/database_builder.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

#include "indexer/bulk/glass_codec.h"
#include "indexer/bulk/merge_runs.h"
#include "indexer/bulk/posting_list.h"

namespace gazette::indexer {
namespace {

std::filesystem::path new_folder(std::filesystem::path path) {
  if (!std::filesystem::create_directory(path)) {
    throw std::system_error(std::make_error_code(std::errc::file_exists), path);
  }
  return path;
}

void write_file(const std::filesystem::path& path, const std::string& content) {
  std::ofstream file(path, std::ios::binary);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  file.close();
  if (!file) throw std::system_error(errno, std::generic_category(), path);
}

}  // namespace

DatabaseBuilder::DatabaseBuilder(std::filesystem::path folder, std::filesystem::path runs,
                                 std::size_t segment_bytes)
    : folder_(new_folder(std::move(folder))),
      runs_(std::in_place, std::move(runs)),
      segment_bytes_(segment_bytes),
      segment_(std::make_unique<Segment>(segment_bytes)),
      docdata_(folder_ / "docdata.glass"),
      termlist_(folder_ / "termlist.glass") {}

void DatabaseBuilder::set_metadata(std::string key, std::string value) {
  metadata_[std::move(key)] = std::move(value);
}

void DatabaseBuilder::count_values(const SlotValues& values) {
  for (const auto& [slot, value] : values) {
    if (slot >= stats_.size()) stats_.resize(slot + 1);
    SlotStats& stats = stats_[slot];
    if (stats.count == 0 || value < stats.least) stats.least = value;
    if (stats.count == 0 || value > stats.greatest) stats.greatest = value;
    ++stats.count;
  }
}

void DatabaseBuilder::add(const BulkDocument& document) {
  if (segment_->bytes() >= segment_bytes_) segment_->write(*runs_);
  const std::uint32_t number = ++figures_.documents;
  std::string key;
  glass::put_sorted_uint(key, number);
  docdata_.add(key, document.data);
  termlist_.add(key, document.term_list, document.packed);
  if (!document.slots_used.empty()) {
    key.push_back('\0');
    termlist_.add(key, document.slots_used);
  }
  count_values(document.values);
  lengths_.push_back(static_cast<std::uint32_t>(document.length));
  figures_.total_length += document.length;
  if (document.length > 0 &&
      (figures_.least_length == 0 || document.length < figures_.least_length)) {
    figures_.least_length = document.length;
  }
  figures_.greatest_length = std::max(figures_.greatest_length, document.length);
  figures_.greatest_wdf = std::max(figures_.greatest_wdf, document.greatest_wdf);
  segment_->add(number, document);
}

void DatabaseBuilder::write_metadata(glass::TableWriter& postlist) const {
  for (const auto& [key, value] : metadata_) {
    if (!value.empty()) postlist.add(std::string(glass::kMetadataKey) + key, value);
  }
}

void DatabaseBuilder::write_value_stats(glass::TableWriter& postlist) const {
  for (std::uint32_t slot = 0; slot < stats_.size(); ++slot) {
    const SlotStats& stats = stats_[slot];
    if (stats.count == 0) continue;
    std::string key(glass::kValueStatsKey);
    glass::put_last_uint(key, slot);
    std::string tag;
    glass::put_uint(tag, stats.count);
    glass::put_string(tag, stats.least);
    if (stats.greatest != stats.least) tag += stats.greatest;
    postlist.add(key, tag);
  }
}

void DatabaseBuilder::write_lengths(glass::TableWriter& postlist) const {
  glass::PostingListWriter list(postlist);
  list.begin(glass::kLengthsKey, glass::kLengthsKey, 0, 0);
  for (std::uint32_t i = 0; i < lengths_.size(); ++i) list.add(i + 1, lengths_[i]);
  list.end();
}

void DatabaseBuilder::finish() {
  segment_->write(*runs_);
  segment_.reset();
  std::vector<RunReader> runs = runs_->readers();
  glass::TableWriter postlist(folder_ / "postlist.glass");
  glass::TableWriter position(folder_ / "position.glass");
  write_metadata(postlist);
  write_value_stats(postlist);
  merge_values(runs, postlist);
  write_lengths(postlist);
  merge_postings(runs, postlist, position);
  runs_.reset();
  const std::string version = glass::version_file(
      {postlist.finish(), docdata_.finish(), termlist_.finish(), position.finish(), {}, {}},
      figures_);
  write_file(folder_ / "iamglass", version);
}

}  // namespace gazette::indexer
