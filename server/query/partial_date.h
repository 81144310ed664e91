// A date as far as it was written: 22 septembre 2023, septembre 2023, 2023, 22/09/2023, 2023-09.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "server/query/calendar.h"
#include "server/query/date_tokens.h"

namespace gazette::server {

struct PartialDate {
  std::optional<int> year, month, day;
  std::size_t next = 0;  ///< the token after it
};

/// The longest date written at token `at`; none when nothing there is part of one, or it does not
/// exist (30 February).
std::optional<PartialDate> partial_date(std::span<const DateToken> tokens, std::size_t at);

/// The days of a date that has its year; none when there is no such day.
std::optional<DayRange> days_of(const PartialDate& date);

}  // namespace gazette::server
