// The timeline is an SVG in percentages: it is as wide as the page, its letters never stretched.
#include "server/web/timeline.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "server/web/french.h"
#include "server/web/links.h"

namespace gazette::server {
namespace {

constexpr double kGap = 0.18;         // of a bar's share of the width
constexpr double kTallest = 94;       // % of the height: the tallest bar does not touch the frame
constexpr double kShortest = 2.5;     // %: one article beside thousands is still seen
constexpr std::size_t kMaxTicks = 5;  // labels that stand side by side on a phone

std::string percent(double value) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%.3g%%", value);
  return out.data();
}

std::string iso(CivilDay day) { return to_string(to_date(day)); }

std::string period_link(const Bucket& bucket, const http::QueryList& query) {
  return search_link(replaced(replaced(query, "from", iso(bucket.from)), "to", iso(bucket.to)));
}

std::string articles(std::size_t count) { return counted(count, "article", "articles"); }

/// "2023", "sept. 2023": what fits under a bar.
std::string tick_label(const Bucket& bucket, Interval interval) {
  static constexpr std::array<std::string_view, 12> kShort{"janv.", "févr.", "mars",  "avril",
                                                           "mai",   "juin",  "juil.", "août",
                                                           "sept.", "oct.",  "nov.",  "déc."};
  const CivilDate date = to_date(bucket.from);
  const std::string month(kShort.at(static_cast<std::size_t>(date.month - 1)));
  if (interval == Interval::kYear) return std::to_string(date.year);
  if (interval == Interval::kMonth) return month + " " + std::to_string(date.year);
  return (date.day == 1 ? "1er" : std::to_string(date.day)) + " " + month;
}

Html bar(const Bucket& bucket, const http::QueryList& query, double left, double width,
         double height) {
  const std::string label = bucket.label + ", " + articles(bucket.count);
  const Html whole = element("rect",
                             {{"class", "hit"},
                              {"x", percent(left)},
                              {"y", "0"},
                              {"width", percent(width)},
                              {"height", "100%"}},
                             {});
  const Html shown = element("rect",
                             {{"class", "bar"},
                              {"x", percent(left + width * kGap / 2)},
                              {"y", percent(100 - height)},
                              {"width", percent(width * (1 - kGap))},
                              {"height", percent(height)}},
                             {});
  return element("a",
                 {{"href", period_link(bucket, query)},
                  {"aria-label", label},
                  {"data-from", iso(bucket.from)},
                  {"data-to", iso(bucket.to)}},
                 element("title", text(label)) + whole + shown);
}

Html bars(const Histogram& histogram, const http::QueryList& query) {
  const auto& buckets = histogram.buckets;
  std::size_t most = 1;
  for (const Bucket& bucket : buckets) most = std::max(most, bucket.count);
  const double share = 100.0 / static_cast<double>(buckets.size());
  Html out;
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    if (buckets[i].count == 0) continue;
    const double part = static_cast<double>(buckets[i].count) / static_cast<double>(most);
    out += bar(buckets[i], query, share * static_cast<double>(i), share,
               std::max(kShortest, part * kTallest));
  }
  return out;
}

Html ticks(const Histogram& histogram) {
  const auto& buckets = histogram.buckets;
  const std::size_t step = (buckets.size() + kMaxTicks - 1) / kMaxTicks;
  Html out;
  for (std::size_t i = 0; i < buckets.size(); i += step) {
    const double left = 100.0 * static_cast<double>(i) / static_cast<double>(buckets.size());
    out += element("text", {{"x", percent(left)}, {"y", "1em"}},
                   text(tick_label(buckets[i], histogram.interval)));
  }
  return element("svg", {{"class", "ticks"}, {"aria-hidden", "true"}}, out);
}

Html table(const Histogram& histogram, const http::QueryList& query) {
  Html rows;
  for (const Bucket& bucket : histogram.buckets) {
    if (bucket.count == 0) continue;
    rows += element(
        "tr", element("th", {{"scope", "row"}},
                      element("a", {{"href", period_link(bucket, query)}}, text(bucket.label))) +
                  element("td", text(french_number(bucket.count))));
  }
  return element("details",
                 "<summary>Voir en tableau</summary>"_html +
                     element("table",
                             "<caption class=\"hidden\">Articles par période</caption><thead><tr>"
                             "<th scope=\"col\">Période</th><th scope=\"col\">Articles</th></tr>"
                             "</thead>"_html +
                                 element("tbody", rows)));
}

}  // namespace

Html timeline(const Histogram& histogram, const http::QueryList& query) {
  if (histogram.buckets.size() < 2) return {};
  const http::QueryList search = without_paging(query);
  const bool period = !value_of(search, "from").empty() || !value_of(search, "to").empty();
  Html head = "<h2 id=\"chronologie\">Chronologie</h2>"_html;
  if (period) {
    head += element("a", {{"href", search_link(without(without(search, "from"), "to"))}},
                    "Toutes les dates"_html);
  }
  const Html chart = element("svg",
                             {{"class", "bars"},
                              {"role", "group"},
                              {"aria-label", "Articles par période"},
                              {"data-search", search_link(without(without(search, "from"), "to"))}},
                             bars(histogram, search));
  return element("section", {{"class", "timeline"}, {"aria-labelledby", "chronologie"}},
                 element("div", {{"class", "head"}}, head) +
                     "<a class=\"skip\" href=\"#articles\">Passer la chronologie</a>"_html + chart +
                     ticks(histogram) + table(histogram, search));
}

}  // namespace gazette::server
