// One printed moment (a day, a time, what it counts from) and the instant that it stands for.
#pragma once

#include <optional>
#include <vector>

#include "indexer/enrich/date_line.h"

namespace gazette::indexer {

struct Moment {
  DateKind kind = DateKind::kPublished;
  std::optional<PrintedDay> day;
  std::optional<TimeAgo> ago;
  std::optional<int> weekday;  ///< a weekday alone
  std::optional<ClockTime> clock;
  bool borrowed_day = false;  ///< "…, mis à jour à 16h36": the day of the moment before

  [[nodiscard]] bool has_day() const { return day || ago || weekday; }
};

struct Resolved {
  NewsTime time;
  DatePrecision precision = DatePrecision::kDay;
};

/// The time of a moment that has a day; adds to `warnings`.
Result<Resolved> resolve_moment(const Moment& moment, const DateLineOptions& options,
                                std::vector<DateWarning>& warnings);

/// A refusal of a date line.
Error refusal(std::string_view code, std::string message);

}  // namespace gazette::indexer
