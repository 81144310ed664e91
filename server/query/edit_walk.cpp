// A row of edit distances per letter of the term at hand; terms that share a beginning share rows.
//
// When no way to go on stays within the bound, the next letter that could is worked out and the
// cursor jumps there: some hundreds of jumps in a vocabulary of any size, for one edit.
#include "server/query/edit_walk.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "common/utf8.h"

namespace gazette::server {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Decoded d = utf8::decode(text, i);
    out += d.code_point;
    i += d.length;
  }
  return out;
}

/// The code point after `c` that UTF-8 can spell; none after the last.
std::optional<char32_t> after(char32_t c) {
  constexpr char32_t kBeforeSurrogates = 0xD7FF;
  constexpr char32_t kAfterSurrogates = 0xE000;
  constexpr char32_t kLast = 0x10FFFF;
  if (c >= kLast) return std::nullopt;
  return c == kBeforeSurrogates ? kAfterSurrogates : c + 1;
}

class Walk {
 public:
  Walk(std::string_view word, int max_edits) : word_(code_points(word)), max_(max_edits) {
    Row first(word_.size() + 1);
    for (std::size_t j = 0; j < first.size(); ++j) first[j] = static_cast<int>(j);
    rows_.push_back(std::move(first));
  }

  /// Takes the next term's text. Returns how many of its letters stay within the bound.
  std::size_t follow(const std::u32string& text) {
    std::size_t same = 0;
    while (same < letters_.size() && same < text.size() && letters_[same] == text[same]) ++same;
    letters_.resize(same);
    rows_.resize(same + 1);
    while (letters_.size() < text.size() && alive(rows_.back())) {
      rows_.push_back(row_after(letters_.size(), text[letters_.size()]));
      letters_ += text[letters_.size()];
    }
    const bool all = alive(rows_.back());
    return all ? letters_.size() : letters_.size() - 1;
  }

  /// Edits between the word and all letters followed.
  [[nodiscard]] int distance() const { return rows_.back().back(); }

  /// The least text after `letters_` cut at its last letter that could still be near.
  [[nodiscard]] std::optional<std::u32string> jump() const {
    for (std::size_t k = letters_.size(); k-- > 0;) {
      const auto next = next_letter(k, letters_[k]);
      if (next) return letters_.substr(0, k) + *next;
    }
    return std::nullopt;
  }

 private:
  using Row = std::vector<int>;

  [[nodiscard]] bool alive(const Row& row) const {
    return *std::min_element(row.begin(), row.end()) <= max_;
  }

  /// The row when `c` follows the first `k` letters.
  [[nodiscard]] Row row_after(std::size_t k, char32_t c) const {
    const Row& above = rows_[k];
    Row row(above.size());
    row[0] = above[0] + 1;
    for (std::size_t j = 1; j < row.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (word_[j - 1] == c ? 0 : 1)});
      const bool exchanged = k > 0 && j > 1 && c == word_[j - 2] && letters_[k - 1] == word_[j - 1];
      if (exchanged) row[j] = std::min(row[j], rows_[k - 1][j - 2] + 1);
    }
    return row;
  }

  /// The least letter above `c` that keeps the first `k` letters within the bound.
  [[nodiscard]] std::optional<char32_t> next_letter(std::size_t k, char32_t c) const {
    const Row& row = rows_[k];
    if (*std::min_element(row.begin(), row.end()) < max_) return after(c);  // any letter will do
    std::optional<char32_t> least;
    for (const char32_t letter : word_) {
      if (letter <= c || (least && letter >= *least)) continue;
      if (alive(row_after(k, letter))) least = letter;
    }
    return least;
  }

  std::u32string word_;
  int max_;
  std::u32string letters_;  ///< of the term, as far as it was followed
  std::vector<Row> rows_;   ///< one more than letters_
};

}  // namespace

void walk_near(TermCursor& cursor, std::string_view prefix, std::string_view word, int max_edits,
               MoveBudget& budget, const NearTerm& found) {
  Walk walk(word, max_edits);
  if (!budget.take()) return;
  bool more = cursor.seek(prefix);
  while (more && cursor.term().starts_with(prefix)) {
    const std::string text(cursor.term().substr(prefix.size()));
    const std::u32string letters = code_points(text);
    if (walk.follow(letters) == letters.size()) {
      if (walk.distance() <= max_edits) found(text, cursor.articles(), walk.distance());
      if (!budget.take()) return;
      more = cursor.next();
      continue;
    }
    const auto target = walk.jump();
    if (!target) return;
    std::string term(prefix);
    for (const char32_t c : *target) utf8::append(term, c);
    if (!budget.take()) return;
    more = cursor.seek(term);
  }
}

}  // namespace gazette::server
