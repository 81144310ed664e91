// The ways in which one and the same word is typed.
#include "tests/agreement/retyped.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>
#include <string_view>

namespace gazette::testing {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString out = nfd->normalize(icu::UnicodeString::fromUTF8(text), status);
  if (U_FAILURE(status) != 0) throw std::runtime_error("ICU cannot decompose");
  return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

bool starts_with_vowel(const std::string& word) {
  return !word.empty() &&
         std::string_view("aeiouyAEIOUY").find(without_accents(word)[0]) != std::string_view::npos;
}

}  // namespace

std::string without_accents(const std::string& text) {
  icu::UnicodeString bare;
  const icu::UnicodeString marks = decomposed(text);
  for (std::int32_t i = 0; i < marks.length(); i = marks.moveIndex32(i, 1)) {
    const UChar32 c = marks.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) bare.append(c);
  }
  std::string out = utf8(bare);
  out = replaced(out, "œ", "oe");
  out = replaced(out, "Œ", "OE");
  out = replaced(out, "æ", "ae");
  return replaced(out, "Æ", "AE");
}

std::vector<Retyped> retyped(const std::string& word) {
  const icu::Locale& french = icu::Locale::getFrench();
  const icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(word);
  const std::string bare = without_accents(word);
  const std::string lower = utf8(icu::UnicodeString(unicode).toLower(french));
  std::vector<Retyped> ways = {
      {lower, "lower case"},
      {utf8(icu::UnicodeString(unicode).toUpper(french)), "capitals"},
      {utf8(icu::UnicodeString(unicode).toTitle(nullptr, french)), "a capital"},
      {bare, "no accents"},
      {utf8(icu::UnicodeString::fromUTF8(bare).toUpper(french)), "bare capitals"},
      {utf8(decomposed(word)), "decomposed"},
      {word + "\u200B", "a zero-width space"},
      {word + " ?", "a question mark"},
  };
  if (starts_with_vowel(word)) {
    ways.push_back({"l'" + lower, "after l'"});
    ways.push_back({"d\u2019" + word, "after d\u2019"});
    ways.push_back(
        {"QU'" + utf8(icu::UnicodeString(unicode).toUpper(french)), "capitals after QU'"});
  }
  for (const char* const apostrophe : {"\u2019", "\u02BC", "`", "\u00B4", "\u2032"}) {
    std::string other = replaced(replaced(word, "\u2019", "'"), "'", apostrophe);
    if (other != word) ways.push_back({other, std::string("the apostrophe ") + apostrophe});
  }
  return ways;
}

}  // namespace gazette::testing
