// Cleaning in one pass: control characters out, white space in order, then NFC.
#include "indexer/readers/clean_text.h"

#include <cstdint>

#include "common/utf8.h"

namespace gazette::indexer {
namespace {

constexpr std::string_view kLineSeparator = "\xE2\x80\xA8";       // U+2028
constexpr std::string_view kParagraphSeparator = "\xE2\x80\xA9";  // U+2029
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";       // U+FEFF inside a text

enum class Kind : std::uint8_t { kText, kSpace, kLineEnd, kParagraphEnd, kDropped };

struct Piece {
  Kind kind;
  std::size_t size;
};

Piece next_piece(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte == '\n') return {Kind::kLineEnd, 1};
  if (byte == '\r') return {Kind::kLineEnd, text.substr(at + 1).starts_with('\n') ? 2u : 1u};
  if (byte == ' ' || byte == '\t') return {Kind::kSpace, 1};
  if (byte == '\v' || byte == '\f') return {Kind::kLineEnd, 1};
  if (byte < 0x20 || byte == 0x7F) return {Kind::kDropped, 1};
  if (byte < 0xC2) return {Kind::kText, 1};
  const std::string_view rest = text.substr(at);
  if (byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0) {
    return {rest[1] == '\x85' ? Kind::kLineEnd : Kind::kDropped,
            2};  // C1 controls; NEL ends a line
  }
  if (rest.starts_with(kLineSeparator)) return {Kind::kLineEnd, 3};
  if (rest.starts_with(kParagraphSeparator)) return {Kind::kParagraphEnd, 3};
  if (rest.starts_with(kByteOrderMark)) return {Kind::kDropped, 3};
  return {Kind::kText, 1};
}

/// Most bodies are clean as they come: printable text, single spaces, at most one blank line at a
/// time. Decided in one quick pass; "no" only means that the slow one is taken.
bool is_clean(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\n'; };
  if (text.empty()) return true;
  if (is_space(text.front()) || is_space(text.back())) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == ' ' && is_space(text[i + 1])) return false;
    if (byte == '\n') {
      if (text[i + 1] == '\n') ++i;
      if (is_space(text[i + 1])) return false;
    } else if (byte < 0x20 || byte >= 0x7F) {
      if (next_piece(text, i).kind != Kind::kText) return false;
    }
  }
  return true;
}

}  // namespace

std::string clean_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Piece piece = next_piece(text, at);
    if (piece.kind == Kind::kText) {
      if (space && !out.empty()) out.push_back(' ');
      space = false;
      out.push_back(text[at]);
    } else if (piece.kind != Kind::kDropped) {
      space = true;
    }
    at += piece.size;
  }
  return utf8::nfc(out);
}

std::string clean_paragraphs(std::string_view text) {
  if (is_clean(text)) return utf8::nfc(text);
  std::string out;
  out.reserve(text.size());
  bool space = false;
  std::size_t line_ends = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Piece piece = next_piece(text, at);
    at += piece.size;
    if (piece.kind == Kind::kSpace) space = true;
    if (piece.kind == Kind::kLineEnd) ++line_ends;
    if (piece.kind == Kind::kParagraphEnd) line_ends += 2;
    if (piece.kind != Kind::kText) continue;
    if (!out.empty()) {
      if (line_ends > 0) {
        out.append(line_ends > 1 ? "\n\n" : "\n");
      } else if (space) {
        out.push_back(' ');
      }
    }
    space = false;
    line_ends = 0;
    out.push_back(text[at - 1]);
  }
  return utf8::nfc(out);
}

}  // namespace gazette::indexer
