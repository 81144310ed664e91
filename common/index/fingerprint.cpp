// Shingles of folded words, their least ones under 24 orders, eight bands of three.
#include "common/index/fingerprint.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "common/analysis/char_class.h"
#include "common/analysis/fold.h"
#include "common/index/schema.h"
#include "common/utf8.h"

namespace gazette {
namespace {

constexpr std::size_t kRun = 5;  // words of a shingle
// Below this many shingles (24 words) what is shared is a stock phrase, not a text.
constexpr std::size_t kFewestShingles = 20;
// A shorter body may be all standing text ("suivez notre direct…"), the same under many articles:
// only those whose titles agree as well are near-copies.
constexpr std::size_t kBriefShingles = 80;
constexpr std::size_t kTitleWordBytes = 4;  // shorter ones stand in any title
// Bands and the orders in each: see the head of fingerprint.h for what they find and miss.
constexpr std::size_t kBands = 8;
constexpr std::size_t kOrders = 3;

/// Odd multipliers, one an order of all hashes. Part of the format: the bands depend on them.
constexpr std::array<std::uint64_t, kBands * kOrders> make_multipliers() {
  std::array<std::uint64_t, kBands * kOrders> out{};
  std::uint64_t state = 0;
  for (std::uint64_t& multiplier : out) {
    state += 0x9E3779B97F4A7C15;  // splitmix64
    std::uint64_t mixed = (state ^ state >> 30) * 0xBF58476D1CE4E5B9;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
    multiplier = (mixed ^ mixed >> 31) | 1;
  }
  return out;
}
constexpr std::array<std::uint64_t, kBands* kOrders> kMultipliers = make_multipliers();

bool is_ascii_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

void sort_distinct(std::vector<std::uint64_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

/// Hashes of the folded words of texts, one after the other: runs of letters and digits.
class WordHashes {
 public:
  void add(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const utf8::Decoded d = utf8::decode(text, at);
      const CharClass kind = char_info(d.code_point).kind;
      if (kind == CharClass::kIdeograph) {
        end_word();
        hashes_.push_back(hash(text.substr(at, d.length)));
      } else if (in_word(kind)) {
        at = take_word(text, at);
        continue;
      } else {
        end_word();
      }
      at += d.length;
    }
    end_word();
  }

  [[nodiscard]] const std::vector<std::uint64_t>& all() const { return hashes_; }

  /// Those of at least kTitleWordBytes, ascending, distinct.
  [[nodiscard]] std::vector<std::uint64_t> long_ones() const {
    std::vector<std::uint64_t> out = long_;
    sort_distinct(out);
    return out;
  }

 private:
  static std::uint64_t hash(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
  }

  /// Gathers the ASCII letters and digits from `at` on, or the one other character there.
  std::size_t take_word(std::string_view text, std::size_t at) {
    if (!is_ascii_word_byte(text[at])) {
      const std::uint32_t length = utf8::decode(text, at).length;
      word_.append(text.substr(at, length));
      plain_ = false;
      return at + length;
    }
    for (; at < text.size() && is_ascii_word_byte(text[at]); ++at) {
      const char c = text[at];
      word_.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return at;
  }

  void end_word() {
    if (word_.empty()) return;
    if (!plain_) word_ = fold(exact_form(word_));
    hashes_.push_back(hash(word_));
    if (word_.size() >= kTitleWordBytes) long_.push_back(hashes_.back());
    word_.clear();
    plain_ = true;
  }

  std::vector<std::uint64_t> hashes_, long_;
  std::string word_;   ///< the open word, its ASCII letters in lower case
  bool plain_ = true;  ///< it is ASCII so far
};

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

Fingerprint fingerprint_of(const Article& article) {
  Fingerprint out;
  WordHashes body, title;
  title.add(article.title);
  out.title_words = title.long_ones();
  body.add(article.body);
  out.shingles = shingles_of(body.all());
  if (out.shingles.size() < kFewestShingles) {  // a headline and its lead
    title.add(article.subtitle);
    title.add(article.body);
    out.shingles = shingles_of(title.all());
    if (out.shingles.size() < kFewestShingles) out.shingles.clear();
  }
  return out;
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
  std::array<std::uint32_t, kBands * kOrders> least{};
  for (std::size_t order = 0; order < least.size(); ++order) {
    std::uint32_t smallest = std::numeric_limits<std::uint32_t>::max();
    for (const std::uint64_t shingle : fingerprint.shingles) {
      smallest =
          std::min(smallest, static_cast<std::uint32_t>(shingle * kMultipliers[order] >> 32));
    }
    least[order] = smallest;
  }
  for (std::size_t band = 0; band < kBands; ++band) {
    std::string term(schema::kBandPrefix);
    append_letters(term, band, 1);
    // 42 bits: among a million articles two that share nothing meet in one band in a million.
    constexpr unsigned kBandLetters = 7;
    append_letters(term, XXH3_64bits(&least[band * kOrders], kOrders * sizeof least[0]),
                   kBandLetters);
    terms.push_back(std::move(term));
  }
  return terms;
}

}  // namespace gazette
