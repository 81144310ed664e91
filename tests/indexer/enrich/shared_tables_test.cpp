// Every row of the shared tables of date lines and datelines, where those tables are at hand.
#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

#include "indexer/enrich/date_line.h"
#include "indexer/enrich/dateline.h"
#include "tests/shared_data.h"

namespace gazette::indexer {
namespace {

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> fields;
  std::size_t begin = 0;
  for (std::size_t end = line.find('\t'); end != std::string::npos; end = line.find('\t', begin)) {
    fields.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  fields.push_back(line.substr(begin));
  return fields;
}

/// The table writes a day as its midnight with an offset.
std::string day_of(const std::string& expected, const std::string& precision) {
  return precision == "day" ? expected.substr(0, 10) : expected;
}

TEST_CASE("date line: every row of the shared table") {
  const auto path = gazette::testing::shared_file("places/dates-golden.tsv");
  if (path.empty()) return;
  std::ifstream in(path);
  std::string row;
  std::getline(in, row);
  int rows = 0;
  while (std::getline(in, row)) {
    const std::vector<std::string> f = split(row);
    REQUIRE(f.size() >= 6);
    ++rows;
    CAPTURE(row);
    const Result<TimeZone> zone = TimeZone::find(f[5]);
    REQUIRE(zone.ok());
    DateLineOptions options{.zone = &*zone};
    if (f[4] != "-") {
      const Result<NewsTime> reference = parse_news_time(f[4], *zone);
      REQUIRE(reference.ok());
      options.reference_seconds = reference->instant(*zone);
    }
    const Result<DateLine> line = parse_date_line(f[0], options);
    if (f[1] == "reject") {
      CHECK_FALSE(line.ok());
      continue;
    }
    CHECK(line.ok());
    if (!line.ok()) {
      CHECK(line.error().code == "");
      continue;
    }
    CHECK(line->value.to_string() == day_of(f[1], f[2]));
    CHECK(to_string(line->precision) == f[2]);
    CHECK(to_string(line->kind) == f[3]);
  }
  CHECK(rows > 0);
}

TEST_CASE("dateline: every row of the shared table") {
  const auto path = gazette::testing::shared_file("places/datelines-golden.tsv");
  if (path.empty()) return;
  std::ifstream in(path);
  std::string row;
  std::getline(in, row);
  int rows = 0;
  while (std::getline(in, row)) {
    const std::vector<std::string> f = split(row);
    REQUIRE(f.size() >= 5);
    ++rows;
    CAPTURE(row);
    const Result<ParsedDateline> dateline = parse_dateline(f[0]);
    CHECK(dateline.ok() == (f[1] != "none"));
    if (!dateline.ok()) continue;
    std::string ids;
    for (const DatelinePlace& place : dateline->places) {
      REQUIRE(place.row.has_value());
      if (!ids.empty()) ids += ";";
      ids += Gazetteer::instance().row(*place.row).id;
    }
    CHECK(ids == f[2]);
    CHECK((dateline->agency.empty() ? "-" : dateline->agency) == f[3]);
    CHECK((dateline->day ? to_string(*dateline->day) : "-") == f[4]);
  }
  CHECK(rows > 0);
}

}  // namespace
}  // namespace gazette::indexer
