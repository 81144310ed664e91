// Marks from a small notation, by the real analyzer, as the server's query stage would make them.
#pragma once

#include <string>
#include <string_view>

#include "server/highlight/highlighter.h"

namespace gazette::testing {

/// `query`: words, "phrases", =exact words, ~folded words, `a NEAR/5 b`, `a THEN/5 b`. `text`
/// stands for the archive whose words the accentless query words are looked up in. Weights are by
/// length of the word (long words are rare), 0.01 for stop words.
server::Marks marks_of(std::string_view query, std::string_view text, Analyzer& analyzer);

/// `text` as HTML with the query's marks over its full length.
std::string marked(std::string_view query, std::string_view text, bool is_title = false);

}  // namespace gazette::testing
