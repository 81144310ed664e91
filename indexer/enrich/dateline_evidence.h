// What stands behind the places of a dateline and makes it one: day, agency, correspondent,
// country.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/enrich/dateline.h"
#include "indexer/enrich/dateline_parts.h"

namespace gazette::indexer {

/// Everything behind the places that is part of the dateline.
struct Evidence {
  std::string agency;
  std::optional<DatelineDay> day;
  bool correspondent = false;
  bool qualified = false;
  std::size_t after = 0;

  [[nodiscard]] bool any() const { return !agency.empty() || day || correspondent; }
};

/// Reads what follows `places`, in any order.
Evidence read_evidence(const DatelineText& line, const PlacesMatch& places);

/// Reads a day at `evidence.after`; false when there is none, or one was read already.
bool read_day_part(const DatelineText& line, Evidence& evidence);

}  // namespace gazette::indexer
