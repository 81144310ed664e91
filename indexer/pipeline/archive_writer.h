// The one writer of a database: documents in, commits out.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/stem_lexicon.h"
#include "indexer/pipeline/archive_error.h"
#include "indexer/pipeline/article_store.h"
#include "indexer/pipeline/embargoes.h"
#include "indexer/pipeline/stories.h"
#include "indexer/pipeline/touched_ids.h"

namespace gazette::indexer {

/// Holds the database's write lock as long as it lives. Everything since the last commit is lost
/// when it goes without one; what was committed is on disk, together with its lexicon.
class ArchiveWriter : public ArticleStore {
 public:
  /// Makes the database (and its folder) when there is none. Throws ArchiveError (locked by another
  /// writer, not a database, not writable), schema::SchemaMismatch.
  explicit ArchiveWriter(std::string directory);
  ~ArchiveWriter() override;
  ArchiveWriter(const ArchiveWriter&) = delete;
  ArchiveWriter& operator=(const ArchiveWriter&) = delete;

  /// Adds or replaces by id, within its story; an article whose content is the one that is there is
  /// left alone. Commits when a batch is full.
  Change put(const Prepared& article) override;

  std::unique_ptr<ArticlePreparer> make_preparer() const override;

  bool withdraw(const Withdrawal& withdrawal) override;

  Change hold(const HeldArticle& article) override;

  /// Puts the articles whose embargo has ended by `now` (UTC seconds); how many there were. One
  /// that the disk has damaged is let go, and its id told.
  std::size_t release_due(std::int64_t now,
                          const std::function<void(const std::string&)>& damaged = {});

  /// When the next embargo ends, UTC seconds.
  [[nodiscard]] std::optional<std::int64_t> next_release() const { return embargoes_.next(); }

  /// Of an article under embargo too. False when there is no such article.
  bool remove(std::string_view id);

  /// Commits when what was written has waited long enough; cheap to call often.
  void commit_if_due() override;

  /// Makes everything so far durable. Throws ArchiveError when the disk is full or fails: the last
  /// commit stays intact, this writer is of no more use.
  void commit();
  void finish() override { commit(); }

  [[nodiscard]] std::size_t size() const override { return db_.get_doccount(); }

  /// Called after each commit.
  void on_commit(std::function<void()> callback) { committed_ = std::move(callback); }

 private:
  [[nodiscard]] Xapian::docid find(const std::string& term) const;
  Change write(const PreparedArticle& article);
  Change write_if_changed(const Unchanged& article);
  Change write_encoded(const std::string& encoded);
  void drop_held(const std::string& id, const Edition& coming);
  bool erase(const std::string& id, bool held_too);
  void touched(std::string_view id, std::size_t bytes);
  void commit_if_full();
  void leave(const std::string& story);
  [[nodiscard]] bool withdrawn(const std::string& id, const Edition& edition) const;
  void begin();
  void give_up();

  std::string directory_;
  Xapian::WritableDatabase db_;
  Stories stories_{db_};
  Embargoes embargoes_{db_};
  std::unique_ptr<StemLexiconWriter> lexicon_;
  std::unique_ptr<ArticlePreparer> own_preparer_;  ///< for what was unchanged, and is no more
  TouchedIds touched_;
  std::size_t pending_articles_ = 0;
  std::size_t pending_bytes_ = 0;
  std::chrono::steady_clock::time_point batch_start_;
  std::function<void()> committed_;
};

/// Opens for reading an index that must be there. Throws ArchiveError, schema::SchemaMismatch.
Xapian::Database open_archive(const std::string& directory);

/// The instant now, "2026-11-23T12:00:00Z".
std::string utc_now();
/// An instant, in the same form.
std::string utc_text(std::int64_t seconds);

}  // namespace gazette::indexer
