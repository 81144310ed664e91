// From the text of a query to what is run: the one entry of the query language.
#pragma once

#include <string>

#include "common/analysis/analyzer.h"
#include "common/analysis/query_forms.h"
#include "common/error.h"
#include "server/query/resolved.h"
#include "server/query/term_source.h"

namespace gazette::server {

/// What the reader asked, as it came.
struct QueryInput {
  std::string q;  ///< any bytes
  JoinWords op = JoinWords::kAnd;
  MatchForm match = MatchForm::kStem;
  bool dates_in_words = true;
  bool strict = false;  ///< refuse what would be mended
  CivilDay today = 0;   ///< the civil day in the server's zone, for "hier"
};

/// The query ready to run. Never fails unless `strict`: then an Error with the code of the first
/// mend and `offset` in bytes of `q`. Blank text asks for every article; text without a single word
/// for none. `analyzer` is the calling thread's own; nothing of the arguments is kept.
Result<ResolvedQuery> resolve_query(const QueryInput& input, Analyzer& analyzer,
                                    const StemLexicon& lexicon, const TermSource& terms);

}  // namespace gazette::server
