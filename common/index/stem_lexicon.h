// The lexicon folded stem -> accented stems, kept in the database's metadata: read side and write side.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <unordered_map>
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

/// Collects what a batch of documents adds and writes it before the commit. One writer's.
class StemLexiconWriter {
 public:
  /// Loads what `db` has.
  explicit StemLexiconWriter(const Xapian::Database& db);
  void add(std::string_view folded_stem, std::string_view stem);
  /// Writes the entries that changed since the last flush as metadata of `db` (not committed here).
  void flush(Xapian::WritableDatabase& db);

 private:
  std::unordered_map<std::string, std::vector<std::string>> stems_;
  std::vector<std::string> changed_;
};

}  // namespace gazette
