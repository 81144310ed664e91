// The zone that a printed time is in: "(UTC+01:00)", "GMT+2", "HAE", "heure de Kourou".
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/time_zone.h"
#include "indexer/enrich/date_tokens.h"

namespace gazette::indexer {

/// What stands after a time.
struct ClockZone {
  std::optional<std::int32_t> offset_seconds;  ///< a printed offset, or an abbreviation that is one
  std::optional<TimeZone> zone;                ///< "heure de Kourou"
  std::string unknown_name;  ///< "heure de …" of a place whose zone is not known
  bool local = false;        ///< "heure locale": the source's zone, unsaid
  bool impossible = false;   ///< an offset that no place has: "UTC+25"
  std::size_t after = 0;     ///< index of the first token behind it
};

/// Reads the zone that starts at token `at` (an opening parenthesis is skipped, its closing one
/// taken); none when there is no zone.
std::optional<ClockZone> read_clock_zone(const DateTokens& tokens, std::size_t at);

/// The zone of a place as "heure de …" names it ("Kourou", "New York"): its country's when it has
/// only one, else from a small table of its own.
std::optional<TimeZone> zone_of_place(std::string_view name);

}  // namespace gazette::indexer
