// Spelling of one word: lower case, composed, and its folded form without accents or ligatures.
#pragma once

#include <string>
#include <string_view>

namespace gazette {

/// Lower case, NFKC (so ﬁ is fi and full-width is plain), invisible characters (soft hyphen,
/// zero-width) removed; accents and œ stay. The Turkish İ and ı become i and ı. Any bytes are
/// accepted.
std::string exact_form(std::string_view word);

/// `exact` (see exact_form) without accents: marks of Latin, Greek and Cyrillic letters removed (й
/// stays й), œ oe, æ ae, ß ss, ł l, ø o, đ and ð d, þ th, ı i.
std::string fold(std::string_view exact);

/// `exact` with its ligatures spelt out (cœur coeur), accents kept: what is stemmed.
std::string spell_out_ligatures(std::string_view exact);

}  // namespace gazette
