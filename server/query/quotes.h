// Quotation marks of every kind: which open, which close, and where the partner stands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::server {

/// A quoted stretch of the query, in bytes.
struct Quoted {
  std::size_t begin = 0;  ///< of the opening mark
  std::size_t text_begin = 0, text_end = 0;
  std::size_t end = 0;  ///< past the closing mark
  bool closed = true;   ///< false: the text runs to the end of the query
};

/// True for marks that part words wherever they stand: " “ ” „ « » ‹ › and their like, but not the
/// single curly ones, which are apostrophes more often.
bool is_quote(char32_t c);

/// Pairs the marks of one query. Every look-up is constant or logarithmic, so that a query of
/// nothing but quotation marks is read in one pass.
class Quotes {
 public:
  /// `query` must outlive it.
  explicit Quotes(std::string_view query);

  enum class Reading { kNone, kQuoted, kStray };

  /// What the mark at byte `at` is: nothing (not a mark, or an apostrophe), the beginning of a
  /// quoted stretch (`quoted` is filled), or a mark without a partner that opens nothing.
  Reading read(std::size_t at, Quoted& quoted) const;

 private:
  [[nodiscard]] std::size_t next(char32_t mark, std::size_t from) const;
  [[nodiscard]] std::size_t closing(char32_t opener, std::size_t from) const;

  std::string_view query_;
  std::vector<std::vector<std::size_t>> by_mark_;  ///< offsets, one ascending list a mark
};

/// `text` on one line, as valid UTF-8, fit to stand inside « … »: quotation marks and runs of
/// blanks and control characters become one space each, none at the ends. With `parted`, a
/// semicolon stands there too, unless it was a single blank that may part thousands: 15 "000" stays
/// two numbers.
std::string plain_line(std::string_view text, bool parted = false);

}  // namespace gazette::server
