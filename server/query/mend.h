// Makes any run of lexemes one that can be parsed: brackets paired, operators between operands.
#pragma once

#include <vector>

#include "server/query/diagnostics.h"
#include "server/query/lexer.h"

namespace gazette::server {

/// The lexemes with what stands in the way taken out, or what is missing put in, each told:
/// brackets are paired, not empty and at most limits::kMaxDepth deep; a binary operator stands
/// between two operands; a sign or a field stands before one (signs before fields: `-titre:x`).
std::vector<Lexeme> mend(const std::vector<Lexeme>& lexemes, Diagnostics& diagnostics);

}  // namespace gazette::server
