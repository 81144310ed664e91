// Quotation marks of every kind: which open, which close, and where the partner stands.
#include "server/query/quotes.h"

#include <algorithm>
#include <array>

#include "common/utf8.h"
#include "server/query/characters.h"

namespace gazette::server {
namespace {

constexpr char32_t kStraight = U'"';
constexpr char32_t kSingleOpen = U'‘';
constexpr char32_t kSingleClose = U'’';

/// Marks by index of by_mark_; the last is the single closing mark where it cannot be an
/// apostrophe.
constexpr std::u32string_view kMarks = U"\"“”„‟«»‹›＂「」『』’";
constexpr std::u32string_view kThousandsBlanks = U" \u00A0\u202F\u2009\u2007";
constexpr std::size_t kNowhere = std::string_view::npos;

/// What closes each opener: the first group that has a mark ahead decides, the nearest of it.
struct Pair {
  char32_t opener;
  std::array<std::u32string_view, 2> closers;
};

constexpr std::array kPairs{
    Pair{U'"', {U"\"＂", U"”"}}, Pair{U'＂', {U"\"＂", U"”"}}, Pair{U'“', {U"”", U"\""}},
    Pair{U'„', {U"“”‟", U"\""}}, Pair{U'‟', {U"”", U"\""}},    Pair{U'«', {U"»", U"\""}},
    Pair{U'‹', {U"›", U"\""}},   Pair{U'「', {U"」", U""}},    Pair{U'『', {U"』", U""}},
    Pair{U'”', {U"”", U""}},     Pair{U'»', {U"«", U""}},      Pair{U'›', {U"‹", U""}},
};

/// Marks that close more often than they open: without a partner they open nothing.
bool closes_by_nature(char32_t c) {
  return c == U'”' || c == U'»' || c == U'›' || c == U'」' || c == U'』';
}

/// A curly single mark after a word and before none: ouvriers’ may fool it, l’aide never does.
bool may_close_single(std::string_view query, std::size_t at, std::size_t length) {
  return at > 0 && !is_blank(char_before(query, at).code_point) && !word_starts(query, at + length);
}

}  // namespace

bool is_quote(char32_t c) {
  return c != kSingleClose && kMarks.find(c) != std::u32string_view::npos;
}

Quotes::Quotes(std::string_view query) : query_(query), by_mark_(kMarks.size()) {
  for (std::size_t i = 0; i < query.size();) {
    const utf8::Decoded d = utf8::decode(query, i);
    const std::size_t mark = kMarks.find(d.code_point);
    if (mark != std::u32string_view::npos &&
        (d.code_point != kSingleClose || may_close_single(query, i, d.length))) {
      by_mark_[mark].push_back(i);
    }
    i += d.length;
  }
}

std::size_t Quotes::next(char32_t mark, std::size_t from) const {
  const std::vector<std::size_t>& list = by_mark_[kMarks.find(mark)];
  const auto found = std::lower_bound(list.begin(), list.end(), from);
  return found == list.end() ? kNowhere : *found;
}

std::size_t Quotes::closing(char32_t opener, std::size_t from) const {
  const auto pair =
      std::find_if(kPairs.begin(), kPairs.end(), [&](const Pair& p) { return p.opener == opener; });
  if (pair == kPairs.end()) return kNowhere;
  for (const std::u32string_view group : pair->closers) {
    std::size_t nearest = kNowhere;
    for (const char32_t mark : group) nearest = std::min(nearest, next(mark, from));
    if (nearest != kNowhere) return nearest;
  }
  return kNowhere;
}

Quotes::Reading Quotes::read(std::size_t at, Quoted& quoted) const {
  const utf8::Decoded opener = utf8::decode(query_, at);
  const std::size_t inside = at + opener.length;
  const bool after_word = is_word_character(char_before(query_, at).kind);
  std::size_t close = kNowhere;
  if (opener.code_point == kSingleOpen) {
    if (after_word || !word_starts(query_, inside)) return Reading::kNone;
    close = next(kSingleClose, inside);
    if (close == kNowhere) return Reading::kNone;
  } else if (is_quote(opener.code_point)) {
    close = closing(opener.code_point, inside);
    const bool backwards = closes_by_nature(opener.code_point) &&
                           (close == kNowhere || after_word || !word_starts(query_, inside));
    const bool after_its_word = close == kNowhere && after_word;
    if (backwards || after_its_word) return Reading::kStray;
  } else {
    return Reading::kNone;
  }
  const bool closed = close != kNowhere;
  const std::size_t text_end = closed ? close : query_.size();
  const std::size_t end = closed ? close + utf8::decode(query_, close).length : query_.size();
  quoted = {.begin = at, .text_begin = inside, .text_end = text_end, .end = end, .closed = closed};
  return Reading::kQuoted;
}

std::string plain_line(std::string_view text, bool parted) {
  std::string out;
  std::size_t blanks = 0;  // characters of the gap at hand
  bool thousands = true;   // it may part thousands
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded d = utf8::decode(text, i);
    i += d.length;
    if (is_blank(d.code_point) || is_quote(d.code_point)) {
      ++blanks;
      thousands = thousands && kThousandsBlanks.find(d.code_point) != std::u32string_view::npos;
      continue;
    }
    const bool plain_gap = !parted || (blanks == 1 && thousands);
    if (blanks > 0 && !out.empty()) out += plain_gap ? " " : " ; ";
    utf8::append(out, d.code_point);
    blanks = 0;
    thousands = true;
  }
  return out;
}

}  // namespace gazette::server
