// Runs of words that are names of places, before any judgement: the longest at each word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/places/gazetteer.h"
#include "indexer/enrich/place_mentions/text_words.h"

namespace gazette::indexer {

/// A text with its words and their folded forms, made when they are asked for.
class MarkedText {
 public:
  explicit MarkedText(std::string_view text);
  ~MarkedText();
  MarkedText(const MarkedText&) = delete;
  MarkedText& operator=(const MarkedText&) = delete;

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] const TextWord& word(std::size_t i) const { return words_[i]; }
  [[nodiscard]] std::string_view raw(std::size_t i) const { return words_[i].in(text_); }

  /// Lower case without accents; empty past either end.
  [[nodiscard]] std::string_view folded(std::size_t i) const;

  /// The folded words [first, last], parted by spaces.
  [[nodiscard]] std::string folded_between(std::size_t first, std::size_t last) const;

  /// Words [first, last] from the first one's begin to the last one's end.
  [[nodiscard]] std::string_view between(std::size_t first, std::size_t last) const {
    return text_.substr(words_[first].begin, words_[last].end - words_[first].begin);
  }

 private:
  std::string_view text_;
  std::vector<TextWord> words_;
  mutable std::deque<std::string> folded_;        ///< of the few words that were asked for
  mutable std::vector<std::uint32_t> folded_at_;  ///< by word: its place in folded_ + 1, or 0
};

struct Candidate {
  std::size_t first = 0, last = 0;            ///< words, both inside
  std::span<const packed::NameRecord> names;  ///< the places of this name, best rank first
  bool article_dropped = false;               ///< "Havre" of "du Havre"
};

/// The candidates of a text from left to right, none overlapping.
std::vector<Candidate> find_candidates(const MarkedText& text);

}  // namespace gazette::indexer
