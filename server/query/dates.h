// Dates of a query: the value of `date:`, and dates in words at its beginning or end.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/query/calendar.h"
#include "server/query/lexer.h"

namespace gazette::server {

/// What `date:` takes: 2023, 2023-09, 2023-09-22, 22/09/2023, a..b, a.., ..b, -7d, any expression
/// of date_grammar.h. Ends in the wrong order are exchanged (`swapped`). None when it is no date.
struct DateValue {
  DayRange range;
  bool swapped = false;
};
std::optional<DateValue> parse_date_value(std::string_view text, CivilDay today);

/// Days as `date:` takes them, in the shortest way: "2023-09", "2023-09-20..2023-09-25", "2020..".
std::string date_value_text(DayRange range);

/// A date in words among the lexemes: which of them it is made of, and its days.
struct DateRun {
  DayRange range;
  std::size_t first = 0, last = 0;  ///< lexemes, both inclusive
};

/// The date in words that ends the query, else the one that begins it. It is made of plain words,
/// and no operator, sign or field binds it to the rest.
std::optional<DateRun> date_in_words(std::string_view query, const std::vector<Lexeme>& lexemes,
                                     CivilDay today);

}  // namespace gazette::server
