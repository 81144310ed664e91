// Look-ups in the index of titles.
#include "server/search/suggest/title_index.h"

namespace gazette::server {
namespace {

template <typename Before>
TitleWord partition(std::size_t size, Before before) {
  std::size_t low = 0;
  std::size_t high = size;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (before(static_cast<TitleWord>(middle))) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return static_cast<TitleWord>(low);
}

}  // namespace

Printed TitleIndex::printed(TitleWord word) const {
  const auto [lower, capital, upper] = counts_[word];
  if (lower >= capital + upper) return Printed::kLower;
  return upper > capital ? Printed::kUpper : Printed::kCapital;
}

std::pair<TitleWord, TitleWord> TitleIndex::range(std::string_view prefix) const {
  return {partition(word_count(), [&](TitleWord w) { return word(w) < prefix; }),
          partition(word_count(),
                    [&](TitleWord w) { return word(w).substr(0, prefix.size()) <= prefix; })};
}

TitleWord TitleIndex::find(std::string_view folded) const {
  const TitleWord at = partition(word_count(), [&](TitleWord w) { return word(w) < folded; });
  const auto none = static_cast<TitleWord>(word_count());
  return at < none && word(at) == folded ? at : none;
}

}  // namespace gazette::server
