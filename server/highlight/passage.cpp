// Where a passage may be cut: white space first, then between tokens, then between characters.
#include "server/highlight/passage.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "common/utf8.h"
#include "server/highlight/sentences.h"

namespace gazette::server {
namespace {

constexpr std::size_t kMaxRun = 96;  // bytes without white space that are still kept whole: a URL,
                                     // a long compound, not Chinese prose
constexpr std::size_t kClauseReach = 48;  // bytes given up to end a passage at a comma

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Marks that combine with the character before them, and what joins emoji.
bool combines(char32_t c) {
  return (c >= 0x300 && c < 0x370) || (c >= 0x1AB0 && c < 0x1B00) || (c >= 0x20D0 && c < 0x2100) ||
         (c >= 0xFE00 && c < 0xFE10) || c == 0x200C || c == 0x200D ||
         (c >= 0x1F3FB && c <= 0x1F3FF);
}

bool ends_clause(std::string_view text, std::size_t at) {
  while (at > 0 && space_before(text, at) > 0) at -= space_before(text, at);
  return at > 0 && (text[at - 1] == ',' || text[at - 1] == ';' || text[at - 1] == ':');
}

bool dangling_end(char32_t c) {
  return c == '(' || c == '[' || c == ',' || c == ';' || c == ':' || c == 0xAB || c == 0x201C ||
         c == 0x2013 || c == 0x2014;
}

bool dangling_begin(char32_t c) {
  return c == ')' || c == ']' || c == ',' || c == ';' || c == ':' || c == '.' || c == '!' ||
         c == '?' || c == 0xBB || c == 0x201D || c == 0x2026;
}

}  // namespace

std::size_t code_points(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t continuations = 0, at = begin;
  for (; at + 8 <= end; at += 8) {  // eight bytes at a time: a continuation byte is 10xxxxxx
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    continuations += std::popcount((bytes >> 7) & ~(bytes >> 6) & 0x0101010101010101U);
  }
  for (; at < end; ++at) continuations += is_continuation(text[at]) ? 1 : 0;
  return end - begin - continuations;
}

std::size_t forward(std::string_view text, std::size_t at, std::size_t count, std::size_t limit) {
  for (; count > 0 && at < limit; --count) {
    do ++at;
    while (at < limit && is_continuation(text[at]));
  }
  return at;
}

std::size_t backward(std::string_view text, std::size_t at, std::size_t count, std::size_t limit) {
  for (; count > 0 && at > limit; --count) {
    do --at;
    while (at > limit && is_continuation(text[at]));
  }
  return at;
}

Span Cutter::straddling(std::size_t at) const {
  const auto mark = std::partition_point(marks_.begin(), marks_.end(),
                                         [&](const Span& m) { return m.end <= at; });
  if (mark != marks_.end() && mark->begin < at) return *mark;
  auto token = std::partition_point(tokens_.begin(), tokens_.end(),
                                    [&](const Token& t) { return t.begin < at; });
  if (token == tokens_.begin()) return {};
  const std::uint32_t last = std::prev(token)->position;
  Span word;
  while (token != tokens_.begin() && std::prev(token)->position + 1 >= last) {
    --token;  // a part of a word may begin after it and end before it
    if (token->end <= at) continue;
    word = {token->begin, std::max<std::size_t>(token->end, word.end)};
  }
  return word;
}

Span Cutter::widened(Span core) const {
  for (Span found = straddling(core.begin); found.end != 0; found = straddling(core.begin)) {
    core.begin = found.begin;
  }
  for (Span found = straddling(core.end); found.end != 0; found = straddling(core.end)) {
    core.end = found.end;
  }
  return core;
}

bool Cutter::inside_word(std::size_t at) const { return straddling(at).end != 0; }

bool Cutter::at_space(std::size_t at) const {
  return at == 0 || at == text_.size() || space_at(text_, at) > 0 || space_before(text_, at) > 0;
}

bool Cutter::between_characters(std::size_t at) const {
  return at >= text_.size() ||
         (!is_continuation(text_[at]) && !combines(utf8::decode(text_, at).code_point));
}

std::size_t Cutter::end_before(std::size_t wanted, std::size_t core) const {
  std::size_t word = 0;
  const std::size_t stop = wanted - std::min(wanted - core, kMaxRun);
  for (std::size_t at = wanted; at > stop; --at) {
    if (word != 0 && word - at > kClauseReach) break;
    if (!at_space(at) || !between_characters(at) || inside_word(at)) continue;
    if (ends_clause(text_, at)) return at;
    if (word == 0) word = at;
  }
  if (word != 0) return word;
  if (stop == core) return core;
  for (std::size_t at = wanted; at > core; --at) {
    if (between_characters(at) && !inside_word(at)) return at;
  }
  return core;
}

std::size_t Cutter::begin_after(std::size_t wanted, std::size_t core) const {
  std::size_t word = core;
  const std::size_t stop = wanted + std::min(core - wanted, kMaxRun);
  for (std::size_t at = wanted; at < stop; ++at) {
    if (word != core && at - word > kClauseReach) break;
    if (!at_space(at) || !between_characters(at) || inside_word(at)) continue;
    if (ends_clause(text_, at)) return at;
    if (word == core) word = at;
  }
  if (word != core || stop == core) return word;
  for (std::size_t at = wanted; at < core; ++at) {
    if (between_characters(at) && !inside_word(at)) return at;
  }
  return core;
}

Span Cutter::trimmed(Span passage, Span core) const {
  while (passage.begin < core.begin) {
    const utf8::Decoded c = utf8::decode(text_, passage.begin);
    if (space_at(text_, passage.begin) == 0 && !dangling_begin(c.code_point)) break;
    passage.begin += c.length;
  }
  while (passage.end > core.end) {
    const std::size_t last = backward(text_, passage.end, 1, core.end);
    const utf8::Decoded c = utf8::decode(text_, last);
    if (last + c.length != passage.end) break;  // stray bytes are left as they stand
    if (space_at(text_, last) == 0 && !dangling_end(c.code_point)) break;
    passage.end = last;
  }
  return passage;
}

}  // namespace gazette::server
