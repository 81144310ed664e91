// The query in canonical French: ET, OU, SAUF, PROCHE/n, « … »; read again it finds the same.
#pragma once

#include <string>

#include "server/query/clause.h"

namespace gazette::server {

struct CanonicalOptions {
  bool lower_case = false;   ///< words in lower case, so that the operators are told from them
  bool guard_dates = false;  ///< "+" before words that would be read as a date
};

/// `clause` in canonical French. What only ranks (stop words beside others) is left out.
std::string canonical(const Clause& clause, CanonicalOptions options = {});

/// The canonical form that is safe to be read again, whatever the words look like.
std::string canonical_query(const Clause& root);

}  // namespace gazette::server
