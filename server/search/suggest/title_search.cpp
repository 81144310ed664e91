// Walks the titles of the rarest word, newest first.
#include "server/search/suggest/title_search.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace gazette::server {
namespace {

constexpr std::size_t kMaxLookedAt = 10'000;  // titles of one word, the newest: a bound in time
constexpr std::size_t kMaxPrefixWords =
    2000;  // of one beginning, the most frequent: rarer ones are not what is meant
constexpr std::uint32_t kBehindWeight = 4;  // "aide humanitaire" against "aide … humains"

enum class Tier : std::uint8_t { kBegins, kInARow, kHasAll };

struct Candidate {
  Tier tier;
  TitleNumber title;
  auto operator<=>(const Candidate&) const = default;
};

class TitleSearch {
 public:
  TitleSearch(const TitleIndex& index, const Typed& typed, std::size_t count)
      : index_(index),
        count_(count),
        range_(index.range(typed.last)),
        prefix_(!typed.last.empty()) {
    for (const Typed::Word& word : typed.words) {
      const TitleWord known = index.find(word.folded);
      row_.push_back(known);
      if (known < index.word_count() && !word.stop_word) add_required(known);
      if (known >= index.word_count() && !word.stop_word) ++unknown_;
    }
    if (required_.empty() && unknown_ == 0) {
      for (const TitleWord word : row_) {
        if (word < index.word_count()) add_required(word);
      }
    }
    std::sort(required_.begin(), required_.end(), [&](TitleWord a, TitleWord b) {
      return index.titles(a).size() < index.titles(b).size();
    });
  }

  TitleMatches run() {
    TitleMatches matches;
    if (row_.empty()) {
      if (prefix_) begin_with_prefix();
    } else if (!required_.empty() && (!prefix_ || range_.first < range_.second)) {
      look_through();
      if (unknown_ == 0) matches.next_words = most_frequent_next();
      while (candidates_.empty() && required_.size() > 1) {
        required_.pop_back();
        look_through();
      }
    }
    std::sort(candidates_.begin(), candidates_.end());
    for (const Candidate& candidate : candidates_) {
      if (matches.titles.size() == count_) break;
      const bool seen = std::find(matches.titles.begin(), matches.titles.end(), candidate.title) !=
                        matches.titles.end();
      if (!seen) matches.titles.push_back(candidate.title);
    }
    return matches;
  }

 private:
  void add_required(TitleWord word) {
    if (std::find(required_.begin(), required_.end(), word) == required_.end()) {
      required_.push_back(word);
    }
  }

  [[nodiscard]] bool in_range(TitleWord word) const {
    return word >= range_.first && word < range_.second;
  }

  /// No word before it: titles that begin with the word, then those that have it.
  void begin_with_prefix() {
    std::vector<TitleWord> words(range_.second - range_.first);
    std::iota(words.begin(), words.end(), range_.first);
    if (words.size() > kMaxPrefixWords) {
      std::nth_element(words.begin(), words.begin() + kMaxPrefixWords, words.end(),
                       [&](TitleWord a, TitleWord b) {
                         return index_.titles(a).size() > index_.titles(b).size();
                       });
      words.resize(kMaxPrefixWords);
    }
    const auto take = [&](std::span<const TitleNumber> titles, Tier tier) {
      for (const TitleNumber title : titles.first(std::min(count_, titles.size()))) {
        candidates_.push_back({tier, title});
      }
    };
    for (const TitleWord word : words) take(index_.starting(word), Tier::kBegins);
    if (candidates_.size() >= count_) return;
    for (const TitleWord word : words) take(index_.titles(word), Tier::kHasAll);
  }

  void look_through() {
    const std::span<const TitleNumber> titles = index_.titles(required_.front());
    for (const TitleNumber title : titles.first(std::min(kMaxLookedAt, titles.size()))) {
      look_at(title);
    }
  }

  void look_at(TitleNumber title) {
    const std::span<const TitleWord> words = index_.words(title);
    for (std::size_t i = 1; i < required_.size(); ++i) {
      if (std::find(words.begin(), words.end(), required_[i]) == words.end()) return;
    }
    bool completed = !prefix_;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (prefix_ && !in_range(words[i])) continue;
      if (std::find(row_.begin(), row_.end(), words[i]) != row_.end()) continue;
      const bool behind = i > 0 && words[i - 1] == row_.back();
      if (!prefix_ && !behind) continue;
      completed = true;
      next_[words[i]] += behind ? kBehindWeight : 1;
    }
    if (completed) candidates_.push_back({tier_of(words), title});
  }

  [[nodiscard]] Tier tier_of(std::span<const TitleWord> words) const {
    const std::size_t length = row_.size() + (prefix_ ? 1 : 0);
    for (std::size_t i = 0; i + length <= words.size(); ++i) {
      const bool row =
          std::equal(row_.begin(), row_.end(), words.begin() + static_cast<std::ptrdiff_t>(i));
      if (row && (!prefix_ || in_range(words[i + row_.size()]))) {
        return i == 0 ? Tier::kBegins : Tier::kInARow;
      }
    }
    return Tier::kHasAll;
  }

  [[nodiscard]] std::vector<TitleWord> most_frequent_next() const {
    std::vector<std::pair<std::uint32_t, TitleWord>> counted;
    for (const auto& [word, weight] : next_) counted.emplace_back(weight, word);
    std::sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<TitleWord> words;
    for (const auto& [weight, word] : counted) {
      if (words.size() == count_) break;
      words.push_back(word);
    }
    return words;
  }

  const TitleIndex& index_;
  std::size_t count_;
  std::pair<TitleWord, TitleWord> range_;
  bool prefix_;                      ///< a word is being typed
  std::vector<TitleWord> row_;       ///< the whole words as typed; word_count() for unknown ones
  std::vector<TitleWord> required_;  ///< rarest first
  std::size_t unknown_ = 0;          ///< words of content that no title has
  std::vector<Candidate> candidates_;
  std::unordered_map<TitleWord, std::uint32_t> next_;
};

}  // namespace

TitleMatches search_titles(const TitleIndex& index, const Typed& typed, std::size_t count) {
  if (typed.empty()) return {};
  return TitleSearch(index, typed, count).run();
}

}  // namespace gazette::server
