// Look-ups in the index of titles.
#include "server/search/suggest/title_index.h"

#include "server/search/partition.h"

namespace gazette::server {
namespace {

template <typename Before>
TitleWord first_not(const TitleIndex& index, Before before) {
  return static_cast<TitleWord>(partition_point(index.word_count(), [&](std::size_t i) {
    return before(index.word(static_cast<TitleWord>(i)));
  }));
}

}  // namespace

Printed TitleIndex::printed(TitleWord word) const {
  const auto [lower, capital, upper] = counts_[word];
  if (lower >= capital + upper) return Printed::kLower;
  return upper > capital ? Printed::kUpper : Printed::kCapital;
}

std::pair<TitleWord, TitleWord> TitleIndex::range(std::string_view prefix) const {
  return {first_not(*this, [&](std::string_view word) { return word < prefix; }),
          first_not(*this, [&](std::string_view word) {
            return word.substr(0, prefix.size()) <= prefix;
          })};
}

TitleWord TitleIndex::find(std::string_view folded) const {
  const TitleWord at = first_not(*this, [&](std::string_view word) { return word < folded; });
  const auto none = static_cast<TitleWord>(word_count());
  return at < none && word(at) == folded ? at : none;
}

}  // namespace gazette::server
