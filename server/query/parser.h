// Lexemes to tree. Precedence, tightest first: ( ), field, PROCHE and SUIVI, - + SAUF, ET, side by
// side, OU.
#pragma once

#include <vector>

#include "server/query/ast.h"
#include "server/query/lexer.h"

namespace gazette::server {

/// The tree of lexemes as mend() leaves them: cannot fail, and no deeper than its brackets allow.
Ast parse(const std::vector<Lexeme>& lexemes);

}  // namespace gazette::server
