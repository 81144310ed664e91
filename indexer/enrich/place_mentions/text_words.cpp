// Cuts text into words: ASCII by table, the rest by code point.
#include "indexer/enrich/place_mentions/text_words.h"

#include <array>

#include "common/utf8.h"

namespace gazette::indexer {
namespace {

enum class Kind : std::uint8_t { kLower, kUpper, kDigit, kIgnored, kOther };

constexpr std::array<Kind, 128> kAsciiKinds = [] {
  std::array<Kind, 128> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    kinds[c] = c >= 'a' && c <= 'z'   ? Kind::kLower
               : c >= 'A' && c <= 'Z' ? Kind::kUpper
               : c >= '0' && c <= '9' ? Kind::kDigit
                                      : Kind::kOther;
  }
  return kinds;
}();

Kind wide_kind(char32_t c) {
  if (c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF)
    return Kind::kIgnored;
  if (c < 0xC0 || c == 0xD7 || c == 0xF7 || c == utf8::kReplacement) return Kind::kOther;
  if (c <= 0xDE) return Kind::kUpper;
  if (c <= 0xFF) return Kind::kLower;
  if (c <= 0x17F) {  // pairs: even upper, odd lower, but for two runs
    const bool shifted = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (c == 0x178) return Kind::kUpper;
    return (c % 2 == 0) != shifted ? Kind::kUpper : Kind::kLower;
  }
  if (c >= 0x300 && c <= 0x36F) return Kind::kIgnored;  // combining accents belong to their letter
  if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F)) return Kind::kUpper;
  if (c >= 0x1E00 && c <= 0x1EFF) return c % 2 == 0 ? Kind::kUpper : Kind::kLower;
  if (c >= 0x2000 && c <= 0x2BFF) return Kind::kOther;
  if (c >= 0x3000 && c <= 0x303F) return Kind::kOther;
  return Kind::kLower;
}

struct Character {
  char32_t code_point;
  std::uint32_t length;
  Kind kind;
};

inline Character character_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1, kAsciiKinds[byte]};
  const utf8::Decoded d = utf8::decode(text, at);
  return {d.code_point, d.length, wide_kind(d.code_point)};
}

/// Reads the characters between two words and says what they are together.
class Gap {
 public:
  void add(char32_t c) {
    ++characters_;
    switch (c) {
      case ' ':
      case '\t':
      case '\r':
      case 0xA0:
      case 0x2009:
      case 0x202F:
        ++spaces_;
        break;
      case '\n':
        ++spaces_;
        ++newlines_;
        break;
      case '.':
      case '!':
      case '?':
      case 0x2026:
      case 0x2022:
        sentence_ = true;
        break;
      case '-':
      case 0x2010:
      case 0x2011:
        ++hyphens_;
        break;
      case 0x2013:
      case 0x2014:
        dash_ = true;
        break;
      case '\'':
      case 0x2019:
      case 0x2BC:
        ++apostrophes_;
        break;
      case ',':
        comma_ = true;
        break;
      case '(':
      case '[':
        open_ = true;
        break;
      case ')':
      case ']':
        close_ = true;
        break;
      case '/':
        slash_ = true;
        break;
      case '"':
      case 0xAB:
      case 0xBB:
      case 0x201C:
      case 0x201D:
      case 0x2018:
        quote_ = true;
        break;
      default:
        colon_ = true;
        break;
    }
  }

  [[nodiscard]] Joint joint(bool first) const {
    if (sentence_ || newlines_ > 1) return Joint::kSentence;
    if (first && characters_ == 0) return Joint::kStart;
    if (open_) return Joint::kOpen;
    if (colon_ || dash_) return dash_ && characters_ == 1 ? Joint::kHyphen : Joint::kColon;
    if (quote_) return Joint::kQuote;
    if (close_) return Joint::kClose;
    if (comma_) return Joint::kComma;
    if (slash_) return spaces_ == 0 ? Joint::kSlash : Joint::kColon;
    if (hyphens_ > 0) return hyphens_ == 1 && spaces_ == 0 ? Joint::kHyphen : Joint::kColon;
    if (apostrophes_ > 0)
      return apostrophes_ == 1 && characters_ <= 2 ? Joint::kApostrophe : Joint::kQuote;
    return first ? Joint::kStart : Joint::kSpace;
  }

 private:
  int characters_ = 0, spaces_ = 0, newlines_ = 0, hyphens_ = 0, apostrophes_ = 0;
  bool sentence_ = false, dash_ = false, comma_ = false, open_ = false, close_ = false,
       slash_ = false, quote_ = false, colon_ = false;
};

/// The kind of a letter of two bytes that begins with 0xC3: À to ÿ.
Kind latin1_kind(unsigned char second) {
  if (second == 0x97 || second == 0xB7) return Kind::kOther;  // × and ÷
  return second < 0x9F ? Kind::kUpper : Kind::kLower;
}

/// Reads the word at `at`; returns where it ends.
std::size_t read_word(std::string_view text, std::size_t at, TextWord& word) {
  std::uint32_t capitals = 0;
  std::uint32_t small = 0;
  const std::size_t begin = at;
  bool plain = true;
  for (;;) {
    const std::size_t run = at;  // most letters are plain and small
    while (at < text.size() && text[at] >= 'a' && text[at] <= 'z') ++at;
    small += static_cast<std::uint32_t>(at - run);
    if (at == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[at]);
    Kind kind = Kind::kOther;
    std::size_t length = 1;
    if (byte < 0x80) {
      kind = kAsciiKinds[byte];
    } else if (byte == 0xC3 && at + 1 < text.size() &&
               (static_cast<unsigned char>(text[at + 1]) & 0xC0) == 0x80) {
      kind = latin1_kind(static_cast<unsigned char>(text[at + 1]));
      length = 2;
    } else {
      const Character c = character_at(text, at);
      kind = c.kind;
      length = c.length;
    }
    if (kind == Kind::kOther) break;
    plain = plain && kind == Kind::kDigit;
    small += kind == Kind::kLower ? 1 : 0;
    capitals += kind == Kind::kUpper ? 1 : 0;
    at += length;
  }
  word.end = static_cast<std::uint32_t>(at);
  word.upper = capitals >= 2 && small == 0;
  const std::string_view written = text.substr(begin, at - begin);
  word.plain = plain && written != "st" && written != "ste";  // those fold to saint, sainte
  return at;
}

/// Reads what parts two words from `at` on; returns where the next word begins, or the end of the
/// text.
std::size_t read_gap(std::string_view text, std::size_t at, bool first, Joint& joint) {
  // Nearly always one space, an apostrophe or a comma with its space before a plain letter.
  const auto plain = [&](std::size_t i) {
    return i < text.size() && static_cast<unsigned char>(text[i]) < 0x80 &&
           kAsciiKinds[static_cast<unsigned char>(text[i])] != Kind::kOther;
  };
  if (!first && text[at] == ' ' && plain(at + 1)) {
    joint = Joint::kSpace;
    return at + 1;
  }
  if (!first && text[at] == '\'' && plain(at + 1)) {
    joint = Joint::kApostrophe;
    return at + 1;
  }
  if (!first && text[at] == ',' && at + 1 < text.size() && text[at + 1] == ' ' && plain(at + 2)) {
    joint = Joint::kComma;
    return at + 2;
  }
  Gap gap;
  while (at < text.size()) {
    const Character c = character_at(text, at);
    if (c.kind != Kind::kOther && c.kind != Kind::kIgnored) break;
    if (c.kind == Kind::kOther) gap.add(c.code_point);
    at += c.length;
  }
  joint = gap.joint(first);
  return at;
}

}  // namespace

void text_words(std::string_view text, std::vector<TextWord>& words) {
  words.clear();
  words.reserve(text.size() / 5 + 1);
  for (std::size_t at = 0; at < text.size();) {
    TextWord word;
    at = read_gap(text, at, words.empty(), word.joint);
    if (at >= text.size()) break;
    word.begin = static_cast<std::uint32_t>(at);
    const Kind kind = character_at(text, at).kind;
    word.capital = kind == Kind::kUpper;
    word.digit = kind == Kind::kDigit;
    at = read_word(text, at, word);
    words.push_back(word);
  }
}

std::vector<TextWord> text_words(std::string_view text) {
  std::vector<TextWord> words;
  text_words(text, words);
  return words;
}

}  // namespace gazette::indexer
