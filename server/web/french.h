// The French forms that pages share: dates, numbers, plurals, quotations.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/news_time.h"
#include "common/time_zone.h"

namespace gazette::server {

/// "22 septembre 2023", "1er mai 2021".
std::string french_date(CivilDay day);

/// "du 1er au 30 septembre 2023", "du 3 mai 2021 au 2 juin 2022", "le 3 mai 2021".
std::string french_period(CivilDay from, CivilDay to);

/// "22 septembre 2023 à 19 h 58" in `zone`; the date alone for a day alone.
std::string french_time(const NewsTime& time, const TimeZone& zone);

/// As on a card: "aujourd’hui à 14 h 05", "hier à 8 h 30", and further back the date alone.
std::string french_age(const NewsTime& time, const TimeZone& zone, CivilDay today);

/// "1 234" with narrow no-break spaces.
std::string french_number(std::uint64_t value);

/// "1 article", "2 articles", "0 article": in French only from two on is it a plural.
std::string counted(std::uint64_t count, std::string_view singular, std::string_view plural);

/// "« port »", with no-break spaces.
std::string in_guillemets(std::string_view text);

}  // namespace gazette::server
