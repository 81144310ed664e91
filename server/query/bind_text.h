// The leaves of a query: a word or phrase as text to look for, or as the value of a field.
#pragma once

#include "server/query/bind.h"

namespace gazette::server {

/// The word or phrase `ast`, to be looked for in `where`: kWords (no word of it optional), kPhrase,
/// or kVanished.
Clause bind_text(const Ast& ast, TextField where, const BindContext& context);

/// The value `ast` of `auteur:` and the like, or of `date:`; kVanished when it is none.
Clause bind_filter(const Ast& ast, FieldName field, const BindContext& context);

}  // namespace gazette::server
