// What makes two articles near-copies of each other: the runs of five words that they share.
//
// Agencies' dispatches come back under other titles, with a sentence more or less. Two articles are
// near-copies when at least kNearCopy of all their distinct runs of five words ("shingles") stand
// in both. Candidates are found by terms of the index: each is made of the least of the shingles
// under three orders, so that near-copies share at least one of the eight with a probability of
// 0.997 at a resemblance of 0.8, and articles that share a tenth of their runs with 0.008.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"

namespace gazette {

/// Share of the runs of two articles from which they are near-copies.
inline constexpr double kNearCopy = 0.8;

struct Fingerprint {
  /// Hashes of the runs of five words, ascending, distinct; none when the text is too short to
  /// tell.
  std::vector<std::uint64_t> shingles;
  /// Hashes of the title's longer words, ascending, distinct: what short texts are told apart by.
  std::vector<std::uint64_t> title_words;
};

/// Case, accents, ligatures and punctuation make no difference.
Fingerprint fingerprint_of(const Article& article);

/// Shingles in both, by shingles in either: 0 to 1; 0 when one has none.
double resemblance(const Fingerprint& a, const Fingerprint& b);

/// Whether one is a near-copy of the other.
bool near_copies(const Fingerprint& a, const Fingerprint& b);

/// The terms under which candidates are found (see schema::kBandPrefix); none for a text too short.
std::vector<std::string> band_terms(const Fingerprint& fingerprint);

}  // namespace gazette
