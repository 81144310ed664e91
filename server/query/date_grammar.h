// French expressions of time, from tokens to days: "entre mars et mai 2021", "depuis 2 semaines".
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "server/query/calendar.h"
#include "server/query/date_tokens.h"

namespace gazette::server {

/// An expression that was recognised: its days and the token after it.
struct DateMatch {
  DayRange range;
  std::size_t next = 0;
};

/// The longest expression that begins at token `at`. A year alone is none (2023 is a word like
/// another), nor is a month or a day without its year.
std::optional<DateMatch> date_expression(std::span<const DateToken> tokens, std::size_t at,
                                         CivilDay today);

/// As above for `date:`, where a year alone will do.
std::optional<DateMatch> date_value(std::span<const DateToken> tokens, std::size_t at,
                                    CivilDay today);

}  // namespace gazette::server
