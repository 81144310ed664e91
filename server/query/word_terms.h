// One word of the query as terms of the index.
#pragma once

#include <cstddef>

#include "server/query/clause.h"
#include "server/query/expand.h"
#include "server/query/resolve.h"

namespace gazette::server {

/// Makes Words; holds the bounds that all of one query share.
class WordTerms {
 public:
  explicit WordTerms(const ResolveContext& context)
      : context_(context), expander_(context.terms, context.analyzer) {}

  /// `word` as it is looked for anywhere in `where`; `sign` is its own.
  Word free_word(const QueryWord& word, Clause::Sign sign, TextField where);

  /// The same inside a phrase or proximity: by positions where it has any; `verify` is set when
  /// they do not decide and the stored text must be asked.
  Word placed_word(const QueryWord& word, Clause::Sign sign, TextField where, bool& verify);

 private:
  [[nodiscard]] Word::Kind kind_of(const QueryWord& word, Clause::Sign sign) const;
  Word common(const QueryWord& word, Word::Kind kind, TextField where) const;
  [[nodiscard]] std::vector<std::string> stems_of(const QueryWord& word, Word::Kind kind) const;
  void add_stems(Word& out, const QueryWord& word, TextField where) const;
  void add_forms(Word& out, const QueryWord& word, std::vector<std::string>& terms,
                 TextField where) const;
  void add_expansion(Word& out, const QueryWord& word, TextField where);

  const ResolveContext& context_;
  Expander expander_;
};

}  // namespace gazette::server
