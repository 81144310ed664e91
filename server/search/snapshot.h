// One revision of the archive, ready to be asked by many requests at once.
#pragma once

#include <xapian.h>

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "server/search/columns.h"
#include "server/search/lru_cache.h"
#include "server/search/postings.h"
#include "server/search/vocabulary.h"

namespace gazette::server {

/// Which state of which database: a compaction makes a new database whose revision starts again.
struct RevisionId {
  std::string uuid;
  std::uint64_t revision = 0;
  bool operator==(const RevisionId&) const = default;
  static RevisionId of(const Xapian::Database& db) { return {db.get_uuid(), db.get_revision()}; }
};

/// Columns and caches are shared by all threads; a Xapian handle is one request's at a time.
class Snapshot : public std::enable_shared_from_this<Snapshot> {
 public:
  /// `handles` are all open at `id`; at least one.
  Snapshot(RevisionId id, std::vector<Xapian::Database> handles,
           std::shared_ptr<const Columns> columns, std::size_t cache_bytes);

  [[nodiscard]] const RevisionId& id() const { return id_; }
  [[nodiscard]] const Columns& columns() const { return *columns_; }

  /// A handle for the time of a request; given back by the destructor.
  class Lease {
   public:
    explicit Lease(Snapshot& snapshot);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    [[nodiscard]] const Xapian::Database& db() const { return db_; }

   private:
    Snapshot& snapshot_;
    Xapian::Database db_;
  };

  /// Postings of the articles that have any of `terms`, from the cache or decoded.
  std::shared_ptr<const Postings> postings(const Xapian::Database& db,
                                           const std::vector<std::string>& terms);

  /// The archive's terms in memory, perhaps as of an earlier revision; none while they are read.
  std::shared_ptr<const Vocabulary> vocabulary();
  void set_vocabulary(std::shared_ptr<const Vocabulary> vocabulary);

  /// Articles about each place, or what lies inside it, by code. Counted when first asked for: 3 ns
  /// an article and place.
  std::shared_ptr<const std::vector<std::uint32_t>> place_counts();

  /// Match sets of phrases and filters, under keys of their makers.
  LruCache<CachedSet>& sets() { return sets_; }

 private:
  RevisionId id_;
  std::shared_ptr<const Columns> columns_;
  LruCache<Postings> postings_;
  LruCache<CachedSet> sets_;
  std::mutex mutex_;
  std::condition_variable given_back_;
  std::vector<Xapian::Database> free_;
  std::shared_ptr<const Vocabulary> vocabulary_;
  std::shared_ptr<const std::vector<std::uint32_t>> place_counts_;
};

}  // namespace gazette::server
