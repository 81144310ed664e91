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

  /// A cheap mix of length and three bytes: tells nearly every other word apart without comparing.
  static std::size_t slot(std::string_view form) {
    const auto byte = [&](std::size_t i) {
      return static_cast<std::size_t>(static_cast<unsigned char>(form[i]));
    };
    return (byte(0) * 31 + byte(form.size() / 2) * 167 + byte(form.size() - 1) * 1021 +
            form.size() * 73) %
           kSlots;
  }

  std::vector<std::pair<std::string, std::uint32_t>> entries_;
  std::bitset<kSlots> filter_;
};

}  // namespace gazette::server
