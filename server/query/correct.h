// "Did you mean": the whole query again, its unknown words replaced by the archive's own.
#pragma once

#include <string>
#include <vector>

#include "common/analysis/analyzer.h"
#include "server/query/resolved.h"
#include "server/query/term_source.h"

namespace gazette::server {

/// The text of `query` with each word that no article has replaced by a near one that some article
/// has, and each that hardly any has by a far more frequent one: best first, at most three, none
/// when nothing can be bettered. Everything else stays as
/// typed: accents, elided articles, capitals, operators. Whether one of them finds more is for the
/// caller to see. Exact words, numbers, prefixes and what is excluded are left alone.
std::vector<std::string> corrected_queries(const ResolvedQuery& query, const TermSource& terms,
                                           Analyzer& analyzer);

}  // namespace gazette::server
