// Reads times of day: "18h58", "18 h 58", "18:58:07", "7 heures", "midi", "6:58 PM".
#pragma once

#include <cstddef>
#include <optional>

#include "indexer/enrich/date_items.h"
#include "indexer/enrich/date_tokens.h"

namespace gazette::indexer {

struct ClockMatch {
  ClockTime clock;
  std::size_t after = 0;  ///< index of the first token behind it and its zone
};

/// The time that starts at token `at`, with its zone.
std::optional<ClockMatch> read_clock(const DateTokens& tokens, std::size_t at);

}  // namespace gazette::indexer
