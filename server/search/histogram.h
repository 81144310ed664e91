// Articles per year, month, week or day: contiguous buckets of civil days in the server's zone.
#pragma once

#include <span>
#include <vector>

#include "server/search/answer.h"
#include "server/search/columns.h"
#include "server/search/request.h"

namespace gazette::server {

/// Buckets asked for one answer at most; a finer interval is coarsened. 5000 days are 13 years.
inline constexpr std::size_t kMaxBuckets = 5000;

/// Buckets that kAuto makes at most: as many bars as a reader can tell apart.
inline constexpr std::size_t kMaxAutoBuckets = 90;

/// Counts of the dated ones of `articles` (ascending numbers), from the bucket of the first day to
/// that of the last, zeros included; no bucket when none is dated. `interval` of the result is the
/// one used, coarser than asked when there were more than kMaxBuckets; never kAuto.
Histogram count_by_date(const Columns& columns, std::span<const Number> articles, Interval interval,
                        Collapse collapse = Collapse::kNone);

/// How many of `articles` (ascending numbers), or of their stories, are in each of `buckets`, which
/// are contiguous and begin before the first of them.
std::vector<std::size_t> count_in_buckets(const Columns& columns, std::span<const Number> articles,
                                          std::span<const Bucket> buckets,
                                          Collapse collapse = Collapse::kNone);

/// The bucket that `day` is in, without a count.
Bucket bucket_of(CivilDay day, Interval interval);

/// "2023", "septembre 2023", "semaine du 18 septembre 2023", "22 septembre 2023".
std::string label_of(CivilDay from, Interval interval);

}  // namespace gazette::server
