// The words of the archive's titles in memory: which titles have them, and in what order.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gazette::server {

/// A word of a title, as a number in the alphabet of all of them.
using TitleWord = std::uint32_t;
/// A title's place in the order newest first.
using TitleNumber = std::uint32_t;

/// How a word is printed inside sentences.
enum class Printed : std::uint8_t { kLower, kCapital, kUpper };

/// Immutable, shared by all threads; about 100 bytes a title. A title may have changed since: what
/// is found is compared with the revision at hand by `docid` and `content`.
class TitleIndex {
 public:
  [[nodiscard]] std::size_t size() const { return docid_.size(); }
  [[nodiscard]] Xapian::docid docid(TitleNumber title) const { return docid_[title]; }
  [[nodiscard]] std::uint64_t content(TitleNumber title) const { return content_[title]; }
  [[nodiscard]] std::span<const TitleWord> words(TitleNumber title) const {
    return {words_.data() + begin_[title], begin_[title + 1] - begin_[title]};
  }

  [[nodiscard]] std::size_t word_count() const { return counts_.size(); }
  [[nodiscard]] std::string_view word(TitleWord word) const {
    return std::string_view(bytes_).substr(word_begin_[word],
                                           word_begin_[word + 1] - word_begin_[word]);
  }
  /// As most of its occurrences behind a first word of a title that is not all capitals.
  [[nodiscard]] Printed printed(TitleWord word) const;

  /// Words that begin so (folded), as [first, last).
  [[nodiscard]] std::pair<TitleWord, TitleWord> range(std::string_view prefix) const;

  /// The word itself; word_count() when no title has it.
  [[nodiscard]] TitleWord find(std::string_view folded) const;

  /// Titles that have the word, newest first.
  [[nodiscard]] std::span<const TitleNumber> titles(TitleWord word) const {
    return {list_.data() + list_begin_[word], list_begin_[word + 1] - list_begin_[word]};
  }

  /// Titles whose first word it is, newest first.
  [[nodiscard]] std::span<const TitleNumber> starting(TitleWord word) const {
    return {start_.data() + start_begin_[word], start_begin_[word + 1] - start_begin_[word]};
  }

 private:
  friend class TitleIndexBuilder;
  using Counts = std::array<std::uint32_t, 3>;  ///< by Printed

  std::string bytes_;  ///< the words end to end, ascending
  std::vector<std::uint32_t> word_begin_{0};
  std::vector<Counts> counts_;
  std::vector<Xapian::docid> docid_;
  std::vector<std::uint64_t> content_;
  std::vector<std::uint32_t> begin_{0};
  std::vector<TitleWord> words_;
  std::vector<std::uint32_t> list_begin_{0}, start_begin_{0};
  std::vector<TitleNumber> list_, start_;
};

}  // namespace gazette::server
