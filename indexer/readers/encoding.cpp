// Marks, declarations, and for bytes that declare nothing the reading with the most French in it.
#include "indexer/readers/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "common/cli/language.h"
#include "common/utf8.h"

namespace gazette::indexer {
namespace {

// HTML wants the declaration within 1024 bytes; pages that open with a comment have it later.
constexpr std::size_t kDeclarationBytes = 4096;
constexpr std::size_t kBinarySample = 4096;
constexpr std::int32_t kLeastConfidence = 40;  // of ICU, out of 100; French text gives it 40 to 80

struct Magic {
  std::string_view bytes;
  const char* french;
  const char* english;
};

constexpr Magic kMagics[] = {
    {"PK\x03\x04", "archive ZIP (ou document de bureau)", "ZIP archive (or office document)"},
    {"%PDF-", "document PDF", "PDF document"},
    {"BZh", "archive bzip2", "bzip2 archive"},
    {"\xFD"
     "7zXZ",
     "archive xz", "xz archive"},
    {"\x28\xB5\x2F\xFD", "archive zstd", "zstd archive"},
    {"\x1F\x8B", "gzip dans un gzip dans un gzip", "gzip in a gzip in a gzip"},
    {"7z\xBC\xAF", "archive 7z", "7z archive"},
    {"Rar!", "archive RAR", "RAR archive"},
    {"\xD0\xCF\x11\xE0", "document Office ancien", "old Office document"},
    {"{\\rtf", "document RTF", "RTF document"},
    {"\x89PNG", "image PNG", "PNG image"},
    {"\xFF\xD8\xFF", "image JPEG", "JPEG image"},
    {"GIF8", "image GIF", "GIF image"},
    {"SQLite format 3", "base SQLite", "SQLite database"},
};

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

/// What stands behind `at` as a name, quoted or not.
std::string label_at(std::string_view text, std::size_t at) {
  at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
  if (at == text.size() || text[at] != '=') return {};
  at = text.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == std::string_view::npos) return {};
  const std::size_t end = std::min(text.find_first_of(" \t\r\n\"';?/>", at), text.size());
  return std::string(text.substr(at, end - at));
}

std::string declared_in(std::string_view head) {
  const std::string text = lower_ascii(head.substr(0, kDeclarationBytes));
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos || text[begin] != '<') return {};
  if (text.compare(begin, 5, "<?xml") == 0) {
    const std::string_view declaration =
        std::string_view(text).substr(begin, text.find("?>", begin) - begin);
    const std::size_t at = declaration.find("encoding");
    if (at != std::string_view::npos) return label_at(declaration, at + 8);
  }
  for (std::size_t meta = text.find("<meta"); meta != std::string::npos;
       meta = text.find("<meta", meta + 1)) {
    const std::string_view tag = std::string_view(text).substr(meta, text.find('>', meta) - meta);
    const std::size_t at = tag.find("charset");
    if (at != std::string_view::npos) return label_at(tag, at + 7);
  }
  return {};
}

/// UTF-16 or UTF-32 without a mark: text in it has zeros at every second byte, or at three of four.
std::string wide_encoding(std::string_view head) {
  std::array<std::size_t, 4> zeros{};
  const std::size_t size = head.size() / 4 * 4;
  if (size == 0) return {};
  for (std::size_t i = 0; i < size; ++i) zeros[i % 4] += head[i] == '\0';
  const auto most = [&](std::size_t at) { return zeros[at] * 4 * 10 >= size * 7; };
  const auto few = [&](std::size_t at) { return zeros[at] * 4 * 20 <= size; };
  if (few(0) && most(1) && most(2) && most(3)) return "UTF-32LE";
  if (most(0) && most(1) && most(2) && few(3)) return "UTF-32BE";
  if (few(0) && most(1) && few(2) && most(3)) return "UTF-16LE";
  if (most(0) && few(1) && most(2) && few(3)) return "UTF-16BE";
  return {};
}

std::string binary_reason(std::string_view head) {
  for (const Magic& magic : kMagics) {
    if (head.starts_with(magic.bytes)) {
      return tr("ce n'est pas du texte : ", "this is not text: ") +
             std::string(tr(magic.french, magic.english));
    }
  }
  head = head.substr(0, kBinarySample);
  const auto controls =
      static_cast<std::size_t>(std::count_if(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B;
      }));
  if (controls * 50 <= head.size()) return {};  // a stray one is no reason
  return tr("fichier binaire ou d'un encodage inconnu", "binary file, or an unknown encoding");
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

/// The converter of a label, if ICU has one and ASCII stays ASCII in it.
Converter ascii_converter(const std::string& label) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(label.c_str(), &status), &ucnv_close);
  constexpr std::string_view kProbe = "<?xml AZaz09 =\"'/>&;{}[]:,";
  char16_t out[64];
  const std::int32_t size = U_FAILURE(status)
                                ? 0
                                : ucnv_toUChars(converter.get(), out, std::size(out), kProbe.data(),
                                                static_cast<std::int32_t>(kProbe.size()), &status);
  const bool same = U_SUCCESS(status) && std::equal(kProbe.begin(), kProbe.end(), out, out + size);
  return {same ? converter.release() : nullptr, &ucnv_close};
}

/// A label as the web understands it: what calls itself Latin-1 or ASCII is Windows-1252.
std::string web_label(std::string_view declared) {
  static constexpr std::string_view kLatin1[] = {
      "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1",   "latin-1", "l1",
      "us-ascii",   "ascii",     "cp1252",     "x-cp1252", "ansi",    "ansi_x3.4-1968"};
  const std::string label = lower_ascii(declared);
  return std::find(std::begin(kLatin1), std::end(kLatin1), label) != std::end(kLatin1)
             ? "windows-1252"
             : label;
}

/// True when `sample` is UTF-8 but for less than it holds of it. Its last character may be cut.
bool is_mostly_utf8(std::string_view sample) {
  constexpr std::size_t kLongest = 4;
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t i = 0; i < sample.size();) {
    const utf8::Decoded c = utf8::decode(sample, i);
    const bool stray = c.code_point == utf8::kReplacement && c.length == 1;
    if (stray && i + kLongest > sample.size()) break;
    if (c.length > 1) ++good;
    if (stray) ++bad;
    i += c.length;
  }
  return good > bad;
}

constexpr std::u32string_view kFrenchLetters = U"àâçéèêëîïôùûüÀÂÇÉÈÊËÎÏÔÙÛÜ";
constexpr std::u32string_view kOtherFrench = U"’‘“”«»–—…€°§\u00A0\u202Fáíóúñöä£²³½©®™·•Ææ";

/// How French a character beyond ASCII is between its neighbours.
int frenchness(char32_t c, bool letter_before, bool letter_after) {
  if (kFrenchLetters.find(c) != std::u32string_view::npos) return 2;
  if (c == U'œ' || c == U'Œ') return letter_after || letter_before ? 2 : -2;
  if (c == U'½') return letter_before && letter_after ? -2 : 1;
  if (kOtherFrench.find(c) != std::u32string_view::npos) return 1;
  return c < 0xA0 || c == utf8::kReplacement ? -4 : -2;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Sum of frenchness of a sample read in a single-byte encoding; none when ICU lacks it.
int french_score(std::string_view sample, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(encoding, &status), &ucnv_close);
  std::array<char32_t, 128> high{};
  for (std::size_t i = 0; i < high.size(); ++i) {
    const char byte = static_cast<char>(i + 128);
    char16_t out[4];
    const std::int32_t size =
        ucnv_toUChars(converter.get(), out, std::size(out), &byte, 1, &status);
    high[i] = size == 1 && U_SUCCESS(status) ? out[0] : utf8::kReplacement;
  }
  int score = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const auto byte = static_cast<unsigned char>(sample[i]);
    if (byte < 0x80) continue;
    score += frenchness(high[byte - 128u], i > 0 && is_ascii_letter(sample[i - 1]),
                        i + 1 < sample.size() && is_ascii_letter(sample[i + 1]));
  }
  return score;
}

/// ICU's guess, where it is sure enough and keeps ASCII.
std::string guess_by_icu(std::string_view sample) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  const UCharsetMatch* const match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  const std::int32_t confidence = ucsdet_getConfidence(match, &status);
  const char* const name = ucsdet_getName(match, &status);
  if (U_FAILURE(status) || confidence < kLeastConfidence || !ascii_converter(name)) return {};
  return name;
}

}  // namespace

Opening read_opening(std::string_view head) {
  static constexpr std::pair<std::string_view, const char*> kMarks[] = {
      {"\xEF\xBB\xBF", "UTF-8"},
      {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
      {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
      {"\xFF\xFE", "UTF-16LE"},
      {"\xFE\xFF", "UTF-16BE"}};
  Opening out;
  for (const auto& [mark, encoding] : kMarks) {
    if (!head.starts_with(mark)) continue;
    out.encoding = encoding;
    out.mark = mark.size();
    return out;
  }
  out.encoding = wide_encoding(head);
  if (!out.encoding.empty()) return out;
  out.declared = declared_in(head);
  out.binary = binary_reason(head);
  return out;
}

std::string encoding_of(std::string_view sample, std::string_view declared) {
  if (is_mostly_utf8(sample)) return "UTF-8";
  std::string label = web_label(declared);
  if (!label.empty() && !label.starts_with("utf") && ascii_converter(label)) return label;
  const auto beyond_ascii = static_cast<int>(std::count_if(
      sample.begin(), sample.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  const char* best = "windows-1252";  // the first of equals
  int best_score = french_score(sample, best);
  for (const char* const other : {"iso-8859-15", "macintosh", "ibm-850"}) {
    const int score = french_score(sample, other);
    if (score <= best_score) continue;
    best_score = score;
    best = other;
  }
  if (best_score * 2 >= beyond_ascii) return best;
  const std::string guess = guess_by_icu(sample);
  return guess.empty() ? "windows-1252" : web_label(guess);
}

}  // namespace gazette::indexer
