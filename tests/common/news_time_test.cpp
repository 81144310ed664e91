// Civil dates and the ISO forms of dates and times.
#include "common/news_time.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "common/time_zone.h"

namespace gazette {
namespace {

using Precision = NewsTime::Precision;

TEST_CASE("news time: a civil date and its day number lead to each other") {
  CHECK(to_day({1970, 1, 1}) == 0);
  CHECK(to_day({2000, 3, 1}) == 11'017);
  CHECK(to_day({1, 1, 1}) == -719'162);
  int month = 12;
  for (CivilDay day = to_day({1895, 1, 1}); day < to_day({2105, 1, 1}); ++day) {
    const CivilDate date = to_date(day);
    REQUIRE(exists(date));
    REQUIRE(to_day(date) == day);
    if (date.day == 1) {
      REQUIRE(date.month == month % 12 + 1);
      month = date.month;
    }
  }
}

TEST_CASE("news time: dates that are not in the calendar do not exist") {
  for (const CivilDate date : {CivilDate{2023, 2, 29},
                               {2100, 2, 29},
                               {2023, 4, 31},
                               {2023, 0, 1},
                               {2023, 13, 1},
                               {2023, 1, 0},
                               {2023, 1, 32},
                               {0, 1, 1},
                               {10'000, 1, 1},
                               {-1, 1, 1}}) {
    CAPTURE(to_string(date));
    CHECK_FALSE(exists(date));
  }
  for (const CivilDate date : {CivilDate{2024, 2, 29}, {2000, 2, 29}, {1, 1, 1}, {9999, 12, 31}}) {
    CAPTURE(to_string(date));
    CHECK(exists(date));
  }
}

TEST_CASE("news time: the ISO forms that machines write are read") {
  struct Case {
    const char* text;
    const char* value;
  };
  const Case cases[] = {
      {"2023-09-22", "2023-09-22"},
      {"20230922", "2023-09-22"},
      {" 2023-09-22\n", "2023-09-22"},
      {"2023-09-22T18:58", "2023-09-22T18:58:00+02:00"},
      {"2023-01-22T18:58", "2023-01-22T18:58:00+01:00"},
      {"2023-09-22 18:58:07", "2023-09-22T18:58:07+02:00"},
      {"2023-09-22t18:58:07z", "2023-09-22T18:58:07+00:00"},
      {"2023-09-22T18:58:07.123456Z", "2023-09-22T18:58:07+00:00"},
      {"2023-09-22T18:58:07,5Z", "2023-09-22T18:58:07+00:00"},
      {"2023-09-22T18:58:00+0100", "2023-09-22T18:58:00+01:00"},
      {"2023-09-22T18:58:00+01:00", "2023-09-22T18:58:00+01:00"},
      {"2023-09-22T18:58:00-03", "2023-09-22T18:58:00-03:00"},
      {"2023-09-22 18:58 +05:45", "2023-09-22T18:58:00+05:45"},
      {"2023-09-22T18:58:00-00:00", "2023-09-22T18:58:00+00:00"},
      {"20230922T185800+0200", "2023-09-22T18:58:00+02:00"},
      {"20230922T1858Z", "2023-09-22T18:58:00+00:00"},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00"},
      {"2023-10-29T02:30", "2023-10-29T02:30:00+02:00"},  // the first of two
      {"2023-03-26T02:30", "2023-03-26T03:30:00+02:00"},  // skipped by the clocks
      {"1970-01-01T00:00:00Z", "1970-01-01T00:00:00+00:00"},
      {"0001-01-01", "0001-01-01"},
      {"9999-12-31T23:59:59+14:00", "9999-12-31T23:59:59+14:00"},
      {"1905-06-01T12:00", "1905-06-01T12:00:00+00:09"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Result<NewsTime> time = parse_news_time(c.text, TimeZone::paris());
    REQUIRE(time.ok());
    CHECK(time->to_string() == c.value);
    const Result<NewsTime> again = parse_news_time(time->to_string(), TimeZone::paris());
    REQUIRE(again.ok());
    CHECK(*again == *time);
  }
}

TEST_CASE("news time: what is no date, or no date of the calendar, is refused") {
  for (const char* text : {"",
                           " ",
                           "2023",
                           "2023-09",
                           "2023-9-2",
                           "2023-02-29",
                           "2023-13-01",
                           "2023-09-31",
                           "0000-00-00",
                           "0000-01-01",
                           "2023-09-22T",
                           "2023-09-22T18",
                           "2023-09-22T24:00",
                           "2023-09-22T18:60",
                           "2023-09-22T18:58:61",
                           "2023-09-22T18:58:00+15:00",
                           "2023-09-22T18:58:00+01:",
                           "2023-09-22T18:58:00+1",
                           "2023-09-22T18:58:00Zx",
                           "2023-09-22x",
                           "22/09/2023",
                           "10000-01-01",
                           "+2023-09-22",
                           "2023-0922",
                           "é",
                           "\xff\xfe",
                           "2023\xe2\x80\x91"
                           "09-22"}) {
    CAPTURE(text);
    const Result<NewsTime> time = parse_news_time(text, TimeZone::paris());
    CHECK_FALSE(time.ok());
    if (!time.ok()) {
      CHECK(time.error().code == "bad-date");
      CHECK(time.error().offset <= std::string(text).size());
    }
  }
}

TEST_CASE("news time: any bytes are a time or an error") {
  std::mt19937 random(20230922);
  const std::string alphabet = "0123456789-:TZ+ .tz\xc3\xa9";
  int read = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text = i % 2 == 0 ? "2023-09-22T18:58:00+02:00" : "20230922";
    for (auto edits = random() % 4; edits > 0; --edits) {
      text[random() % text.size()] = alphabet[random() % alphabet.size()];
    }
    text.resize(text.size() - random() % 3);
    const Result<NewsTime> time = parse_news_time(text, TimeZone::paris());
    if (!time.ok()) continue;
    ++read;
    CAPTURE(text);
    REQUIRE(parse_news_time(time->to_string(), TimeZone::paris()).ok());
  }
  CHECK(read > 1'000);
}

TEST_CASE("news time: the printed clock is kept and the instant comes from its offset") {
  const Result<NewsTime> time = parse_news_time("2023-09-22T23:30:00-03:00", TimeZone::paris());
  REQUIRE(time.ok());
  CHECK(time->instant(TimeZone::paris()) == to_day({2023, 9, 23}) * std::int64_t{86'400} + 9000);
  CHECK(time->day(TimeZone::paris()) == to_day({2023, 9, 23}));
  CHECK(time->to_string() == "2023-09-22T23:30:00-03:00");
}

TEST_CASE("news time: a day alone is that day in every zone") {
  const Result<NewsTime> day = parse_news_time("2023-09-22", TimeZone::paris());
  REQUIRE(day.ok());
  CHECK(day->precision == Precision::kDay);
  CHECK(day->offset_seconds == 0);
  for (const char* name : {"Europe/Paris", "Pacific/Noumea", "America/Cayenne"}) {
    const Result<TimeZone> zone = TimeZone::find(name);
    REQUIRE(zone.ok());
    CHECK(day->day(*zone) == to_day({2023, 9, 22}));
  }
  CHECK(day->instant(TimeZone::paris()) == to_day({2023, 9, 22}) * std::int64_t{86'400} - 7200);
}

TEST_CASE("news time: days before 1970 round down") {
  const Result<NewsTime> time = parse_news_time("1969-12-31T23:59:59Z", TimeZone::paris());
  REQUIRE(time.ok());
  CHECK(time->to_string() == "1969-12-31T23:59:59+00:00");
  const Result<TimeZone> utc = TimeZone::find("UTC");
  REQUIRE(utc.ok());
  CHECK(time->day(*utc) == -1);
}

}  // namespace
}  // namespace gazette
