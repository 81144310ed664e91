// From what was typed to what is meant: words analysed, stop words told apart, every join explicit.
#pragma once

#include <string_view>

#include "common/analysis/analyzer.h"
#include "server/query/ast.h"
#include "server/query/clause.h"
#include "server/query/diagnostics.h"
#include "server/query/resolved.h"

namespace gazette::server {

/// What the meaning depends on beside the text.
struct BindContext {
  std::string_view query;  ///< what the AST's views point into
  Analyzer& analyzer;
  Diagnostics& diagnostics;
  JoinWords op = JoinWords::kAnd;
  bool plain_words = false;  ///< the query is all in capitals (see Lexemes)
  CivilDay today = 0;
};

/// The meaning of `ast`; kVanished when nothing in it can be looked for.
Clause bind(const Ast& ast, const BindContext& context);

}  // namespace gazette::server
