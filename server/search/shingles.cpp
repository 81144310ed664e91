// Hashes of runs of folded words.
#include "server/search/shingles.h"

#include <algorithm>
#include <array>
#include <functional>

namespace gazette::server {
namespace {

constexpr std::size_t kRun = 4;                  // words: three are met by chance in the news
constexpr std::size_t kMaxBytes = 20'000;        // a copy shows in its first pages
constexpr std::uint64_t kPrime = 0x100000001B3;  // FNV: the order of the words counts

}  // namespace

Shingles shingles_of(std::string_view text, Analyzer& analyzer) {
  Shingles shingles;
  std::array<std::uint64_t, kRun> last{};
  std::size_t words = 0;
  for (const Token& token : analyzer.analyze(text.substr(0, kMaxBytes))) {
    if (token.kind != TokenKind::kWord) continue;
    last.at(words++ % kRun) = std::hash<std::string_view>{}(token.word->folded);
    if (words < kRun) continue;
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < kRun; ++i) hash = (hash ^ last.at((words + i) % kRun)) * kPrime;
    shingles.push_back(hash);
  }
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

double shared_part(const Shingles& a, const Shingles& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++shared;
    const bool step_x = *x <= *y;
    const bool step_y = *y <= *x;
    if (step_x) ++x;
    if (step_y) ++y;
  }
  return static_cast<double>(shared) / static_cast<double>(std::min(a.size(), b.size()));
}

}  // namespace gazette::server
