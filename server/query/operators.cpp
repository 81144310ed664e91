// The operators that are words: capitals only, French and English.
#include "server/query/operators.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "server/query/characters.h"
#include "server/query/limits.h"

namespace gazette::server {
namespace {

struct Name {
  std::string_view word;
  Lexeme::Kind kind;
};

constexpr std::array kPlain{
    Name{"ET", Lexeme::Kind::kAnd},   Name{"AND", Lexeme::Kind::kAnd},
    Name{"OU", Lexeme::Kind::kOr},    Name{"OR", Lexeme::Kind::kOr},
    Name{"SAUF", Lexeme::Kind::kNot}, Name{"NOT", Lexeme::Kind::kNot},
};

constexpr std::array kWithDistance{
    Name{"PROCHE", Lexeme::Kind::kNear},
    Name{"NEAR", Lexeme::Kind::kNear},
    Name{"SUIVI", Lexeme::Kind::kThen},
    Name{"ADJ", Lexeme::Kind::kThen},
};

/// More than any distance: what does not fit stands for "too far", and is brought back to the
/// bound.
std::uint32_t distance(std::string_view digits) {
  std::uint32_t n = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
  return error == std::errc{} ? n : limits::kMaxWindow + 1;
}

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<OperatorWord> operator_word(std::string_view word) {
  for (const Name& name : kPlain) {
    if (word == name.word) return OperatorWord{name.kind, std::nullopt};
  }
  for (const Name& name : kWithDistance) {
    if (word == name.word) return OperatorWord{name.kind, std::nullopt};
    if (!word.starts_with(name.word) || word[name.word.size()] != '/') continue;
    const std::string_view digits = word.substr(name.word.size() + 1);
    if (all_digits(digits)) return OperatorWord{name.kind, distance(digits)};
  }
  return std::nullopt;
}

bool looks_like_operator(std::string_view word) { return operator_word(word).has_value(); }

bool all_in_capitals(std::string_view query) {
  bool capitals = false;
  bool digits = false;
  for (std::size_t i = 0; i < query.size();) {
    const Char first = char_at(query, i);
    if (!is_word_character(first.kind)) {
      i += first.length;
      continue;
    }
    bool letters = false;
    std::size_t end = i;  // a run of letters and digits, with the /3 of an operator
    for (Char c = first; in_word(c.kind) || c.kind == CharClass::kIdeograph || c.code_point == '/';
         c = char_at(query, end)) {
      if (c.kind == CharClass::kLower || c.kind == CharClass::kIdeograph) return false;
      letters = letters || c.kind == CharClass::kUpper;
      end += c.length;
    }
    if (!looks_like_operator(query.substr(i, end - i))) (letters ? capitals : digits) = true;
    i = end;
  }
  return capitals || !digits;  // "2022 OU 2023" shouts nothing; "OR" alone is the word
}

}  // namespace gazette::server
