// Where prepared articles go: the database itself, or a load that becomes one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>

#include "common/article.h"
#include "indexer/bulk/bulk_document.h"
#include "indexer/pipeline/prepared_article.h"
#include "indexer/readers/reader.h"

namespace gazette::indexer {

/// kOutdated: the archive knows a higher version, or a withdrawal of this one; kHeld: it is kept
/// until its embargo ends.
enum class Change : std::uint8_t { kAdded, kUpdated, kUnchanged, kOutdated, kHeld };

/// An article that the database had already when the work began; it may have changed since.
struct Unchanged {
  std::string id;
  std::string encoded;  ///< see common/index/stored_article.h
};

/// What an article is prepared to, by the store it goes to.
using Prepared = std::variant<PreparedArticle, BulkDocument, Unchanged>;

/// An article that nobody may see yet.
struct HeldArticle {
  std::string id;
  std::int64_t until = 0;  ///< UTC seconds
  Edition edition;
  std::string encoded;  ///< see common/index/stored_article.h
};

/// Prepares articles; one thread's own.
class ArticlePreparer {
 public:
  virtual ~ArticlePreparer() = default;
  virtual Prepared prepare(const Article& article) = 0;
};

/// The last stage of the pipeline; one thread's own. All members throw ArchiveError when writing
/// fails.
class ArticleStore {
 public:
  virtual ~ArticleStore() = default;

  /// A preparer for one more thread.
  virtual std::unique_ptr<ArticlePreparer> make_preparer() const = 0;

  /// Adds or replaces by id; an article whose content is the one that is there is left alone.
  virtual Change put(const Prepared& article) = 0;

  /// Keeps the article until its embargo ends; what the archive has of it stands till then. Of one
  /// id one article is kept: by the rules of put, and gone when a later one comes that may be seen.
  virtual Change hold(const HeldArticle& article) = 0;

  /// Takes the article out and remembers the version, so that none up to it comes back. False when
  /// there is no such article, or one of a higher version.
  virtual bool withdraw(const Withdrawal& withdrawal) = 0;

  /// Commits when what was written has waited long enough; cheap to call often.
  virtual void commit_if_due() = 0;

  /// Makes everything so far durable and visible to readers. The store may be used on.
  virtual void finish() = 0;

  /// Articles it holds, those not yet committed included.
  [[nodiscard]] virtual std::size_t size() const = 0;
};

}  // namespace gazette::indexer
