// Zone rules: offsets by instant and by clock reading, gaps, overlaps, names.
#include "common/time_zone.h"

#include <doctest/doctest.h>

#include <string>

#include "common/news_time.h"

namespace gazette {
namespace {

constexpr std::int64_t kHour = 3600;

std::int64_t utc(int year, int month, int day, int hour = 0, int minute = 0) {
  return to_day({year, month, day}) * std::int64_t{86'400} + hour * kHour + minute * 60;
}

TEST_CASE("time zone: the offset follows the zone's own calendar") {
  struct Case {
    const char* zone;
    std::int64_t at;
    std::int64_t hours;
  };
  const Case cases[] = {
      {"Europe/Paris", utc(2023, 9, 22, 12), 2},
      {"Europe/Paris", utc(2023, 1, 22, 12), 1},
      {"Europe/Paris", utc(2023, 3, 26, 0, 59), 1},
      {"Europe/Paris", utc(2023, 3, 26, 1, 0), 2},
      {"Europe/Paris", utc(1970, 7, 1), 1},   // no summer time in France before 1976
      {"Europe/Paris", utc(1943, 7, 14), 2},  // German summer time
      {"America/Cayenne", utc(2023, 9, 22), -3},
      {"Indian/Reunion", utc(2023, 9, 22), 4},
      {"Pacific/Noumea", utc(2023, 9, 22), 11},
      {"America/Toronto", utc(2023, 9, 22), -4},
      {"America/Toronto", utc(2023, 1, 22), -5},
      {"Australia/Sydney", utc(2023, 1, 1), 11},
      {"UTC", utc(2023, 9, 22), 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.zone);
    CAPTURE(c.at);
    const Result<TimeZone> zone = TimeZone::find(c.zone);
    REQUIRE(zone.ok());
    CHECK(zone->offset_at(c.at) == c.hours * kHour);
    CHECK(zone->name() == c.zone);
  }
}

TEST_CASE("time zone: in an overlap the first reading is meant, in a gap the offset before it") {
  const TimeZone& paris = TimeZone::paris();
  CHECK(paris.offset_at_local(utc(2023, 10, 29, 1, 59)) == 2 * kHour);
  CHECK(paris.offset_at_local(utc(2023, 10, 29, 2, 30)) == 2 * kHour);  // happens twice
  CHECK(paris.offset_at_local(utc(2023, 10, 29, 3, 0)) == 1 * kHour);
  CHECK(paris.offset_at_local(utc(2023, 3, 26, 1, 59)) == 1 * kHour);
  CHECK(paris.offset_at_local(utc(2023, 3, 26, 2, 30)) == 1 * kHour);  // never happens
  CHECK(paris.offset_at_local(utc(2023, 3, 26, 3, 0)) == 2 * kHour);
}

TEST_CASE("time zone: outside an overlap the clock reading leads back to the instant") {
  for (const char* name : {"Europe/Paris", "America/Toronto", "Asia/Kathmandu", "Africa/Casablanca",
                           "Australia/Lord_Howe", "Pacific/Apia", "Europe/London"}) {
    CAPTURE(name);
    const Result<TimeZone> zone = TimeZone::find(name);
    REQUIRE(zone.ok());
    int unlike = 0;
    for (std::int64_t at = utc(1950, 1, 1); at < utc(2090, 1, 1); at += 31 * kHour + 660) {
      const std::int64_t local = at + zone->offset_at(at);
      const std::int64_t back = local - zone->offset_at_local(local);
      // Within an overlap the earlier instant with the same reading comes back, never a later one.
      CHECK(back <= at);
      CHECK(back + zone->offset_at(back) == local);
      if (back != at) ++unlike;
    }
    CHECK(unlike < 200);  // about one hour a year of some 280 steps
  }
}

TEST_CASE("time zone: far from the table the first and the last offset hold") {
  const TimeZone& paris = TimeZone::paris();
  CHECK(paris.offset_at(utc(1, 1, 1)) == 9 * 60);  // mean time of Paris, in whole minutes
  CHECK(paris.offset_at(utc(9999, 7, 1)) == kHour);
  CHECK(paris.offset_at_local(utc(9999, 7, 1)) == kHour);
}

TEST_CASE("time zone: an unknown name is refused and the nearest one is named") {
  const auto message = [](std::string_view name) {
    const Result<TimeZone> zone = TimeZone::find(name);
    REQUIRE_FALSE(zone.ok());
    CHECK(zone.error().code == "bad-time-zone");
    return zone.error().message;
  };
  CHECK(message("Europe/Pariss").find("Europe/Paris") != std::string::npos);
  CHECK(message("europe/pari").find("Europe/Paris") != std::string::npos);
  CHECK(message("Cayenne").find("America/Cayenne") != std::string::npos);
  for (const char* bad : {"", "GMT+2", "UTC+1", "Etc/Unknown", "Paris", "é", "a b", "\x01"}) {
    CAPTURE(bad);
    message(bad);
  }
  message(std::string(10'000, 'x'));
  message(std::string_view("Europe/Paris\0", 13));
}

}  // namespace
}  // namespace gazette
