// Sets of articles as compressed bitmaps over article numbers.
#pragma once

#include <cstdint>
#include <roaring/roaring.hh>
#include <vector>

namespace gazette::server {

/// An article's number in one snapshot: its place in the order newest first, from 0. Undated
/// articles come last. Numbers mean nothing in another snapshot.
using Number = std::uint32_t;

using DocSet = Roaring;

/// [first, last) as a set.
inline DocSet range_set(Number first, Number last) {
  DocSet set;
  if (first < last) set.addRange(first, last);
  return set;
}

/// The numbers of the set, ascending.
inline std::vector<Number> numbers_of(const DocSet& set) {
  std::vector<Number> numbers(set.cardinality());
  set.toUint32Array(numbers.data());
  return numbers;
}

/// Members below `end`.
inline std::size_t count_below(const DocSet& set, Number end) {
  return end == 0 ? 0 : set.rank(end - 1);
}

/// A set kept in a cache.
struct CachedSet {
  DocSet set;
  std::size_t budget = 0;  ///< of checking positions (see phrase_matcher.h), when it was made
  std::size_t spent = 0;   ///< of it; charged again when the set is reused
  bool cut = false;        ///< it ended before every candidate was examined
  [[nodiscard]] std::size_t bytes() const { return sizeof(CachedSet) + set.getSizeInBytes(false); }
};

}  // namespace gazette::server
