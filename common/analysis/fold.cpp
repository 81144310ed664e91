// Lower case, NFKC and folding: tables below U+0250, ICU for words that hold anything else.
#include "common/analysis/fold.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <array>

#include "common/analysis/char_class.h"
#include "common/normalizer.h"
#include "common/utf8.h"

namespace gazette {
namespace {

/// What marks cannot say: letters that are not an ASCII letter with an accent.
std::string_view special_fold(char32_t c) {
  switch (c) {
    case U'œ':
      return "oe";
    case U'æ':
      return "ae";
    case U'ß':
      return "ss";
    case U'ł':
      return "l";
    case U'ø':
      return "o";
    case U'đ':
    case U'ð':
      return "d";
    case U'þ':
      return "th";
    case U'ı':
      return "i";
    case U'ħ':
      return "h";
    case U'ŋ':
      return "n";
    case U'ŧ':
      return "t";
    case U'ə':
    case U'ǝ':
      return "e";  // Azeri: Əliyev is Eliyev
    default:
      return {};
  }
}

bool sheds_marks(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

/// `text` decomposed, the marks of Latin, Greek and Cyrillic letters dropped, composed again.
std::string without_marks(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString parts =
      normalizer<&icu::Normalizer2::getNFDInstance>().normalize(text, status);
  icu::UnicodeString kept;
  UChar32 base = 0;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    const bool mark = u_charType(c) == U_NON_SPACING_MARK;
    if (!mark) base = c;
    const bool short_i = c == 0x306 && (base == U'и' || base == U'И');  // й is a letter of its own
    if (mark && !short_i && base != 0 && sheds_marks(static_cast<char32_t>(base))) continue;
    kept.append(c);
  }
  std::string out;
  normalizer<&icu::Normalizer2::getNFCInstance>().normalize(kept, status).toUTF8String(out);
  return out;
}

std::string fold_character(char32_t c) {
  const std::string_view special = special_fold(c);
  if (!special.empty()) return std::string(special);
  return without_marks(icu::UnicodeString(static_cast<UChar32>(c)));
}

struct LatinTables {
  std::array<char32_t, kTableEnd> lower{};
  std::array<std::string, kTableEnd> folded;
  LatinTables() {
    for (char32_t c = 0; c < kTableEnd; ++c) {
      lower[c] =
          c == U'İ' || c == U'ı' ? U'i' : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
      folded[c] = fold_character(c);
    }
  }
};

const LatinTables& latin() {
  static const LatinTables tables;
  return tables;
}

bool ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

std::string exact_by_icu(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  text.findAndReplace(icu::UnicodeString(static_cast<UChar32>(0x130)), icu::UnicodeString("i"));
  text.findAndReplace(icu::UnicodeString(static_cast<UChar32>(0x131)), icu::UnicodeString("i"));
  text = normalizer<&icu::Normalizer2::getNFKCInstance>().normalize(text, status);
  text.toLower(icu::Locale::getRoot());
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (char_info(static_cast<char32_t>(c)).kind != CharClass::kIgnorable) kept.append(c);
  }
  std::string out;
  normalizer<&icu::Normalizer2::getNFCInstance>().normalize(kept, status).toUTF8String(out);
  return out;
}

}  // namespace

std::string exact_form(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t i = 0; i < word.size();) {
    const utf8::Decoded d = utf8::decode(word, i);
    if (d.code_point >= kTableEnd || !char_info(d.code_point).plain) return exact_by_icu(word);
    utf8::append(out, latin().lower[d.code_point]);
    i += d.length;
  }
  return out;
}

std::string fold(std::string_view exact) {
  if (ascii(exact)) return std::string(exact);
  std::string out;
  out.reserve(exact.size());
  bool beyond = false;
  for (std::size_t i = 0; i < exact.size();) {
    const utf8::Decoded d = utf8::decode(exact, i);
    const std::string_view special = special_fold(d.code_point);
    if (!special.empty()) {
      out += special;
    } else if (d.code_point < kTableEnd) {
      out += latin().folded[d.code_point];
    } else {
      beyond = true;
      out += exact.substr(i, d.length);
    }
    i += d.length;
  }
  return beyond ? without_marks(icu::UnicodeString::fromUTF8(out)) : out;
}

std::string spell_out_ligatures(std::string_view exact) {
  std::string out;
  out.reserve(exact.size() + 2);
  for (std::size_t i = 0; i < exact.size();) {
    const utf8::Decoded d = utf8::decode(exact, i);
    if (d.code_point == U'œ' || d.code_point == U'æ') {
      out += special_fold(d.code_point);
    } else {
      out += exact.substr(i, d.length);
    }
    i += d.length;
  }
  return out;
}

}  // namespace gazette
