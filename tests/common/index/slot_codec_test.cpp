// Slot values: lists and times, both ways, and in the right order.
#include <doctest/doctest.h>

#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/time_zone.h"

namespace gazette {
namespace {

TEST_CASE("slots: a list keeps any bytes") {
  const std::vector<std::string> items = {"", "Économie", std::string("\0\x1f\n", 3),
                                          std::string(5000, 'x')};
  CHECK(decode_list(encode_list(items)) == items);
  CHECK(encode_list({}).empty());
  CHECK(decode_list("").empty());
}

TEST_CASE("slots: a malformed list is empty") {
  CHECK(decode_list("\x05two").empty());
  CHECK(decode_list("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF").empty());
  CHECK(decode_list("\x01"
                    "a\x80")
            .empty());
}

TEST_CASE("slots: publication times sort by time and come back") {
  const TimeZone& paris = TimeZone::paris();
  const char* const ascending[] = {"0001-01-01",
                                   "1789-07-14",
                                   "1969-12-31T23:59:59Z",
                                   "1970-01-01T00:00:00Z",
                                   "2023-09-22",
                                   "2023-09-22T18:58:00+02:00",
                                   "2023-09-22T18:58:00+01:00",
                                   "2023-09-23",
                                   "9999-12-31T23:59:59-12:00"};
  std::string before;
  for (const char* text : ascending) {
    CAPTURE(text);
    const Result<NewsTime> time = parse_news_time(text, paris);
    REQUIRE(time.ok());
    const std::string value = encode_published(time.value(), paris);
    CHECK(value.size() == 9);
    CHECK(value > before);
    const auto back = decode_published(value);
    REQUIRE(back.has_value());
    CHECK(back->day_only == (time->precision == NewsTime::Precision::kDay));
    CHECK(back->seconds == (back->day_only ? time->local_seconds : time->instant(paris)));
    before = value;
  }
  CHECK(encode_published(std::nullopt, paris).empty());
  CHECK_FALSE(decode_published("").has_value());
  CHECK_FALSE(decode_published("short").has_value());
  // Damaged: a time beyond all years, to which no offset could be added.
  CHECK_FALSE(decode_published(std::string(9, '\0')).has_value());
  CHECK_FALSE(decode_published(std::string(9, '\xFF')).has_value());
}

TEST_CASE("slots: the id term is the id behind its prefix") {
  CHECK(id_term("a/b") == std::string(schema::kIdPrefix) + "a/b");
}

}  // namespace
}  // namespace gazette
