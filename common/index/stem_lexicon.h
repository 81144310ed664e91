// The lexicon folded stem -> accented stems, kept in the database's metadata: read side and write
// side.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/analysis/query_forms.h"

namespace gazette {

/// Reads from a database; owns nothing, lives no longer than `db`.
class DatabaseStemLexicon : public StemLexicon {
 public:
  explicit DatabaseStemLexicon(const Xapian::Database& db) : db_(db) {}
  bool find(std::string_view folded_stem, std::vector<std::string>& stems) const override;

 private:
  const Xapian::Database& db_;
};

/// Collects what a batch of documents adds and writes it before the commit. One writer's. Entries
/// are never taken away: one whose articles were all removed only makes a query look for nothing.
class StemLexiconWriter {
 public:
  /// For a new database.
  StemLexiconWriter() = default;
  /// Loads what `db` has.
  explicit StemLexiconWriter(const Xapian::Database& db);
  void add(std::string_view folded_stem, std::string_view stem);
  /// Writes the entries that changed since the last flush as metadata of `db` (not committed here).
  void flush(Xapian::WritableDatabase& db);

  /// The same for who writes metadata in another way: keys and values.
  std::vector<std::pair<std::string, std::string>> take_changes();

 private:
  /// Lets the table be asked with a string_view: no string is made for the words already known.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  struct Entry {
    std::vector<std::string> stems;
    bool changed = false;  ///< since the last flush
  };

  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
  std::vector<std::string> changed_;  ///< their keys
};

}  // namespace gazette
