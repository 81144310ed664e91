// The date histogram: civil intervals, French labels, contiguous buckets.
#include "server/search/histogram.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/time_zone.h"
#include "tests/server/search/random_articles.h"
#include "tests/server/search/test_archive.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

CivilDay day(int year, int month, int day_of_month) { return to_day({year, month, day_of_month}); }

/// Columns of articles of these days, and the undated.
Columns columns_of(std::vector<CivilDay> days, Number undated = 0) {
  std::sort(days.rbegin(), days.rend());
  Columns columns;
  columns.dated = static_cast<Number>(days.size());
  columns.size = columns.dated + undated;
  columns.day = std::move(days);
  return columns;
}

Histogram count_all(const Columns& columns, Interval interval) {
  return count_by_date(columns, numbers_of(range_set(0, columns.size)), interval);
}

TEST_CASE("histogram: a bucket is the whole civil interval that the day is in, named in French") {
  struct Case {
    CivilDay day;
    Interval interval;
    CivilDay from, to;
    std::string label;
  };
  const std::vector<Case> cases = {
      {day(2023, 9, 22), Interval::kDay, day(2023, 9, 22), day(2023, 9, 22), "22 septembre 2023"},
      {day(2023, 9, 1), Interval::kDay, day(2023, 9, 1), day(2023, 9, 1), "1er septembre 2023"},
      {day(2023, 9, 22), Interval::kWeek, day(2023, 9, 18), day(2023, 9, 24),
       "semaine du 18 septembre 2023"},
      {day(2023, 9, 18), Interval::kWeek, day(2023, 9, 18), day(2023, 9, 24),
       "semaine du 18 septembre 2023"},
      {day(2023, 9, 24), Interval::kWeek, day(2023, 9, 18), day(2023, 9, 24),
       "semaine du 18 septembre 2023"},
      {day(2023, 1, 1), Interval::kWeek, day(2022, 12, 26), day(2023, 1, 1),
       "semaine du 26 décembre 2022"},
      {day(1969, 12, 31), Interval::kWeek, day(1969, 12, 29), day(1970, 1, 4),
       "semaine du 29 décembre 1969"},
      {day(2023, 9, 22), Interval::kMonth, day(2023, 9, 1), day(2023, 9, 30), "septembre 2023"},
      {day(2024, 2, 3), Interval::kMonth, day(2024, 2, 1), day(2024, 2, 29), "février 2024"},
      {day(2023, 9, 22), Interval::kYear, day(2023, 1, 1), day(2023, 12, 31), "2023"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.label);
    const Bucket bucket = bucket_of(c.day, c.interval);
    CHECK(bucket.from == c.from);
    CHECK(bucket.to == c.to);
    CHECK(bucket.label == c.label);
  }
}

TEST_CASE("histogram: buckets are contiguous, zeros stand, the undated are outside") {
  const Columns columns =
      columns_of({day(2023, 1, 31), day(2023, 4, 1), day(2023, 4, 30), day(2023, 4, 30)}, 5);
  const Histogram histogram = count_all(columns, Interval::kMonth);
  REQUIRE(histogram.buckets.size() == 4);
  const std::vector<std::size_t> expected = {1, 0, 0, 3};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CAPTURE(i);
    CHECK(histogram.buckets[i].count == expected[i]);
    if (i > 0) CHECK(histogram.buckets[i].from == histogram.buckets[i - 1].to + 1);
  }
}

TEST_CASE("histogram: without a dated article there is no bucket") {
  CHECK(count_all(columns_of({}), Interval::kAuto).buckets.empty());
  CHECK(count_all(columns_of({}, 3), Interval::kDay).buckets.empty());
  CHECK(count_all(columns_of({}, 3), Interval::kAuto).interval != Interval::kAuto);
}

TEST_CASE("histogram: auto takes the finest interval of which a reader can tell the bars apart") {
  struct Case {
    CivilDay first, last;
    Interval interval;
  };
  const std::vector<Case> cases = {
      {day(2023, 9, 22), day(2023, 9, 22), Interval::kDay},
      {day(2023, 9, 1), day(2023, 10, 15), Interval::kDay},
      {day(2023, 1, 1), day(2023, 12, 31), Interval::kWeek},
      {day(2018, 1, 1), day(2023, 12, 31), Interval::kMonth},
      {day(2000, 1, 1), day(2023, 12, 31), Interval::kYear},
      {day(1, 1, 1), day(9999, 12, 31), Interval::kYear},
  };
  for (const Case& c : cases) {
    CAPTURE(to_string(to_date(c.first)));
    CHECK(count_all(columns_of({c.first, c.last}), Interval::kAuto).interval == c.interval);
  }
}

TEST_CASE("histogram: an interval of too many buckets is coarsened") {
  const Histogram years = count_all(columns_of({day(1, 1, 1), day(9999, 12, 31)}), Interval::kDay);
  CHECK(years.interval == Interval::kYear);
  CHECK(years.buckets.size() == 9999);
  const Histogram weeks = count_all(columns_of({day(1923, 1, 1), day(2010, 1, 1)}), Interval::kDay);
  CHECK(weeks.interval == Interval::kWeek);
  CHECK(weeks.buckets.size() <= kMaxBuckets);
  CHECK(count_all(columns_of({day(2010, 1, 1), day(2020, 12, 31)}), Interval::kDay).interval ==
        Interval::kDay);
}

TEST_CASE("histogram: of any articles each bucket has those of its days") {
  TempFolder folder;
  Random random(5);
  write_archive(folder.path(), random_articles(random, 200));
  TestView view(folder.path());
  const Columns& columns = (*view).columns();
  for (int round = 0; round < 40; ++round) {
    std::vector<Number> some;
    for (Number n = 0; n < columns.size; ++n) {
      if (pick(random, 3) == 0) some.push_back(n);
    }
    for (const Interval interval :
         {Interval::kAuto, Interval::kYear, Interval::kMonth, Interval::kWeek, Interval::kDay}) {
      std::size_t sum = 0;
      for (const Bucket& bucket : count_by_date(columns, some, interval).buckets) {
        const auto inside = std::count_if(some.begin(), some.end(), [&](Number n) {
          return n < columns.dated && columns.day[n] >= bucket.from && columns.day[n] <= bucket.to;
        });
        CHECK(bucket.count == static_cast<std::size_t>(inside));
        sum += bucket.count;
      }
      CHECK(sum == static_cast<std::size_t>(std::count_if(
                       some.begin(), some.end(), [&](Number n) { return n < columns.dated; })));
    }
  }
}

}  // namespace
}  // namespace gazette::server
