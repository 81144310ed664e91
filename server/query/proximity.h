// What may stand on both sides of PROCHE and SUIVI, and what becomes of what may not.
#pragma once

#include <vector>

#include "server/query/clause.h"
#include "server/query/diagnostics.h"

namespace gazette::server {

/// `operands` with a link between each two, none of them kVanished. Words, phrases and OR groups of
/// them, all in the same field, make a proximity; of a conjunction, each part does; with anything
/// else all of them are asked for instead (see all_of() for `literal`), which is told.
Clause proximity_of(std::vector<Clause> operands, std::vector<Ast::Link> links, bool literal,
                    Diagnostics& diagnostics);

}  // namespace gazette::server
