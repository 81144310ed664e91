// Shingles of folded words, those next to 24 points, eight bands of three.
#include "common/index/fingerprint.h"

#include <xxhash.h>

#include <algorithm>
#include <array>

#include "common/index/schema.h"

namespace gazette {
namespace {

constexpr std::size_t kRun = 5;  // words of a shingle
// Below this many shingles (24 words) what is shared is a stock phrase, not a text.
constexpr std::size_t kFewestShingles = 20;
// A shorter body may be all standing text ("suivez notre direct…"), the same under many articles:
// only those whose titles agree as well are near-copies.
constexpr std::size_t kBriefShingles = 80;
constexpr std::size_t kTitleWordBytes = 4;  // shorter ones stand in any title
// Bands and the points of each: see the head of fingerprint.h for what they find and miss.
constexpr std::size_t kBands = 8;
constexpr std::size_t kPoints = 3;

/// Points among all hashes. Part of the format: the bands depend on them.
constexpr std::array<std::uint64_t, kBands * kPoints> make_points() {
  std::array<std::uint64_t, kBands * kPoints> out{};
  std::uint64_t state = 0;
  for (std::uint64_t& point : out) {
    state += 0x9E3779B97F4A7C15;  // splitmix64
    std::uint64_t mixed = (state ^ state >> 30) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
    point = mixed ^ mixed >> 31;
  }
  return out;
}
constexpr std::array<std::uint64_t, kBands* kPoints> kPointsOfBands = make_points();

void sort_distinct(std::vector<std::uint64_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

std::vector<std::uint64_t> shingles_of(const std::vector<std::uint64_t>& words) {
  std::vector<std::uint64_t> shingles;
  if (words.size() < kRun) return shingles;
  shingles.reserve(words.size() - kRun + 1);
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    shingles.push_back(XXH3_64bits(&words[i], kRun * sizeof words[i]));
  }
  sort_distinct(shingles);
  return shingles;
}

/// How many are in both; each is ascending and distinct.
std::size_t count_common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t both = 0;
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (*left == *right) {
      ++both, ++left, ++right;
    } else if (*left < *right) {
      ++left;
    } else {
      ++right;
    }
  }
  return both;
}

/// Whether the titles have half of the shorter one's longer words in common.
bool titles_agree(const Fingerprint& a, const Fingerprint& b) {
  const std::size_t shorter = std::min(a.title_words.size(), b.title_words.size());
  return 2 * count_common(a.title_words, b.title_words) >= shorter;
}

/// `bits` as `letters` of 6 bits each, printable.
void append_letters(std::string& out, std::uint64_t bits, unsigned letters) {
  constexpr std::string_view kLetters =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";
  for (; letters > 0; --letters, bits >>= 6) out.push_back(kLetters[bits & 63]);
}

}  // namespace

void FieldWords::clear() {
  title.clear();
  subtitle.clear();
  body.clear();
  long_title_words.clear();
}

void FieldWords::add_title(const Token& token) {
  if (token.kind != TokenKind::kWord) return;
  title.push_back(token.word->folded_hash);
  if (token.word->folded.size() >= kTitleWordBytes) {
    long_title_words.push_back(token.word->folded_hash);
  }
}

std::string_view own_subtitle(const Article& article) {
  std::string_view subtitle = article.subtitle;
  for (const std::string_view end : {"…", "...", "[…]", " "}) {
    if (subtitle.ends_with(end)) subtitle.remove_suffix(end.size());
  }
  return article.body.starts_with(subtitle) ? std::string_view() : article.subtitle;
}

Fingerprint fingerprint_of(const FieldWords& words) {
  Fingerprint out;
  out.title_words = words.long_title_words;
  sort_distinct(out.title_words);
  out.shingles = shingles_of(words.body);
  if (out.shingles.size() >= kFewestShingles) return out;
  std::vector<std::uint64_t> all = words.title;  // a headline and its lead
  all.insert(all.end(), words.subtitle.begin(), words.subtitle.end());
  all.insert(all.end(), words.body.begin(), words.body.end());
  out.shingles = shingles_of(all);
  if (out.shingles.size() < kFewestShingles) out.shingles.clear();
  return out;
}

Fingerprint fingerprint_of(const Article& article, Analyzer& analyzer) {
  FieldWords words;
  for (const Token& token : analyzer.analyze(article.title)) words.add_title(token);
  for (const Token& token : analyzer.analyze(own_subtitle(article))) words.add_subtitle(token);
  for (const Token& token : analyzer.analyze(article.body)) words.add_body(token);
  return fingerprint_of(words);
}

double resemblance(const Fingerprint& a, const Fingerprint& b) {
  const std::size_t both = count_common(a.shingles, b.shingles);
  const std::size_t either = a.shingles.size() + b.shingles.size() - both;
  return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

bool near_copies(const Fingerprint& a, const Fingerprint& b) {
  const bool brief = std::min(a.shingles.size(), b.shingles.size()) < kBriefShingles;
  return resemblance(a, b) >= kNearCopy && (!brief || titles_agree(a, b));
}

std::vector<std::string> band_terms(const Fingerprint& fingerprint) {
  std::vector<std::string> terms;
  if (fingerprint.shingles.empty()) return terms;
  // The first shingle from each point on, round the end: of the shingles of two texts together any
  // one is as likely to be it.
  std::array<std::uint64_t, kBands * kPoints> picked{};
  for (std::size_t i = 0; i < picked.size(); ++i) {
    const auto at = std::lower_bound(fingerprint.shingles.begin(), fingerprint.shingles.end(),
                                     kPointsOfBands[i]);
    picked[i] = at == fingerprint.shingles.end() ? fingerprint.shingles.front() : *at;
  }
  for (std::size_t band = 0; band < kBands; ++band) {
    std::string term(schema::kBandPrefix);
    append_letters(term, band, 1);
    // 42 bits: among a million articles two that share nothing meet in one band in a million.
    constexpr unsigned kBandLetters = 7;
    append_letters(term, XXH3_64bits(&picked[band * kPoints], kPoints * sizeof picked[0]),
                   kBandLetters);
    terms.push_back(std::move(term));
  }
  return terms;
}

}  // namespace gazette
