// Cuts text into words: ASCII by table, the rest by code point.
#include "indexer/enrich/place_mentions/text_words.h"

#include "common/utf8.h"

namespace gazette::indexer {
namespace {

enum class Kind : std::uint8_t { kLower, kUpper, kDigit, kIgnored, kOther };

Kind ascii_kind(unsigned char c) {
  if (c >= 'a' && c <= 'z') return Kind::kLower;
  if (c >= 'A' && c <= 'Z') return Kind::kUpper;
  if (c >= '0' && c <= '9') return Kind::kDigit;
  return Kind::kOther;
}

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

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1, ascii_kind(byte)};
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

}  // namespace

std::vector<TextWord> text_words(std::string_view text) {
  std::vector<TextWord> words;
  words.reserve(text.size() / 6);
  Gap gap;
  for (std::size_t at = 0; at < text.size();) {
    Character c = character_at(text, at);
    if (c.kind == Kind::kOther || c.kind == Kind::kIgnored) {
      if (c.kind == Kind::kOther) gap.add(c.code_point);
      at += c.length;
      continue;
    }
    TextWord word;
    word.begin = static_cast<std::uint32_t>(at);
    word.joint = gap.joint(words.empty());
    word.capital = c.kind == Kind::kUpper;
    word.digit = c.kind == Kind::kDigit;
    std::uint32_t letters = 0;
    bool lower = false;
    while (at < text.size()) {
      c = character_at(text, at);
      if (c.kind == Kind::kOther) break;
      lower = lower || c.kind == Kind::kLower;
      letters += c.kind == Kind::kUpper ? 1 : 0;
      at += c.length;
    }
    word.end = static_cast<std::uint32_t>(at);
    word.upper = letters >= 2 && !lower;
    words.push_back(word);
    gap = Gap();
  }
  return words;
}

}  // namespace gazette::indexer
