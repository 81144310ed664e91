// The text of a query as lexemes: words, quoted phrases, fields, signs, operators. Any bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "server/query/diagnostics.h"
#include "server/query/fields.h"

namespace gazette::server {

/// One lexeme; views point into the query.
struct Lexeme {
  enum class Kind : std::uint8_t {
    kWord,    ///< a run without blanks, perhaps several words to the analyzer (cessez-le-feu)
    kPhrase,  ///< what stands between quotation marks
    kField,   ///< `titre:`
    kOpen,
    kClose,
    kAnd,
    kOr,
    kNot,   ///< SAUF, NOT or the sign -
    kMust,  ///< the sign +
    kNear,  ///< PROCHE/n
    kThen,  ///< SUIVI/n
  };

  Kind kind = Kind::kWord;
  std::size_t begin = 0, end = 0;  ///< bytes of the query, signs and quotes included
  std::string_view text;           ///< kWord, kPhrase: what to look for, without them
  bool exact = false;              ///< =mot, ="phrase"
  bool prefix = false;             ///< mot*
  bool fuzzy = false;              ///< mot~
  FieldName field = FieldName::kTitle;
  std::uint32_t window = 0;  ///< kNear, kThen
};

/// The lexemes and what was odd about them.
struct Lexemes {
  std::vector<Lexeme> list;
  bool plain_words = false;  ///< all in capitals: operators and fields were read as words
};

/// Reads `query` (at most limits::kMaxQueryBytes of it, and limits::kMaxWords words); what is left
/// out is told. Linear time.
Lexemes lex(std::string_view query, Diagnostics& diagnostics);

/// True for ET, AND, OU, OR, SAUF, NOT, PROCHE/3 and their like: a word that must not be printed
/// so.
bool looks_like_operator(std::string_view word);

/// True when operators in `query` are words: it has capital letters outside them and no other.
bool all_in_capitals(std::string_view query);

}  // namespace gazette::server
