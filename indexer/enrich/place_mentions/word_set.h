// A set of words made from one text: what word lists are written as.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace gazette::indexer {

/// The entries of a text, parted by `separator`; those that begin with "#" are comments. The text
/// must outlive the set. Made for many questions whose answer is no.
class WordSet {
 public:
  explicit WordSet(std::string_view words, char separator = '\n') {
    while (!words.empty()) {
      const std::size_t end = words.find(separator);
      const std::string_view word = words.substr(0, end);
      if (!word.empty() && word.front() != '#') words_.push_back(word);
      words = end == std::string_view::npos ? std::string_view() : words.substr(end + 1);
    }
    std::size_t size = 16;
    while (size < words_.size() * kSlotsForWord) size *= 2;
    slots_.resize(size);
    for (const std::string_view word : words_) {
      first_letters_ |= letter_bit(word);
      lengths_ |= length_bit(word);
      std::size_t slot = hash(word) & (size - 1);
      while (!slots_[slot].empty() && slots_[slot] != word) slot = (slot + 1) & (size - 1);
      slots_[slot] = word;
    }
  }

  [[nodiscard]] bool contains(std::string_view word) const {
    if (word.empty()) return false;
    if ((first_letters_ & letter_bit(word)) == 0 || (lengths_ & length_bit(word)) == 0)
      return false;
    std::size_t slot = hash(word) & (slots_.size() - 1);
    for (; !slots_[slot].empty(); slot = (slot + 1) & (slots_.size() - 1)) {
      if (slots_[slot] == word) return true;
    }
    return false;
  }
  [[nodiscard]] auto begin() const { return words_.begin(); }
  [[nodiscard]] auto end() const { return words_.end(); }

 private:
  static std::uint64_t letter_bit(std::string_view word) {
    return std::uint64_t{1} << (static_cast<unsigned char>(word.front()) & 63u);
  }
  static std::uint64_t length_bit(std::string_view word) {
    return std::uint64_t{1} << (word.size() < 63 ? word.size() : 63);
  }

  static constexpr std::size_t kSlotsForWord = 4;  // most questions end at an empty slot

  /// Of the first and last bytes and the length.
  static std::size_t hash(std::string_view word) {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    if (word.size() >= sizeof first) {
      std::memcpy(&first, word.data(), sizeof first);
      std::memcpy(&last, word.data() + word.size() - sizeof last, sizeof last);
    } else {
      for (const char c : word) first = first << 8 | static_cast<unsigned char>(c);
    }
    const std::uint64_t mixed =
        (first ^ (last << 23 | last >> 41) ^ word.size()) * 0x9E37'79B9'7F4A'7C15u;
    return static_cast<std::size_t>(mixed >> 32);
  }

  std::vector<std::string_view> words_, slots_;
  std::uint64_t first_letters_ = 0, lengths_ = 0;  ///< tell many words from all of the set
};

}  // namespace gazette::indexer
