// Folding by table: ICU is too slow and too clever for names that are compared by the million.
#include "common/places/place_name.h"

#include <array>

#include "common/utf8.h"

namespace gazette {
namespace {

// Base letters of U+00C0..U+024F, two bytes each; '?' stays as it is.
constexpr char32_t kLatinFirst = 0xC0;
constexpr std::string_view kLatin =
    "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thss"
    "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thy "
    "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g "
    "g g g g h h h h i i i i i i i i i i ijijj j k k k l l l l l l l "
    "l l l n n n n n n n ngngo o o o o o oeoer r r r r r s s s s s s "
    "s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s "
    "b b ? ? ? ? o ? ? ? d ? ? ? ? e e ? f ? g ? ? i k k l ? ? n n o "
    "o o ? ? p p ? ? ? ? ? ? t t t u u u v y y z z ? ? ? ? ? ? ? ? ? "
    "? ? ? ? dzdzdzljljljnjnjnja a i i o o u u u u u u u u u u e a a "
    "a a ? ? g g g g k k o o o o ? ? j dzdzdzg g ? ? n n a a ? ? ? ? "
    "a a a a e e e e i i i i o o o o r r r r u u u u s s t t ? ? h h "
    "? ? ? ? ? ? a a e e o o o o o o o o y y ? ? ? j ? ? ? c c l t s "
    "z ? ? b u ? e e j j ? ? r r y y ";

// Base letters of U+1E00..U+1EFF.
constexpr char32_t kLatinAdditionalFirst = 0x1E00;
constexpr std::string_view kLatinAdditional =
    "a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f "
    "g g h h h h h h h h h h i i i i k k k k k k l l l l l l l l m m "
    "m m m m n n n n n n n n o o o o o o o o p p p p r r r r r r r r "
    "s s s s s s s s s s t t t t t t t t u u u u u u u u u u v v v v "
    "w w w w w w w w w w x x x x y y z z z z z z h t w y a s ? ? ss? "
    "a a a a a a a a a a a a a a a a a a a a a a a a e e e e e e e e "
    "e e e e e e e e i i i i o o o o o o o o o o o o o o o o o o o o "
    "o o o o u u u u u u u u u u u u u u y y y y y y y y ? ? ? ? ? ? ";

constexpr std::size_t kShortName = 15;  // bytes that a string holds without an allocation

bool dropped(char32_t c) {
  return c == 0xAD || (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200D) || c == 0x2060 ||
         c == 0xFEFF || c == 0x2BB || c == 0x2BE || c == 0x2BF;  // the last three: Hawaiʻi, Sanaʿa
}

bool separator(char32_t c) {
  return c <= 0xBF || (c >= 0x2B0 && c <= 0x2FF) || (c >= 0x2000 && c <= 0x2BFF) ||
         (c >= 0x3000 && c <= 0x303F) || (c >= 0xFE10 && c <= 0xFE6F) ||
         (c >= 0xFF00 && c <= 0xFF20) || c == utf8::kReplacement;
}

/// Base letters of a character of the tables; empty when it has none.
std::string_view base_letters(char32_t c) {
  std::string_view pair;
  if (c >= kLatinFirst && (c - kLatinFirst) * 2 < kLatin.size()) {
    pair = kLatin.substr((c - kLatinFirst) * 2, 2);
  } else if (c >= kLatinAdditionalFirst &&
             (c - kLatinAdditionalFirst) * 2 < kLatinAdditional.size()) {
    pair = kLatinAdditional.substr((c - kLatinAdditionalFirst) * 2, 2);
  } else if (c == 0x259 || c == 0x25B) {  // ə, ɛ
    return "e";
  } else if (c == 0x254) {  // ɔ
    return "o";
  }
  if (pair.empty() || pair[0] == '?') return {};
  return pair[1] == ' ' && pair[0] != ' ' ? pair.substr(0, 1) : pair;
}

char32_t lower_other_script(char32_t c) {
  if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 0x20;  // Greek, Cyrillic
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  return c;
}

/// Ends a word: parts it from the next, spells out St and Ste.
void end_word(std::string& out, std::size_t& word_begin) {
  if (out.size() == word_begin) return;
  const std::string_view word = std::string_view(out).substr(word_begin);
  if (word == "st" || word == "ste") {
    const std::string_view full = word == "st" ? "saint" : "sainte";
    out.resize(word_begin);
    out += full;
  }
  out += ' ';
  word_begin = out.size();
}

/// The common case, one short word of plain letters; false for any other.
bool fold_plain_word(std::string_view name, std::string& out) {
  if (name.size() > kShortName || name.size() < 4) return false;  // "St", "Ste"
  std::array<char, kShortName> letters;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool upper = c >= 'A' && c <= 'Z';
    if (!upper && !(c >= 'a' && c <= 'z')) return false;
    letters[i] = upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  out.assign(letters.data(), name.size());
  return true;
}

}  // namespace

std::string fold_place_name(std::string_view name) {
  std::string out;
  if (fold_plain_word(name, out)) return out;
  if (name.size() > kShortName) out.reserve(name.size() + 8);
  std::size_t word_begin = 0;
  for (std::size_t at = 0; at < name.size();) {
    const char byte = name[at];
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
      out += byte;
      ++at;
      continue;
    }
    if (byte >= 'A' && byte <= 'Z') {
      out += static_cast<char>(byte - 'A' + 'a');
      ++at;
      continue;
    }
    const utf8::Decoded decoded = utf8::decode(name, at);
    at += decoded.length;
    const char32_t c = decoded.code_point;
    if (dropped(c)) continue;
    const std::string_view letters = base_letters(c);
    if (!letters.empty() && letters[0] != ' ') {
      out += letters;
    } else if (!letters.empty() || separator(c)) {
      end_word(out, word_begin);
    } else {
      utf8::append(out, lower_other_script(c));
    }
  }
  end_word(out, word_begin);
  if (!out.empty()) out.pop_back();
  return out;
}

std::string_view without_article(std::string_view folded_name) {
  static constexpr std::array<std::string_view, 4> kArticles{"le ", "la ", "les ", "l "};
  for (const std::string_view article : kArticles) {
    if (folded_name.starts_with(article)) return folded_name.substr(article.size());
  }
  return folded_name;
}

}  // namespace gazette
