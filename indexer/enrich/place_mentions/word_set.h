// A set of words made from one literal: what word lists are written as.
#pragma once

#include <string_view>
#include <unordered_set>

namespace gazette::indexer {

/// The words of a literal, parted by `separator`; the literal must outlive the set.
class WordSet {
 public:
  explicit WordSet(std::string_view words, char separator = ' ') {
    while (!words.empty()) {
      const std::size_t end = words.find(separator);
      const std::string_view word = words.substr(0, end);
      if (!word.empty()) words_.insert(word);
      words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
    }
  }

  [[nodiscard]] bool contains(std::string_view word) const { return words_.contains(word); }
  [[nodiscard]] auto begin() const { return words_.begin(); }
  [[nodiscard]] auto end() const { return words_.end(); }

 private:
  std::unordered_set<std::string_view> words_;
};

}  // namespace gazette::indexer
