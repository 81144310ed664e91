// Articles under embargo, kept where no reader looks until their time has come.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "indexer/pipeline/article_store.h"

namespace gazette::indexer {

/// One writer's, in its database's metadata; commits nothing. They are on disk with the commit that
/// saw them come, and survive what it survives.
class Embargoes {
 public:
  explicit Embargoes(Xapian::WritableDatabase& db) : db_(db) {}

  /// The one with this id.
  [[nodiscard]] std::optional<HeldArticle> find(const std::string& id) const;

  /// In the place of the one with its id. False when it is there as it is.
  bool keep(const HeldArticle& article);

  /// False when there is none.
  bool drop(const std::string& id);

  /// When the next one is due, UTC seconds.
  [[nodiscard]] std::optional<std::int64_t> next() const;

  /// Takes out the first one that is due.
  std::optional<HeldArticle> take_due(std::int64_t now);

 private:
  void look() const;

  Xapian::WritableDatabase& db_;
  mutable std::optional<bool> none_;  ///< known to be so: most archives never have any
};

/// What is said of one that cannot be published.
std::string damaged_text(const std::string& id);

/// How many there are in a database, and when the first is due.
struct EmbargoFigures {
  std::size_t articles = 0;
  std::optional<std::int64_t> next;  ///< UTC seconds
};

EmbargoFigures embargo_figures(const Xapian::Database& db);

/// Calls `take` for each whose key is greater than `last`, which is moved on: who was thrown out by
/// DatabaseModifiedError reopens and goes on.
void each_held(const Xapian::Database& db, std::string& last,
               const std::function<void(const HeldArticle&)>& take);

}  // namespace gazette::indexer
