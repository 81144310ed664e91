// A query as a short line of text, so that tables of tests can be read: AND(a, MAYBE…).
#pragma once

#include <string>

#include "server/query/resolved.h"

namespace gazette::testing {

/// `node` in one line: words as typed, `~`/`*`/`=` for how they are looked for, `t:` for the title.
/// "(and a b)", "(or a b)", "(not a b)" (a and not b), "(maybe a b)", "(phrase a:0 b:1)",
/// "(near/5 a b)", "(then/3 a b)", "(auteur x)", "(date 2023-09)", "all", "nothing"; "!" after a
/// phrase or proximity that is verified on the text.
std::string describe(const server::Node& node);

}  // namespace gazette::testing
