// One pass over UTF-8; stray bytes are separators.
#include "common/analysis/scanner.h"

#include "common/utf8.h"

namespace gazette {

Run run_at(std::string_view text, std::size_t at) {
  Run run{.begin = at, .end = at, .ascii_digits = true};
  std::size_t i = at;
  for (;;) {
    const Char c = char_at(text, i);
    if (c.length == 0 || !in_word(c.kind)) break;
    i += c.length;
    if (is_letter(c.kind)) {
      ++run.letters;
      run.ascii_digits = false;
      run.end = i;
      continue;
    }
    if (c.kind == CharClass::kDigit) ++run.digits;
    if (c.code_point < '0' || c.code_point > '9') run.ascii_digits = false;
    if (c.kind != CharClass::kIgnorable) run.end = i;
  }
  return run;
}

bool word_ends(std::string_view text, std::size_t at) {
  Char c = char_at(text, at);
  while (c.kind == CharClass::kIgnorable) {
    at += c.length;
    c = char_at(text, at);
  }
  return !in_word(c.kind);
}

std::size_t ideographs_end(std::string_view text, std::size_t at) {
  for (;;) {
    const Char c = char_at(text, at);
    if (c.length == 0 || (c.kind != CharClass::kIdeograph && c.kind != CharClass::kMark)) return at;
    at += c.length;
  }
}

}  // namespace gazette
