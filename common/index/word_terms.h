// Which terms each distinct word of the text at hand has: made once, found again by address.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

#include "common/analysis/token.h"
#include "common/index/term_collector.h"

namespace gazette {

/// Terms of one distinct spelling in the field at hand; made when first needed.
struct WordTerms {
  TermCollector::TermId stem = TermCollector::kNoTerm;
  TermCollector::TermId name = TermCollector::kNoTerm;
  TermCollector::TermId exact = TermCollector::kNoTerm;
  TermCollector::TermId folded = TermCollector::kNoTerm;
  TermCollector::TermId title_stem = TermCollector::kNoTerm;
  TermCollector::TermId title_name = TermCollector::kNoTerm;
  TermCollector::TermId title_exact = TermCollector::kNoTerm;
  TermCollector::TermId title_folded = TermCollector::kNoTerm;
};

/// WordForms -> WordTerms by address, for the tokens of one call of the analyzer.
class WordTable {
 public:
  void clear() {
    std::fill(slots_.begin(), slots_.end(), 0);
    keys_.clear();
    terms_.clear();
  }

  /// The entry of `word`, and whether it is new.
  std::pair<WordTerms*, bool> find_or_add(const WordForms* word) {
    if (keys_.size() * 2 >= slots_.size()) grow();
    std::size_t slot = hash(word);
    for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
      if (keys_[slots_[slot] - 1] == word) return {&terms_[slots_[slot] - 1], false};
    }
    keys_.push_back(word);
    slots_[slot] = static_cast<std::uint32_t>(keys_.size());
    return {&terms_.emplace_back(), true};
  }

 private:
  [[nodiscard]] std::size_t hash(const WordForms* word) const {
    constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;
    const auto bits = std::bit_cast<std::uintptr_t>(word);
    return (bits * kGolden >> 32) & (slots_.size() - 1);
  }

  void grow() {
    constexpr std::size_t kFirstSlots = 1024;  // a news article has some 200 distinct words
    slots_.assign(std::max(kFirstSlots, slots_.size() * 2), 0);
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      std::size_t slot = hash(keys_[i]);
      while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
  }

  std::vector<std::uint32_t> slots_;  ///< index + 1, 0 for none; a power of two
  std::vector<const WordForms*> keys_;
  std::vector<WordTerms> terms_;
};

}  // namespace gazette
