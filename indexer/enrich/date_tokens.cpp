// Cuts a line into numbers, words and signs.
#include "indexer/enrich/date_tokens.h"

#include "common/places/place_name.h"
#include "common/utf8.h"

namespace gazette::indexer {
namespace {

enum class Class : std::uint8_t { kSpace, kDigit, kLetter, kSign, kNothing };

constexpr std::size_t kMaxDigits = 18;  // what fits 64 bits

struct Classified {
  Class kind;
  char sign = 0;
};

Classified classify(char32_t c) {
  if (c >= '0' && c <= '9') return {Class::kDigit};
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return {Class::kLetter};
  if (c <= ' ' || c == 0xA0 || c == 0x202F || (c >= 0x2000 && c <= 0x200A) || c == 0x3000) {
    return {Class::kSpace};
  }
  if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF)
    return {Class::kNothing};
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return {Class::kSign, '-'};
  if (c == 0x2018 || c == 0x2019 || c == 0x2BC || c == 0x2032) return {Class::kSign, '\''};
  if (c < 0x80) return {Class::kSign, static_cast<char>(c)};
  const bool letter = (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c < 0x2000) ||
                      (c >= 0x2C00 && c != utf8::kReplacement);
  return letter ? Classified{Class::kLetter} : Classified{Class::kSign, '\x01'};
}

bool has_lower(std::string_view raw) {
  for (std::size_t at = 0; at < raw.size();) {
    const utf8::Decoded d = utf8::decode(raw, at);
    at += d.length;
    if ((d.code_point >= 'a' && d.code_point <= 'z') ||
        (d.code_point >= 0xDF && d.code_point <= 0xFF))
      return true;
  }
  return false;
}

}  // namespace

DateTokens::DateTokens(std::string_view line) {
  bool spaced = true;
  for (std::size_t at = 0; at < line.size();) {
    const utf8::Decoded first = utf8::decode(line, at);
    const Classified c = classify(first.code_point);
    if (c.kind == Class::kSpace || c.kind == Class::kNothing) {
      spaced = spaced || c.kind == Class::kSpace;
      at += first.length;
      continue;
    }
    DateToken token;
    token.spaced = spaced;
    token.begin = at;
    spaced = false;
    at += first.length;
    if (c.kind == Class::kSign) {
      token.kind = DateTokenKind::kSign;
      token.sign = c.sign;
    } else {
      while (at < line.size()) {
        const utf8::Decoded next = utf8::decode(line, at);
        const Class kind = classify(next.code_point).kind;
        if (kind != c.kind && kind != Class::kNothing) break;
        at += next.length;
      }
    }
    token.end = at;
    const std::string_view raw = line.substr(token.begin, token.end - token.begin);
    if (c.kind == Class::kLetter) {
      token.kind = DateTokenKind::kWord;
      token.word = fold_place_name(raw);
      token.upper = !has_lower(raw);
    } else if (c.kind == Class::kDigit) {
      token.kind = DateTokenKind::kNumber;
      for (const char digit : raw) {
        if (digit < '0' || digit > '9') continue;  // a soft hyphen inside
        if (++token.digits <= kMaxDigits) token.value = token.value * 10 + (digit - '0');
      }
    }
    tokens_.push_back(std::move(token));
  }
}

}  // namespace gazette::indexer
