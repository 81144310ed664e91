// Words that the stemmer must leave alone because they are names.
#pragma once

#include <cstdint>
#include <string_view>

namespace gazette {

enum class NameKind : std::uint8_t {
  kNone,            ///< stem as any word
  kName,            ///< a name, however it is written: "gaza", "messi"
  kAlsoCommonWord,  ///< a name where it is written as one, a word with its forms elsewhere:
                    ///< "tours", "nice"
};

/// What a word is, folded to lower case without accents ("azerbaidjan", "toure"). Places in the
/// news, the distinctive words of their longer names ("rochelle"), names of people that a stemmer
/// ruins. Thread-safe, does not allocate.
NameKind protected_name(std::string_view folded_word);

}  // namespace gazette
