// Figures of a selection without its hits.
#include "server/search/counts.h"

#include <algorithm>
#include <utility>

#include "server/search/histogram.h"
#include "server/search/matches.h"
#include "server/search/stories.h"

namespace gazette::server {

Result<MatchCount> count_matches(const View& view, const Selection& selection,
                                 const TimeZone& zone) {
  Result<Matches> found = find_matches(view, selection, zone, false);
  if (!found.ok()) return found.error();
  const Columns& columns = view.columns();
  const std::vector<Number> all = numbers_of(found->filtered(found->by_query));
  MatchCount count;
  count.total = total_of(columns, all, selection.collapse);
  count.partial = found->cut;
  const auto dated_end = std::lower_bound(all.begin(), all.end(), columns.dated);
  if (dated_end != all.begin()) {
    count.first_day = columns.day[*(dated_end - 1)];
    count.last_day = columns.day[all.front()];
  }
  count.query = std::move(found).value().query;
  return count;
}

Result<Trends> count_trends(const View& view, const Selection& selection,
                            const std::vector<std::string>& queries, Interval interval,
                            const TimeZone& zone) {
  const Columns& columns = view.columns();
  const auto matches_of = [&](const std::string& q) {
    Selection asked = selection;
    asked.q = q;
    return find_matches(view, asked, zone, false);
  };
  const Result<Matches> everything = matches_of("");
  if (!everything.ok()) return everything.error();
  Trends trends;
  const std::vector<Number> all = numbers_of(everything->filtered(everything->by_query));
  trends.all = count_by_date(columns, all, interval, selection.collapse);
  trends.all.timezone = zone.name();
  trends.coarsened = interval != Interval::kAuto && trends.all.interval != interval;
  for (const std::string& q : queries) {
    Result<Matches> found = matches_of(q);
    if (!found.ok()) return found.error();
    const std::vector<Number> articles = numbers_of(found->filtered(found->by_query));
    TrendSeries series;
    series.total = total_of(columns, articles, selection.collapse);
    series.counts = count_in_buckets(columns, articles, trends.all.buckets, selection.collapse);
    trends.partial = trends.partial || found->cut;
    series.query = std::move(found).value().query;
    trends.series.push_back(std::move(series));
  }
  return trends;
}

}  // namespace gazette::server
