// What `lieu:` of a query comes to: the places meant, told to the reader.
#pragma once

#include <string>
#include <vector>

#include "common/analysis/analyzer.h"
#include "server/query/resolved.h"
#include "server/search/columns.h"

namespace gazette::server {

/// Codes of the places that `lieu:` with this value asks for: the place that the name means; all
/// its places when it is ambiguous; when the gazetteer does not know it, those of the archive's own
/// whose label has its words (`folded`, as folded_words() gives them).
std::vector<Code> codes_of_place(const Dictionary& places, const Node& node,
                                 const std::string& folded);

/// Notes in `query.places` how each `lieu:` was understood, and warns of those that are ambiguous
/// or unknown.
void read_places(const Dictionary& places, Analyzer& analyzer, ResolvedQuery& query);

}  // namespace gazette::server
