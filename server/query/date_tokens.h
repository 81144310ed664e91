// The words, numbers and marks that dates are written with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::server {

/// One token of a stretch of text; offsets are bytes into it.
struct DateToken {
  enum class Kind : std::uint8_t { kWord, kNumber, kMark };
  Kind kind = Kind::kMark;
  std::string word;        ///< kWord: folded
  int value = -1;          ///< kNumber: -1 when it has more than four digits
  std::size_t digits = 0;  ///< kNumber
  char32_t mark = 0;       ///< kMark: any apostrophe is ', any hyphen is -
  std::size_t begin = 0, end = 0;
  bool starts_run = false;  ///< a blank, or the beginning, stands before it
};

/// The tokens of `text`.
std::vector<DateToken> date_tokens(std::string_view text);

}  // namespace gazette::server
