// Articles are numbered newest first: a bucket is a run of numbers, and its count a difference.
#include "server/search/histogram.h"

#include <algorithm>
#include <array>
#include <string>

#include "server/search/stories.h"

namespace gazette::server {
namespace {

constexpr int kDaysPerWeek = 7;
constexpr int kMondayOffset = 3;  // day 0 of CivilDay, 1 January 1970, was a Thursday
constexpr int kMonthsPerYear = 12;

constexpr std::array<const char*, kMonthsPerYear> kMonthNames = {
    "janvier", "février", "mars",      "avril",   "mai",      "juin",
    "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

std::string month_label(const CivilDate& date) {
  return std::string(kMonthNames[static_cast<std::size_t>(date.month - 1)]) + ' ' +
         std::to_string(date.year);
}

std::string day_label(const CivilDate& date) {
  return (date.day == 1 ? std::string("1er") : std::to_string(date.day)) + ' ' + month_label(date);
}

/// Buckets from that of `first` to that of `last`.
std::size_t bucket_count(CivilDay first, CivilDay last, Interval interval) {
  const CivilDate from = to_date(first);
  const CivilDate to = to_date(last);
  std::int64_t count = 0;
  switch (interval) {
    case Interval::kDay:
      count = std::int64_t{last} - first;
      break;
    case Interval::kWeek:
      count = (std::int64_t{bucket_of(last, interval).from} - bucket_of(first, interval).from) /
              kDaysPerWeek;
      break;
    case Interval::kMonth:
      count = std::int64_t{to.year - from.year} * kMonthsPerYear + (to.month - from.month);
      break;
    default:
      count = to.year - from.year;
  }
  return static_cast<std::size_t>(count) + 1;
}

Interval coarser(Interval interval) {
  switch (interval) {
    case Interval::kDay:
      return Interval::kWeek;
    case Interval::kWeek:
      return Interval::kMonth;
    default:
      return Interval::kYear;
  }
}

Interval fitting(CivilDay first, CivilDay last, Interval interval) {
  const std::size_t most = interval == Interval::kAuto ? kMaxAutoBuckets : kMaxBuckets;
  if (interval == Interval::kAuto) interval = Interval::kDay;
  while (interval != Interval::kYear && bucket_count(first, last, interval) > most) {
    interval = coarser(interval);
  }
  return interval;
}

}  // namespace

std::string label_of(CivilDay from, Interval interval) {
  const CivilDate date = to_date(from);
  switch (interval) {
    case Interval::kDay:
      return day_label(date);
    case Interval::kWeek:
      return "semaine du " + day_label(date);
    case Interval::kMonth:
      return month_label(date);
    default:
      return std::to_string(date.year);
  }
}

Bucket bucket_of(CivilDay day, Interval interval) {
  const CivilDate date = to_date(day);
  Bucket bucket{.from = day, .to = day, .label = {}};
  switch (interval) {
    case Interval::kDay:
      break;
    case Interval::kWeek: {
      const int weekday = ((day + kMondayOffset) % kDaysPerWeek + kDaysPerWeek) % kDaysPerWeek;
      bucket.from = day - weekday;
      bucket.to = bucket.from + kDaysPerWeek - 1;
      break;
    }
    case Interval::kMonth:
      bucket.from = to_day({date.year, date.month, 1});
      bucket.to = to_day({date.year, date.month, days_in_month(date.year, date.month)});
      break;
    default:
      bucket.from = to_day({date.year, 1, 1});
      bucket.to = to_day({date.year, kMonthsPerYear, days_in_month(date.year, kMonthsPerYear)});
  }
  bucket.label = label_of(bucket.from, interval);
  return bucket;
}

Histogram count_by_date(const Columns& columns, std::span<const Number> articles, Interval interval,
                        Collapse collapse) {
  Histogram histogram;
  histogram.interval = interval == Interval::kAuto ? Interval::kMonth : interval;
  const auto dated_end = std::lower_bound(articles.begin(), articles.end(), columns.dated);
  if (dated_end == articles.begin()) return histogram;
  const CivilDay first = columns.day[*(dated_end - 1)];
  const CivilDay last = columns.day[articles.front()];
  histogram.interval = fitting(first, last, interval);
  histogram.buckets.reserve(bucket_count(first, last, histogram.interval));
  for (CivilDay day = first; day <= last;) {
    histogram.buckets.push_back(bucket_of(day, histogram.interval));
    day = histogram.buckets.back().to + 1;
  }
  const std::vector<std::size_t> counts =
      count_in_buckets(columns, articles, histogram.buckets, collapse);
  for (std::size_t i = 0; i < counts.size(); ++i) histogram.buckets[i].count = counts[i];
  return histogram;
}

std::vector<std::size_t> count_in_buckets(const Columns& columns, std::span<const Number> articles,
                                          std::span<const Bucket> buckets, Collapse collapse) {
  std::vector<std::size_t> counts;
  counts.reserve(buckets.size());
  // What lies before this is later than the buckets counted so far.
  auto newer = std::lower_bound(articles.begin(), articles.end(), columns.dated);
  for (const Bucket& bucket : buckets) {
    const auto begin = std::partition_point(articles.begin(), newer,
                                            [&](Number n) { return columns.day[n] > bucket.to; });
    counts.push_back(total_of(columns, std::span(begin, newer), collapse));
    newer = begin;
  }
  return counts;
}

}  // namespace gazette::server
