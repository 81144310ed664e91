// The filters of a search, as chips that come off.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/http/url.h"
#include "common/news_time.h"

namespace gazette::server {

/// "Rubrique", of a key of the selection that filters; empty for another.
std::string_view filter_title(std::string_view key);

/// How a filter reads: "Monde" for "-Monde", "Bakou" for "gn:587084".
struct FilterText {
  std::string value;
  bool excluded = false;
};
FilterText filter_text(std::string_view key, std::string_view value);

/// "Depuis 7 jours", "Du 1er au 30 septembre 2023", "Jusqu’au 3 mai 2021".
std::string period_text(const http::QueryList& query, std::optional<CivilDay> from,
                        std::optional<CivilDay> to);

}  // namespace gazette::server
