// Times as formats write them beside ISO 8601: RFC 822 of feeds, the compact form of news agencies.
#pragma once

#include <optional>
#include <string_view>

#include "common/news_time.h"
#include "common/time_zone.h"

namespace gazette::indexer {

/// "Fri, 22 Sep 2023 18:58:00 +0100" (RFC 822 and 2822, weekday and seconds optional, zones by
/// name), "20230922T185800+0100", "20230922T185800Z", "20230922"; a time without a zone is taken in
/// `zone`. None for anything else and for days that do not exist.
std::optional<NewsTime> parse_source_time(std::string_view text, const TimeZone& zone);

}  // namespace gazette::indexer
