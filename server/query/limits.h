// The bounds of a query: every one has its reason, and passing one is told in a warning.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gazette::server::limits {

/// Twice what a URL can carry here (8,192 bytes): a pasted paragraph by POST still fits. What
/// follows is not read.
inline constexpr std::size_t kMaxQueryBytes = 16384;

/// Words and phrases of one query. A query of 6,000 bytes of French prose has about 1,000 words;
/// each costs a posting list.
inline constexpr std::size_t kMaxWords = 2048;

/// Words beside a date in words: with more, a sentence was pasted, and its date is text. A question
/// typed by hand ("les manifestations contre la réforme des retraites en mars 2023") has seven.
inline constexpr std::size_t kMaxWordsBesideDate = 8;

/// Nested parentheses: more than any query written by hand, and so few that every recursion over
/// the query stays shallow. Deeper ones are read as if they were not there.
inline constexpr std::size_t kMaxDepth = 32;

/// Greatest n of PROCHE/n and SUIVI/n: about a paragraph, and less than the gap between title and
/// body.
inline constexpr std::uint32_t kMaxWindow = 100;

/// PROCHE or SUIVI without a number: about a sentence.
inline constexpr std::uint32_t kDefaultWindow = 10;

/// Proximities of one query: each reads positions, the dearest thing to read. More become ET.
inline constexpr std::size_t kMaxProximities = 64;

/// Phrases that the groups inside one pair of quotes may spell out, as 4 × 4 × 4.
inline constexpr std::size_t kMaxPhraseVariants = 64;

/// A prefix has at least these letters: one letter would stand for a tenth of the vocabulary.
inline constexpr std::size_t kMinPrefixLetters = 2;

/// A word of fewer letters has too many neighbours at one edit to mean anything.
inline constexpr std::size_t kMinFuzzyLetters = 3;

/// Index terms that one `mot*` may stand for: the most frequent are kept. Five letters of prefix
/// stand for some hundred forms in an archive of 100,000 distinct words.
inline constexpr std::size_t kMaxPrefixTerms = 2000;

/// Index terms that one `mot~` may stand for.
inline constexpr std::size_t kMaxFuzzyTerms = 200;

/// Index terms that all `mot*` and `mot~` of one query may stand for: `a* b* c*` is bounded by
/// this.
inline constexpr std::size_t kMaxExpandedTerms = 6000;

/// Moves of the cursor over the vocabulary that all expansions of one query may take, each about a
/// microsecond.
inline constexpr std::size_t kMaxTermMoves = 60000;

/// Warnings told: more would not be read.
inline constexpr std::size_t kMaxWarnings = 20;

/// Words of a date expression: "entre le 28 décembre 2021 et le 3 janvier 2022" has ten.
inline constexpr std::size_t kMaxDateWords = 12;

}  // namespace gazette::server::limits
