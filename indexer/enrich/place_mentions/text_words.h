// A text cut into words, as the search for places needs them: capitals and what parts the words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gazette::indexer {

/// What stands between a word and the one before it.
enum class Joint : std::uint8_t {
  kStart,       ///< nothing: the first word of the text
  kSpace,       ///< white space alone
  kHyphen,      ///< one hyphen, glued
  kApostrophe,  ///< one apostrophe
  kComma,
  kOpen,      ///< an opening parenthesis
  kClose,     ///< a closing one, without the end of a sentence
  kSlash,     ///< one slash, glued
  kQuote,     ///< a quotation mark
  kColon,     ///< a colon, semicolon or free dash
  kSentence,  ///< the end of a sentence or paragraph
};

struct TextWord {
  std::uint32_t begin = 0, end = 0;  ///< bytes
  Joint joint = Joint::kStart;
  bool capital = false;  ///< begins with a capital letter
  bool upper = false;    ///< two letters or more, all capitals
  bool digit = false;    ///< begins with a digit
  bool plain = false;    ///< small letters and digits of ASCII alone: its own folded form

  [[nodiscard]] std::string_view in(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
};

/// The words of `text` (runs of letters and digits). Any bytes are accepted.
std::vector<TextWord> text_words(std::string_view text);

/// The same into `words`, whose memory is used again.
void text_words(std::string_view text, std::vector<TextWord>& words);

}  // namespace gazette::indexer
