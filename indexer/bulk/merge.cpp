// Sixteen parts of a level become one of the next.
#include "indexer/bulk/merge.h"

#include <xapian.h>

#include <string>

namespace gazette::indexer {
namespace {

// A merge holds five files of each part open, and each document is written once a level: 16 parts
// of 5000 articles, then 16 of 80,000, are a million articles written three times.
constexpr std::size_t kPartsOfMerge = 16;

}  // namespace

std::filesystem::path Merge::next_path() { return folder_ / std::to_string(made_++); }

std::filesystem::path Merge::merged(const std::vector<std::filesystem::path>& parts) {
  const std::filesystem::path out = next_path();
  {
    Xapian::Database all;
    for (const std::filesystem::path& part : parts) {
      all.add_database(Xapian::Database(part.string()));
    }
    all.compact(out.string());
  }
  for (const std::filesystem::path& part : parts) std::filesystem::remove_all(part);
  return out;
}

void Merge::add(std::filesystem::path part) {
  for (std::size_t level = 0;; ++level) {
    if (level == levels_.size()) levels_.emplace_back();
    levels_[level].push_back(std::move(part));
    if (levels_[level].size() < kPartsOfMerge) return;
    part = merged(levels_[level]);
    levels_[level].clear();
  }
}

std::filesystem::path Merge::whole() {
  std::vector<std::filesystem::path> parts;
  for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
    parts.insert(parts.end(), level->begin(), level->end());
  }
  levels_.clear();
  return parts.size() == 1 ? parts.front() : merged(parts);
}

}  // namespace gazette::indexer
