// The meaning of a query in terms of the index: every word with the terms it stands for.
#pragma once

#include "common/analysis/analyzer.h"
#include "common/analysis/query_forms.h"
#include "server/query/clause.h"
#include "server/query/diagnostics.h"
#include "server/query/resolved.h"
#include "server/query/term_source.h"

namespace gazette::server {

struct ResolveContext {
  Analyzer& analyzer;
  const StemLexicon& lexicon;
  const TermSource& terms;
  Diagnostics& diagnostics;
  MatchForm match = MatchForm::kStem;
};

/// What `root` asks of the index. Expansions that were bounded are told.
Node resolve(const Clause& root, const ResolveContext& context);

/// True when some word of `node` is looked for, not only excluded: there is something to rank by.
bool has_words(const Node& node);

}  // namespace gazette::server
