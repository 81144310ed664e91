// Text -> HTML, and the few French forms that pages share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/news_time.h"
#include "common/time_zone.h"

namespace gazette::server {

/// Safe between tags and inside quoted attributes; malformed bytes become U+FFFD.
std::string html(std::string_view text);

/// "22 septembre 2023", "1er mai 2021".
std::string french_date(CivilDay day);

/// "22 septembre 2023 à 19 h 58" in `zone`; the date alone for a day alone.
std::string french_time(const NewsTime& time, const TimeZone& zone);

/// "1 234" with narrow no-break spaces.
std::string french_number(std::uint64_t value);

/// "1 article", "2 articles", "0 article": in French only from two on is it a plural.
std::string counted(std::uint64_t count, std::string_view singular, std::string_view plural);

}  // namespace gazette::server
