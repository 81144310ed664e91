// The operators that are words: capitals only, French and English.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "server/query/lexer.h"

namespace gazette::server {

/// An operator written out as a word.
struct OperatorWord {
  Lexeme::Kind kind = Lexeme::Kind::kAnd;
  std::optional<std::uint32_t> window;  ///< of PROCHE/n, as typed; none when there is no number
};

/// The operator that `word` is; none for any other word.
std::optional<OperatorWord> operator_word(std::string_view word);

}  // namespace gazette::server
