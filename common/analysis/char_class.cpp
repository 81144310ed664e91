// Character classes, from Unicode's general categories as ICU has them and a few lists of our own.
#include "common/analysis/char_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <string_view>

#include "common/normalizer.h"

namespace gazette {
namespace {

constexpr std::u32string_view kApostrophes = U"'’ʼ´`′‘‛❜＇";
constexpr std::u32string_view kHyphens = U"-‐‑‒–—―−﹣－";
constexpr std::u32string_view kMiddleDots = U"·•‧∙⋅・";
constexpr std::u32string_view kSentenceBreaks = U".!?…:\n\r\"«“„—";
// Soft hyphen, zero-width space, joiners, direction marks, word joiner, byte order mark.
constexpr std::u32string_view kIgnorables =
    U"\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\u2061\u2062\u2063\uFEFF";

bool one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

bool written_without_spaces(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

bool raised_or_lowered_digit(char32_t c) {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x2089 && c != 0x2071);
}

CharClass classify(char32_t c) {
  if (one_of(kApostrophes, c)) return CharClass::kApostrophe;
  if (one_of(kIgnorables, c)) return CharClass::kIgnorable;
  if (one_of(kMiddleDots, c)) return CharClass::kMiddleDot;
  if (one_of(kSentenceBreaks, c)) return CharClass::kSentenceBreak;
  if (one_of(kHyphens, c)) return CharClass::kHyphen;
  if (raised_or_lowered_digit(c)) return CharClass::kDigit;
  const auto category = static_cast<UCharCategory>(u_charType(static_cast<UChar32>(c)));
  switch (category) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::kUpper;
    case U_LOWERCASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return written_without_spaces(c) ? CharClass::kIdeograph : CharClass::kLower;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
      return CharClass::kDigit;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return written_without_spaces(c) ? CharClass::kIdeograph : CharClass::kMark;
    default:
      return CharClass::kSeparator;
  }
}

bool needs_normalising(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2& nfkc = normalizer<&icu::Normalizer2::getNFKCInstance>();
  return nfkc.quickCheck(icu::UnicodeString(static_cast<UChar32>(c)), status) != UNORM_YES;
}

CharInfo info_by_icu(char32_t c) {
  const CharClass kind = classify(c);
  const bool plain = c < kTableEnd && kind != CharClass::kMark && kind != CharClass::kIgnorable &&
                     !needs_normalising(c);
  return {kind, plain};
}

std::array<CharInfo, kTableEnd> make_table() {
  std::array<CharInfo, kTableEnd> table{};
  for (char32_t c = 0; c < kTableEnd; ++c) table[c] = info_by_icu(c);
  return table;
}

}  // namespace

namespace internal {

const std::array<CharInfo, kTableEnd> kCharTable = make_table();

CharInfo char_info_by_icu(char32_t c) { return info_by_icu(c); }

}  // namespace internal
}  // namespace gazette
