// What makes two articles near-copies of each other: the runs of five words that they share.
//
// Agencies' dispatches come back under other titles, with a sentence more or less. Two articles are
// near-copies when at least kNearCopy of all their distinct runs of five words ("shingles") stand
// in both. Words are what the analyzer counts as words, so that the index and the fingerprint share
// one walk over the text. Candidates are found by terms of the index: each is made of three
// shingles that chance picks, the same ones in texts that share them (min-wise hashing by one order
// of the shingles and random points in it: Shrivastava and Li, "Densifying One Permutation
// Hashing", 2014), so that near-copies share at least one of the eight with a probability of 0.997
// at a resemblance of 0.8, and articles that share a tenth of their runs with 0.008.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/article.h"

namespace gazette {

/// Share of the runs of two articles from which they are near-copies.
inline constexpr double kNearCopy = 0.8;

/// The words of an article one after the other, as hashes of their folded forms.
struct FieldWords {
  std::vector<std::uint64_t> title, subtitle, body;
  std::vector<std::uint64_t> long_title_words;  ///< those that do not stand in any title

  void clear();
  void add_title(const Token& token);
  void add_subtitle(const Token& token) { add(subtitle, token); }
  void add_body(const Token& token) { add(body, token); }

 private:
  static void add(std::vector<std::uint64_t>& words, const Token& token) {
    if (token.kind == TokenKind::kWord) words.push_back(token.word->folded_hash);
  }
};

struct Fingerprint {
  /// Hashes of the runs of five words, ascending, distinct; none when the text is too short to
  /// tell.
  std::vector<std::uint64_t> shingles;
  /// Hashes of the title's longer words, ascending, distinct: what short texts are told apart by.
  std::vector<std::uint64_t> title_words;
};

/// Case, accents, ligatures, elided articles and punctuation make no difference.
Fingerprint fingerprint_of(const FieldWords& words);

/// The same for an article that is not being indexed at the moment.
Fingerprint fingerprint_of(const Article& article, Analyzer& analyzer);

/// The subtitle where it says something that the body does not open with (cut short with an
/// ellipsis or not): words that stand twice count once. Borrowed from `article`.
std::string_view own_subtitle(const Article& article);

/// Shingles in both, by shingles in either: 0 to 1; 0 when one has none.
double resemblance(const Fingerprint& a, const Fingerprint& b);

/// Whether one is a near-copy of the other.
bool near_copies(const Fingerprint& a, const Fingerprint& b);

/// The terms under which candidates are found (see schema::kBandPrefix); none for a text too short.
std::vector<std::string> band_terms(const Fingerprint& fingerprint);

}  // namespace gazette
