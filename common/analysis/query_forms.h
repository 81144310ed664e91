// Which indexed forms a query word stands for: the accent scheme, in one place.
//
// The index keeps one stem per token, accents and all. A query word stands for the stems of every
// word of the archive that folds to the same letters, so that accents and case never change the
// hits: `azerbaidjan` and `Azerbaïdjan` are one query, and ETAT in bare capitals is found by
// `État`. What the archive's words fold to is kept with the index (StemLexicon).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/token.h"

namespace gazette {

/// The archive's table folded word -> stems of the words that fold to it. Only words whose stems
/// are not simply {stem(folded)} have an entry.
class StemLexicon {
 public:
  virtual ~StemLexicon() = default;

  /// Appends the stems kept for `folded`; false when there is no entry.
  virtual bool find(std::string_view folded, std::vector<std::string>& stems) const = 0;
};

class Analyzer;

/// The stems and names (without prefix, no duplicates, at least one) that find the word in an index
/// with this lexicon.
std::vector<std::string> query_forms(const WordForms& word, const StemLexicon& lexicon,
                                     Analyzer& analyzer);

}  // namespace gazette
