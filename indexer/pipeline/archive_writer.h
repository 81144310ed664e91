// The one writer of a database: documents in, commits out.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/stem_lexicon.h"

namespace gazette::indexer {

/// What stands in the way of writing, told to the person at the terminal: which database, why, and
/// what to do.
class ArchiveError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A document ready to be written, and what it adds to the lexicon.
struct PreparedArticle {
  std::string id;
  std::string content_hash;  ///< 8 bytes, as in the content slot
  Xapian::Document document;
  std::vector<std::pair<std::string, std::string>> stems;  ///< folded stem, accented stem
  std::size_t bytes = 0;                                   ///< of its text
};

enum class Change : std::uint8_t { kAdded, kUpdated, kUnchanged };

/// Holds the database's write lock as long as it lives. Everything since the last commit is lost
/// when it goes without one; what was committed is on disk, together with its lexicon.
class ArchiveWriter {
 public:
  /// Makes the database (and its folder) when there is none. Throws ArchiveError (locked by another
  /// writer, not a database, not writable), schema::SchemaMismatch.
  explicit ArchiveWriter(std::string directory);
  ~ArchiveWriter();
  ArchiveWriter(const ArchiveWriter&) = delete;
  ArchiveWriter& operator=(const ArchiveWriter&) = delete;

  /// Adds or replaces by id; an article whose content is the one that is there is left alone.
  /// Commits when a batch is full.
  Change put(const PreparedArticle& article);

  /// False when there is no such article.
  bool remove(std::string_view id);

  /// Commits when what was written has waited long enough; cheap to call often.
  void commit_if_due();

  /// Makes everything so far durable. Throws ArchiveError when the disk is full or fails: the last
  /// commit stays intact, this writer is of no more use.
  void commit();

  /// Articles in the database, those not yet committed included.
  [[nodiscard]] std::size_t size() const { return db_.get_doccount(); }

  /// Called after each commit.
  void on_commit(std::function<void()> callback) { committed_ = std::move(callback); }

 private:
  [[nodiscard]] Xapian::docid find(const std::string& term) const;
  void begin();

  std::string directory_;
  Xapian::WritableDatabase db_;
  std::unique_ptr<StemLexiconWriter> lexicon_;
  std::size_t pending_articles_ = 0;
  std::size_t pending_bytes_ = 0;
  std::chrono::steady_clock::time_point batch_start_;
  std::function<void()> committed_;
};

/// Opens for reading an index that must be there. Throws ArchiveError, schema::SchemaMismatch.
Xapian::Database open_archive(const std::string& directory);

/// The instant now, "2026-11-23T12:00:00Z".
std::string utc_now();

}  // namespace gazette::indexer
