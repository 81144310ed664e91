// What a character is to the tokenizer: a table below U+0250, ICU beyond.
#pragma once

#include <array>
#include <cstdint>

namespace gazette {

enum class CharClass : std::uint8_t {
  kSeparator,      ///< parts words, nothing else
  kSentenceBreak,  ///< parts words; what follows may be capitalised without being a name
  kLower,          ///< letter that is not upper case (or has no case)
  kUpper,          ///< upper-case or title-case letter
  kDigit,          ///< decimal digit, superscript or subscript digit
  kMark,           ///< combining mark: belongs to the letter before it
  kIgnorable,      ///< soft hyphen, zero-width: as if it were not there
  kApostrophe,     ///< ' ’ ʼ ´ ` ′ and their like
  kHyphen,         ///< hyphens and dashes that join words
  kMiddleDot,      ///< · and its like, of inclusive writing
  kIdeograph,      ///< scripts written without spaces: ICU finds their words
};

/// Class of a code point, and whether words that hold it take the slow, ICU-normalised way.
struct CharInfo {
  CharClass kind = CharClass::kSeparator;
  bool plain = true;  ///< lower-cases by table and needs no normalisation
};

/// The first code point that the tables do not cover.
inline constexpr char32_t kTableEnd = 0x250;

namespace internal {
extern const std::array<CharInfo, kTableEnd>
    kCharTable;  ///< filled from ICU when the program starts
CharInfo char_info_by_icu(char32_t code_point);
}  // namespace internal

inline CharInfo char_info(char32_t code_point) {
  return code_point < kTableEnd ? internal::kCharTable[code_point]
                                : internal::char_info_by_icu(code_point);
}

inline bool is_letter(CharClass kind) {
  return kind == CharClass::kLower || kind == CharClass::kUpper;
}

/// Letters, digits and what may stand inside a word without parting it.
inline bool in_word(CharClass kind) {
  return is_letter(kind) || kind == CharClass::kDigit || kind == CharClass::kMark ||
         kind == CharClass::kIgnorable;
}

}  // namespace gazette
