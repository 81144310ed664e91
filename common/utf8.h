// UTF-8: validation, code points, normal forms. Offsets are bytes unless a name says otherwise.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gazette::utf8 {

inline constexpr char32_t kReplacement = 0xFFFD;

/// One decoded character: its code point and its length in bytes (1 for a stray byte, which decodes
/// to U+FFFD).
struct Decoded {
  char32_t code_point;
  std::uint32_t length;
};

/// The general case of `decode`.
Decoded decode_long(std::string_view text, std::size_t at);

/// Decodes the character at `text[at]`; `at < text.size()`. Never reads past the end.
inline Decoded decode(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  if (first >= 0xC2 && first <= 0xDF && at + 1 < text.size()) {  // two bytes: the accents of French
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if ((second & 0xC0) == 0x80)
      return {static_cast<char32_t>((first & 0x1Fu) << 6 | (second & 0x3Fu)), 2};
  }
  return decode_long(text, at);
}

/// Appends the UTF-8 form of `code_point`.
void append(std::string& out, char32_t code_point);

/// True when `text` is well-formed UTF-8 (no overlongs, surrogates, or values past U+10FFFF).
bool valid(std::string_view text);

/// `text` with each malformed byte replaced by U+FFFD.
std::string repaired(std::string_view text);

/// Number of code points; stray bytes count as one each.
std::size_t length(std::string_view text);

/// True when `text[at]` starts a character (or is the end).
inline bool on_boundary(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// False for a text in capitals, or without letters: none of its letters is one of a to z.
inline bool has_lower_case(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Canonical composition (NFC) by ICU; returns the input unchanged when it already is NFC (the
/// common, fast case).
std::string nfc(std::string_view text);

/// `text` in upper case by ICU, accents kept, whatever the locale.
std::string upper_case(std::string_view text);

}  // namespace gazette::utf8
