// Which indexed forms a query word stands for: the accent scheme, in one place.
//
// The index keeps one stem per token, accents and all ("chât" is not "chat"). A query word stands
// for the stems of every spelling that folds to the same letters: `refugie`, `réfugié` and REFUGIE
// are one query. Which accented stems the archive has is kept with the index (StemLexicon: folded
// stem -> accented stems); a stem counts when some spelling of the query's letters has it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/token.h"

namespace gazette {

/// The archive's table: folded stem -> the accented stems that fold to it ("refugi" -> "réfugi").
/// Stems without accents have no entry: they need none.
class StemLexicon {
 public:
  virtual ~StemLexicon() = default;

  /// Appends the accented stems kept for `folded_stem`; false when there is no entry.
  virtual bool find(std::string_view folded_stem, std::vector<std::string>& stems) const = 0;

  /// False when no article has this stem; a lexicon that cannot tell says true.
  [[nodiscard]] virtual bool has(std::string_view /*stem*/) const { return true; }
};

class Analyzer;

/// The stems and names (without prefix, no duplicates, at least one) that find the word in an index
/// with this lexicon.
std::vector<std::string> query_forms(const WordForms& word, const StemLexicon& lexicon,
                                     Analyzer& analyzer);

}  // namespace gazette
