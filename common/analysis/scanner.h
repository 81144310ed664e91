// Runs of characters in a text: where a word may begin and end, before any rule of French.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/analysis/char_class.h"
#include "common/utf8.h"

namespace gazette {

/// A character of the text with its place. Past the end: a separator of length 0.
struct Char {
  char32_t code_point = 0;
  std::uint32_t length = 0;
  CharClass kind = CharClass::kSeparator;
};

/// A run of letters, digits, marks and invisible characters: [begin, end) in bytes.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t letters = 0;    ///< letters in it
  std::size_t digits = 0;     ///< digits in it
  bool ascii_digits = false;  ///< nothing but 0-9
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// The character at byte `at` (the end is fine).
inline Char char_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1, char_info(byte).kind};
  const utf8::Decoded d = utf8::decode(text, at);
  return {d.code_point, d.length, char_info(d.code_point).kind};
}

/// True when no word goes on at byte `at`: invisible characters are looked through.
bool word_ends(std::string_view text, std::size_t at);

/// The run that starts at byte `at`, where `in_word` holds; invisible characters at its end are
/// left out.
Run run_at(std::string_view text, std::size_t at);

/// The end of the run of ideographs that starts at `at`.
std::size_t ideographs_end(std::string_view text, std::size_t at);

}  // namespace gazette
