// The periods that a reader picks with one click.
#pragma once

#include <array>
#include <string_view>

#include "common/http/url.h"
#include "server/web/links.h"

namespace gazette::server {

struct QuickPeriod {
  std::string_view from, label;
};

inline constexpr std::array kQuickPeriods = std::to_array<QuickPeriod>({
    {"-1d", "24 heures"},
    {"-7d", "7 jours"},
    {"-1m", "1 mois"},
    {"-1y", "1 an"},
});

/// The one that a search asks for, or null.
inline const QuickPeriod* quick_period(const http::QueryList& query) {
  if (!value_of(query, "to").empty()) return nullptr;
  for (const QuickPeriod& period : kQuickPeriods) {
    if (value_of(query, "from") == period.from) return &period;
  }
  return nullptr;
}

}  // namespace gazette::server
