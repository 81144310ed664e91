// Phrases and proximities: cursors over ascending positions.
#include "server/highlight/sequences.h"

#include <algorithm>

#include "common/utf8.h"

namespace gazette::server {
namespace {

using Slots = std::vector<std::vector<Occurrence>>;

constexpr std::size_t kMaxGapBytes = 32;  // " lorsqu’" and a few spaces; a longer gap is no gap

Piece piece_of(const Occurrence& at, const SequenceText& in) {
  const Token& token = in.tokens[at.token];
  return {token.begin, token.end, token.position, at.unit};
}

/// The tokens of one slot at one position: [from, to) in its occurrences.
struct Place {
  std::size_t from = 0;
  std::size_t to = 0;
};

/// One place of a phrase: marks its words, and the gaps between those that stand side by side.
void mark_phrase_at(const Slots& slots, const std::vector<Place>& places, const SequenceText& in,
                    std::vector<Piece>& pieces) {
  std::uint32_t last_end = 0, last_position = 0;
  for (std::size_t slot = 0; slot < slots.size(); ++slot) {
    std::uint32_t begin = UINT32_MAX, end = 0;
    for (std::size_t i = places[slot].from; i < places[slot].to; ++i) {
      pieces.push_back(piece_of(slots[slot][i], in));
      begin = std::min(begin, pieces.back().begin);
      end = std::max(end, pieces.back().end);
    }
    const std::uint32_t position = slots[slot][places[slot].from].position;
    if (slot > 0 && position == last_position + 1 && last_end < begin &&
        joins(in.text.substr(last_end, begin - last_end))) {
      pieces.push_back({last_end, begin, position, Piece::kGlue});
    }
    last_end = end;
    last_position = position;
  }
}

void mark_phrase(const Marks::Sequence& sequence, const Slots& slots, const SequenceText& in,
                 std::vector<Piece>& pieces) {
  std::vector<Place> places(slots.size());
  for (std::size_t first = 0; first < slots[0].size(); first = places[0].to) {
    const std::uint64_t start = slots[0][first].position;
    bool whole = true;
    for (std::size_t slot = 0; slot < slots.size(); ++slot) {
      const auto& list = slots[slot];
      const std::uint64_t wanted =
          start + (slot < sequence.offsets.size() ? sequence.offsets[slot] : slot);
      Place& place = places[slot];
      place.from = slot == 0 ? first : place.from;
      while (place.from < list.size() && list[place.from].position < wanted) ++place.from;
      place.to = place.from;
      while (place.to < list.size() && list[place.to].position == wanted) ++place.to;
      whole = whole && place.to > place.from;
    }
    if (whole) mark_phrase_at(slots, places, in, pieces);
    if (places[0].to == first) break;  // offsets[0] is not 0: no such phrase can be told
  }
}

/// True when one of `positions` (ascending) is 1..window away from `from`, on the allowed sides.
bool neighbour(const std::vector<std::uint32_t>& positions, std::uint64_t from,
               std::uint64_t window, bool before, bool after) {
  const auto next = std::upper_bound(positions.begin(), positions.end(), from);
  if (after && next != positions.end() && *next - from <= window) return true;
  auto last = std::lower_bound(positions.begin(), next, from);
  return before && last != positions.begin() && from - *--last <= window;
}

/// Keeps the occurrences of `list` that have a neighbour among `positions`; returns where those
/// stand.
std::vector<std::uint32_t> keep_neighbours(std::vector<Occurrence>& list,
                                           const std::vector<std::uint32_t>& positions,
                                           std::uint64_t window, bool before, bool after) {
  std::erase_if(list, [&](const Occurrence& at) {
    return !neighbour(positions, at.position, window, before, after);
  });
  std::vector<std::uint32_t> kept;
  for (const Occurrence& at : list) {
    if (kept.empty() || kept.back() != at.position) kept.push_back(at.position);
  }
  return kept;
}

/// Each operand within the window of the next: what has a chain to the first operand, then what has
/// one to the last, is what stands in a whole one.
void mark_proximity(const Marks::Sequence& sequence, Slots slots, const SequenceText& in,
                    std::vector<Piece>& pieces) {
  const bool any_order = sequence.kind == Marks::Sequence::Kind::kNear;
  const auto positions = [](const std::vector<Occurrence>& list) {
    std::vector<std::uint32_t> result;
    for (const Occurrence& at : list) {
      if (result.empty() || result.back() != at.position) result.push_back(at.position);
    }
    return result;
  };
  std::vector<std::uint32_t> reached = positions(slots.front());
  for (std::size_t slot = 1; slot < slots.size(); ++slot) {
    reached = keep_neighbours(slots[slot], reached, sequence.window, true, any_order);
  }
  for (std::size_t slot = slots.size() - 1; slot-- > 0;) {
    reached = keep_neighbours(slots[slot], reached, sequence.window, any_order, true);
  }
  for (const auto& list : slots) {
    for (const Occurrence& at : list) pieces.push_back(piece_of(at, in));
  }
}

bool joining(char32_t c) {
  switch (c) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case '-':
    case '\'':
    case '`':
    case 0xA0:    // no-break space
    case 0xAD:    // soft hyphen
    case 0xB4:    // acute accent, typed for an apostrophe
    case 0x2BC:   // modifier apostrophe
    case 0x2018:  // quotes and primes, typed for an apostrophe
    case 0x2019:
    case 0x2032:
    case 0x2060:  // word joiner
    case 0x202F:  // narrow no-break space
    case 0xFEFF:  // zero-width no-break space
    case 0xC7:    // Ç and ç of an elided « ça »
    case 0xE7:
      return true;
    default:
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||  // an elided article
             (c >= 0x2000 && c <= 0x200D) || c == 0x2010 || c == 0x2011;
  }
}

}  // namespace

bool joins(std::string_view gap) {
  if (gap.size() > kMaxGapBytes) return false;
  int line_ends = 0;
  for (std::size_t at = 0; at < gap.size();) {
    const utf8::Decoded c = utf8::decode(gap, at);
    if (!joining(c.code_point)) return false;
    if (c.code_point == '\n' && ++line_ends > 1) return false;  // another paragraph
    at += c.length;
  }
  return true;
}

void mark_sequence(const Marks::Sequence& sequence, const Slots& slots, const SequenceText& in,
                   std::vector<Piece>& pieces) {
  if (slots.empty()) return;
  for (const auto& list : slots) {
    if (list.empty()) return;
  }
  if (sequence.kind == Marks::Sequence::Kind::kPhrase) {
    mark_phrase(sequence, slots, in, pieces);
  } else {
    mark_proximity(sequence, slots, in, pieces);
  }
}

}  // namespace gazette::server
