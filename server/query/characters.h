// What characters mean to the query language, beyond what they mean to the analyzer.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/analysis/scanner.h"

namespace gazette::server {

/// Blanks of any kind, control characters included.
inline bool is_blank(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// A letter, digit or ideograph: something that can be searched.
inline bool is_word_character(CharClass kind) {
  return is_letter(kind) || kind == CharClass::kDigit || kind == CharClass::kIdeograph;
}

/// True when a word could begin at byte `at`.
inline bool word_starts(std::string_view text, std::size_t at) {
  return is_word_character(char_at(text, at).kind);
}

/// The same, letters only.
inline bool letter_starts(std::string_view text, std::size_t at) {
  const CharClass kind = char_at(text, at).kind;
  return is_letter(kind) || kind == CharClass::kIdeograph;
}

/// The character that ends at byte `at`; a separator at the beginning of the text.
inline Char char_before(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return {};
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) {
    --begin;
  }
  Char c = char_at(text, begin);
  return begin + c.length == at ? c : char_at(text, at - 1);
}

}  // namespace gazette::server
