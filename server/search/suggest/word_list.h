// The archive's words by their folded form, each in its most frequent spelling.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/search/vocabulary.h"

namespace gazette::server {

/// Immutable, shared by all threads. Words that differ only in accents are one word. Function words
/// and words of one letter are left out: nobody searches for them. About 30 bytes a word.
class WordList {
 public:
  /// Of a whole vocabulary; of more than kMaxWords words, the most frequent.
  explicit WordList(const Vocabulary& vocabulary);

  static constexpr std::size_t kMaxWords = 1'000'000;

  [[nodiscard]] std::size_t size() const { return articles_.size(); }
  [[nodiscard]] std::string_view folded(std::size_t i) const {
    return std::string_view(folded_).substr(folded_begin_[i],
                                            folded_begin_[i + 1] - folded_begin_[i]);
  }
  /// Lower case, accents as printed most often.
  [[nodiscard]] std::string_view spelling(std::size_t i) const {
    return std::string_view(spelled_).substr(spelled_begin_[i],
                                             spelled_begin_[i + 1] - spelled_begin_[i]);
  }
  /// Articles that have it in some spelling, at most.
  [[nodiscard]] std::uint32_t articles(std::size_t i) const { return articles_[i]; }

  /// The word of this folded form.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view folded) const;

  /// The words whose folded form begins so, as [first, last).
  [[nodiscard]] std::pair<std::size_t, std::size_t> range(std::string_view folded_prefix) const;

  /// The `count` most frequent of them, most frequent first.
  [[nodiscard]] std::vector<std::size_t> most_frequent(std::string_view folded_prefix,
                                                       std::size_t count) const;

 private:
  std::string folded_, spelled_;
  std::vector<std::uint32_t> folded_begin_, spelled_begin_, articles_;
};

}  // namespace gazette::server
