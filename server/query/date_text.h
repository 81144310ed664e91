// Looking at date tokens: what stands at a place, and the place after it.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

#include "server/query/date_tokens.h"

namespace gazette::server {

/// Borrows the tokens. Every place is safe to ask about: past the end nothing stands.
class DateText {
 public:
  explicit DateText(std::span<const DateToken> tokens) : tokens_(tokens) {}

  using Words = std::initializer_list<std::string_view>;

  [[nodiscard]] bool is(std::size_t i, std::string_view word) const {
    return this->word(i) == word && !word.empty();
  }
  [[nodiscard]] bool is_any(std::size_t i, Words words) const {
    for (const std::string_view word : words) {
      if (is(i, word)) return true;
    }
    return false;
  }
  [[nodiscard]] bool is_mark(std::size_t i, char32_t mark) const {
    return i < tokens_.size() && tokens_[i].kind == DateToken::Kind::kMark &&
           tokens_[i].mark == mark;
  }

  /// The folded word at `i`; empty when there is none.
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == DateToken::Kind::kWord
               ? std::string_view(tokens_[i].word)
               : std::string_view();
  }

  /// `i` past one of `words`, elided (d', l') or not; `i` itself when none stands there.
  [[nodiscard]] std::size_t past(std::size_t i, Words words) const {
    if (!is_any(i, words)) return i;
    return is_mark(i + 1, U'\'') ? i + 2 : i + 1;
  }
  [[nodiscard]] std::size_t past_article(std::size_t i) const {
    return past(i, {"le", "la", "l", "au", "du", "cet", "ce", "cette"});
  }

 protected:
  std::span<const DateToken> tokens_;
};

}  // namespace gazette::server
