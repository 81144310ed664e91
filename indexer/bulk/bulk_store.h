// A load into a new or empty place: built beside, checked, put in its place at once.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/stem_lexicon.h"
#include "indexer/bulk/bulk_place.h"
#include "indexer/bulk/database_builder.h"
#include "indexer/pipeline/archive_writer.h"
#include "indexer/pipeline/article_store.h"
#include "indexer/pipeline/folder.h"

namespace gazette::indexer {

/// What a load stands on; tests put faults in their place.
struct BulkGround {
  std::string xapian = Xapian::version_string();
  Swap swap = swap_folders;
  std::function<void(const std::filesystem::path&)> built = {};  ///< the whole, before its check
};

/// Holds the write lock of the database, which stays empty until `finish`. All of a load is there
/// afterwards or nothing of it; what it leaves beside when it is killed, the next load takes away.
class BulkStore : public ArticleStore {
 public:
  /// True for a place without articles or withdrawals, when the Xapian at hand is one whose tables
  /// we write.
  static bool possible(const std::string& directory, const BulkGround& ground = {});

  /// Removes what a load that was killed has left beside `directory`; only for who holds its lock.
  static void remove_leftovers(const std::string& directory);

  /// Postings of a segment: some 5000 articles. A larger one saves merging, and misses the caches
  /// more often while it is filled.
  static constexpr std::size_t kSegmentBytes = std::size_t{128} << 20;

  /// Makes an empty database at `directory` when there is none. Throws ArchiveError, BulkRefused.
  explicit BulkStore(const std::string& directory, std::size_t segment_bytes = kSegmentBytes,
                     BulkGround ground = {});
  ~BulkStore() override;
  BulkStore(const BulkStore&) = delete;
  BulkStore& operator=(const BulkStore&) = delete;

  std::unique_ptr<ArticlePreparer> make_preparer() const override;

  /// Of one id twice the last one stands, as a new document.
  Change put(const Prepared& article) override;

  bool withdraw(const Withdrawal& withdrawal) override;

  /// Throws BulkRefused when there are more than fit in memory.
  Change hold(const HeldArticle& article) override;

  /// Nothing is visible before the end.
  void commit_if_due() override {}

  /// Throws BulkRefused, ArchiveError; the database is as it was then. Only once.
  void finish() override;

  [[nodiscard]] std::size_t size() const override { return articles_.size(); }

 private:
  struct IdHash {
    std::uint64_t high, low;
    bool operator==(const IdHash&) const = default;
  };
  struct HashOfIdHash {
    std::size_t operator()(const IdHash& hash) const { return hash.low; }
  };
  struct Known {
    std::uint64_t content = 0;   ///< hash of the stored article
    std::uint32_t document = 0;  ///< its number in the whole
    Edition edition;
  };

  static IdHash hash_of(std::string_view id);
  Change write(const BulkDocument& document);
  [[nodiscard]] bool withdrawn(const std::string& id, const Edition& edition) const;
  bool drop_held(const std::string& id, const Edition& coming);
  void finish_without_documents();
  void set_metadata();
  void build();
  [[noreturn]] void throw_failed(const std::string& reason);

  BulkGround ground_;
  std::filesystem::path folder_;  ///< of the database, without links
  std::unique_ptr<ArchiveWriter> lock_;
  std::filesystem::path beside_;
  std::size_t segment_bytes_;
  std::unique_ptr<DatabaseBuilder> builder_;  ///< none before there is an article
  StemLexiconWriter lexicon_;
  std::unordered_map<IdHash, Known, HashOfIdHash> articles_;
  std::vector<std::uint32_t> dropped_;  ///< documents whose articles came again or were withdrawn
  std::map<std::string, std::uint64_t> withdrawn_;  ///< ids, with the version
  std::map<std::string, HeldArticle> held_;         ///< under embargo, by id
  std::size_t held_bytes_ = 0;
};

}  // namespace gazette::indexer
