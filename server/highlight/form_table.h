// Word forms to look up, most of which are not there: one per token of every shown text.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gazette::server {

/// Forms of the query's words. Filled once, then only read.
class FormTable {
 public:
  /// `form` belongs to word number `word`; an empty form is none.
  void add(std::string_view form, std::uint32_t word);

  /// To be called once, after the last add.
  void seal();

  /// Calls `take(word)` for each word that has `form`.
  template <typename Take>
  void find(std::string_view form, Take take) const {
    if (form.empty() || !filter_[slot(form)]) return;
    auto at = std::lower_bound(
        entries_.begin(), entries_.end(), form,
        [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
    for (; at != entries_.end() && at->first == form; ++at) take(at->second);
  }

  [[nodiscard]] bool empty() const { return entries_.empty(); }

 private:
  static constexpr std::size_t kSlots = 4096;  // a query of ten forms lets 1 word in 400 through

  /// A cheap mix of length, first and last byte: tells nearly every other word apart without
  /// comparing.
  static std::size_t slot(std::string_view form) {
    const auto first = static_cast<unsigned char>(form.front());
    const auto last = static_cast<unsigned char>(form.back());
    return (first ^ (static_cast<std::size_t>(last) << 4) ^ (form.size() << 7)) % kSlots;
  }

  std::vector<std::pair<std::string, std::uint32_t>> entries_;
  std::bitset<kSlots> filter_;
};

}  // namespace gazette::server
