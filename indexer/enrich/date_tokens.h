// A line cut into what a date is made of: numbers, words, signs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::indexer {

enum class DateTokenKind : std::uint8_t { kNumber, kWord, kSign, kEnd };

struct DateToken {
  DateTokenKind kind = DateTokenKind::kEnd;
  bool spaced = true;  ///< white space (or the line's end) before it
  bool upper = false;  ///< a word without a lower-case letter
  char sign =
      0;  ///< '-' for every dash, '\'' for every apostrophe; '\x01' for what has no sense here
  std::size_t digits = 0;          ///< of a number
  std::int64_t value = 0;          ///< of a number of at most 18 digits
  std::string word;                ///< lower case, no accents
  std::size_t begin = 0, end = 0;  ///< bytes of the line

  [[nodiscard]] bool is(std::string_view wanted) const {
    return kind == DateTokenKind::kWord && word == wanted;
  }
  [[nodiscard]] bool is_sign(char wanted) const {
    return kind == DateTokenKind::kSign && sign == wanted;
  }
  [[nodiscard]] bool is_number(std::size_t least_digits, std::size_t most_digits) const {
    return kind == DateTokenKind::kNumber && digits >= least_digits && digits <= most_digits;
  }
};

/// The tokens of `line`. Any bytes are accepted.
class DateTokens {
 public:
  explicit DateTokens(std::string_view line);

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }

  /// The token at `i`; past the end one of kind kEnd.
  [[nodiscard]] const DateToken& operator[](std::size_t i) const {
    return i < tokens_.size() ? tokens_[i] : end_;
  }

 private:
  std::vector<DateToken> tokens_;
  DateToken end_;
};

}  // namespace gazette::indexer
