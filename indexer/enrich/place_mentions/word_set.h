// A set of words made from one text: what word lists are written as.
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>
#include <unordered_set>

namespace gazette::indexer {

/// The entries of a text, parted by `separator`; those that begin with "#" are comments. The text
/// must outlive the set.
class WordSet {
 public:
  explicit WordSet(std::string_view words, char separator = '\n') {
    while (!words.empty()) {
      const std::size_t end = words.find(separator);
      const std::string_view word = words.substr(0, end);
      if (!word.empty() && word.front() != '#') {
        words_.insert(word);
        seen_.set(glance(word));
      }
      words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
    }
  }

  [[nodiscard]] bool contains(std::string_view word) const {
    return !word.empty() && seen_.test(glance(word)) && words_.contains(word);
  }
  [[nodiscard]] auto begin() const { return words_.begin(); }
  [[nodiscard]] auto end() const { return words_.end(); }

 private:
  /// A few letters and the length in one number: tells most words from those of the set without
  /// hashing.
  static std::size_t glance(std::string_view word) {
    const auto at = [word](std::size_t i) { return static_cast<unsigned char>(word[i]); };
    const std::size_t middle = word.size() / 2;
    const std::size_t mixed =
        at(0) * 1u + at(middle) * 131u + at(word.size() - 1) * 4099u + word.size() * 65'599u;
    return (mixed ^ (mixed >> 7)) % kGlances;
  }

  static constexpr std::size_t kGlances = 16'384;
  std::bitset<kGlances> seen_;
  std::unordered_set<std::string_view> words_;
};

}  // namespace gazette::indexer
