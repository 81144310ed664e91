// `from` and `to`: civil dates as people write them, in the server's zone.
#pragma once

#include <optional>
#include <string_view>

#include "common/news_time.h"
#include "common/time_zone.h"
#include "server/query/calendar.h"

namespace gazette::server {

/// The days that one value stands for: "2023-09" is thirty of them.
///
/// Reads "2023", "2023-09", "2023-09-22", "22/09/2023", RFC 3339 (its day in `zone`), "-7d", "-2w",
/// "-3m", "-1y" (back from `today`; a month back from the 31st ends on the month's last day),
/// "today" or "aujourd’hui". None when it is none of these, or no such day exists.
std::optional<DayRange> parse_date_parameter(std::string_view text, CivilDay today,
                                             const TimeZone& zone);

/// The civil day of an instant (UTC seconds) in `zone`.
CivilDay day_at(std::int64_t utc_seconds, const TimeZone& zone);

}  // namespace gazette::server
