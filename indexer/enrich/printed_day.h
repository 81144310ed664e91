// Reads days and ranges of days as French news prints them, and as machines do.
#pragma once

#include <cstddef>
#include <optional>

#include "indexer/enrich/date_items.h"
#include "indexer/enrich/date_tokens.h"

namespace gazette::indexer {

struct DayMatch {
  PrintedDay day;
  std::size_t after = 0;  ///< index of the first token behind it
};

/// The day that starts at token `at`: "22 septembre 2023", "vendredi 22/09/2023", "2023-09-22",
/// "20230922", "September 22, 2023", "22 sept" (without a year).
std::optional<DayMatch> read_day(const DateTokens& tokens, std::size_t at);

/// Index behind a range of days that starts at `at` ("22-24 septembre", "22 au 24 septembre 2023");
/// none when none does.
std::optional<std::size_t> read_day_range(const DateTokens& tokens, std::size_t at);

}  // namespace gazette::indexer
