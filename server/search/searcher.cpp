// Puts a page together: matches, order, hits, facets, histogram.
#include "server/search/searcher.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "server/search/cursor.h"
#include "server/search/facet_codes.h"
#include "server/search/facets.h"
#include "server/search/histogram.h"
#include "server/search/hit_maker.h"
#include "server/search/ranking.h"
#include "server/search/stories.h"
#include "server/search/zero_hits.h"

namespace gazette::server {
namespace {

constexpr std::size_t kMaxOffset =
    10'000;  // beyond it, a cursor: a page costs the same at any depth

/// One page of an order, and whether anything comes after it.
struct Page {
  std::vector<Ranked> hits;
  bool more = false;
};

Page slice(std::span<const Number> order, std::size_t offset, std::size_t limit) {
  Page page;
  const std::size_t begin = std::min(offset, order.size());
  const std::size_t end = std::min(order.size() - begin, limit) + begin;
  for (const Number number : order.subspan(begin, end - begin)) page.hits.push_back({number, 0});
  page.more = end < order.size();
  return page;
}

Page page_by_relevance(const View& view, const Matches& matches, std::vector<Number> articles,
                       const SearchRequest& request, const std::optional<Cursor>& after) {
  std::vector<float> scores = Ranking(view, matches.query.root).scores_of(articles);
  if (matches.collapse == Collapse::kStory) {
    keep_best_of_each(view.columns(), articles, scores);
  }
  const std::size_t offset = after ? 0 : request.offset;
  std::optional<Ranked> last;
  if (after) last = Ranked{after->number, after->score};
  Page page;
  page.hits = most_relevant(articles, scores, offset + request.limit + 1, last);
  page.more = page.hits.size() > offset + request.limit;
  if (page.more) page.hits.pop_back();
  page.hits.erase(page.hits.begin(), page.hits.begin() + static_cast<std::ptrdiff_t>(
                                                             std::min(offset, page.hits.size())));
  return page;
}

Page page_by_date(const View& view, Sort sort, std::span<const Number> articles,
                  const SearchRequest& request, const std::optional<Cursor>& after) {
  const Columns& columns = view.columns();
  const std::size_t offset = after ? 0 : request.offset;
  if (sort == Sort::kNewest) {
    const Number first = after ? find_seat(view, *after).next : 0;
    const auto begin = std::lower_bound(articles.begin(), articles.end(), first);
    return slice(articles.subspan(static_cast<std::size_t>(begin - articles.begin())), offset,
                 request.limit);
  }
  const std::vector<Number> order = oldest_first(columns, articles);
  if (!after) return slice(order, offset, request.limit);
  const Seat seat = find_seat(view, *after);
  const auto follows = [&](Number n) {
    if (n >= seat.first_equal && n < seat.last_equal) return n >= seat.next;
    return after->dated && (n < seat.first_equal || n >= columns.dated);
  };
  const auto begin =
      std::partition_point(order.begin(), order.end(), [&](Number n) { return !follows(n); });
  return slice(std::span(order).subspan(static_cast<std::size_t>(begin - order.begin())), 0,
               request.limit);
}

/// Of each story the article that comes first in an order by date, ascending numbers.
std::vector<Number> first_by_date(const Columns& columns, Sort sort,
                                  std::span<const Number> articles) {
  if (sort != Sort::kOldest) return first_of_each(columns, articles);
  std::vector<Number> first = first_of_each(columns, oldest_first(columns, articles));
  std::sort(first.begin(), first.end());
  return first;
}

Page page_of(const View& view, const Matches& matches, const std::vector<Number>& articles,
             const SearchRequest& request, const std::optional<Cursor>& after) {
  if (matches.sort == Sort::kRelevance) {
    return page_by_relevance(view, matches, articles, request, after);
  }
  if (matches.collapse == Collapse::kNone) {
    return page_by_date(view, matches.sort, articles, request, after);
  }
  const std::vector<Number> first = first_by_date(view.columns(), matches.sort, articles);
  return page_by_date(view, matches.sort, first, request, after);
}

std::string cursor_after(const View& view, std::uint64_t request, Sort sort, const Ranked& last,
                         const Hit& hit) {
  const Columns& columns = view.columns();
  Cursor cursor;
  cursor.sort = sort;
  cursor.request = request;
  cursor.revision = hash_of(view.snapshot.id());
  cursor.score = last.score;
  cursor.number = last.number;
  cursor.dated = last.number < columns.dated;
  if (cursor.dated) {
    cursor.day = columns.day[last.number];
    cursor.instant = columns.instant[last.number];
  }
  cursor.id = hit.article.id;
  return to_text(cursor);
}

void add_hits(const View& view, const SearchRequest& request, const Page& page,
              const StoryCounts& copies, SearchAnswer& answer) {
  const HitOptions options{.highlight = request.highlight != HighlightForm::kNone,
                           .fragments = {.count = request.fragments, .size = request.fragment_size},
                           .explain = request.explain};
  HitMaker maker(view, answer.query.root, options);
  for (const Ranked& ranked : page.hits) {
    answer.hits.push_back(maker.make(ranked));
    answer.hits.back().similar_count = copies.others(view.columns(), ranked.number);
  }
  if (!maker.met_damage()) return;
  answer.query.warnings.push_back(
      {.code = "damaged-article",
       .detail = "Un article de cette page est endommagé dans l'archive et ne peut être montré."});
}

const FieldFilter* filter_of(const Selection& selection, FacetField field) {
  for (const FieldFilter& filter : selection.filters) {
    if (filter.field == field) return &filter;
  }
  return nullptr;
}

PlaceScope scope_of(const SearchRequest& request, FacetField field) {
  if (field == FacetField::kPlace) return request.place_scope;
  return field == FacetField::kDateline ? request.dateline_scope : PlaceScope{};
}

Facet facet_of(const View& view, const Matches& matches, FacetField field,
               std::span<const Number> all, const FacetOptions& options) {
  if (!matches.by_field[static_cast<std::size_t>(field)]) {
    return count_facet(view.columns(), field, all, options);
  }
  return count_facet(view.columns(), field, numbers_of(matches.all_but(field)), options);
}

void add_histogram(const View& view, const SearchRequest& request, std::span<const Number> articles,
                   const TimeZone& zone, SearchAnswer& answer) {
  const Interval interval = request.interval;
  Histogram histogram =
      count_by_date(view.columns(), articles, interval, request.selection.collapse);
  histogram.timezone = zone.name();
  if (interval != Interval::kAuto && histogram.interval != interval) {
    answer.query.warnings.push_back({.code = "interval-coarsened",
                                     .detail = "L'intervalle demandé ferait plus de " +
                                               std::to_string(kMaxBuckets) +
                                               " périodes : un intervalle plus large a été pris."});
  }
  answer.histogram = std::move(histogram);
}

Error bad_offset() {
  return {.code = "bad-offset",
          .message = "Le décalage va jusqu'à " + std::to_string(kMaxOffset) +
                     " : au-delà, suivez le curseur de page en page.",
          .field = "offset"};
}

}  // namespace

std::string fingerprint_of(const RevisionId& id, const TimeZone& zone) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%016llx-%d",
                static_cast<unsigned long long>(hash_of(id)), today_in(zone));
  return text.data();
}

Result<SearchAnswer> search_page(const View& view, const SearchRequest& request,
                                 const TimeZone& zone) {
  if (request.offset > kMaxOffset) return bad_offset();
  Result<Matches> found = find_matches(view, request.selection, zone, request.strict);
  if (!found.ok()) return found.error();
  Matches matches = std::move(found).value();
  const std::uint64_t request_hash = hash_of(request.selection, matches.sort);
  std::optional<Cursor> after;
  if (!request.cursor.empty()) {
    Result<Cursor> cursor =
        parse_cursor(request.cursor, request_hash, matches.sort, view.snapshot.id());
    if (!cursor.ok()) return cursor.error();
    after = std::move(cursor).value();
  }

  const std::vector<Number> all = numbers_of(matches.filtered(matches.by_query));
  SearchAnswer answer;
  answer.query = matches.query;
  answer.total = total_of(view.columns(), all, matches.collapse);
  answer.revision = view.snapshot.id().revision;
  answer.partial = matches.cut;
  answer.sort = matches.sort;
  answer.fingerprint = fingerprint_of(view.snapshot.id(), zone);
  if (request.limit > 0 && !all.empty()) {
    const Page page = page_of(view, matches, all, request, after);
    add_hits(view, request, page, copies_among(view, matches, all), answer);
    if (page.more) {
      answer.cursor =
          cursor_after(view, request_hash, matches.sort, page.hits.back(), answer.hits.back());
    }
  }
  for (const FacetField field : request.facets) {
    answer.facets.push_back(facet_of(view, matches, field, all,
                                     {.limit = request.facet_limit,
                                      .collapse = matches.collapse,
                                      .filter = filter_of(request.selection, field),
                                      .scope = scope_of(request, field)}));
  }
  if (request.histogram) add_histogram(view, request, all, zone, answer);
  if (answer.total == 0) explain_no_hits(view, request.selection, matches, zone, answer);
  answer.did_you_mean = did_you_mean(view, request.selection, matches, zone, answer.total);
  return answer;
}

StoryCounts copies_among(const View& view, const Matches& matches,
                         std::span<const Number> articles) {
  if (matches.collapse == Collapse::kNone) return {};
  return {view.columns(), articles};
}

std::vector<Ranked> ordered_matches(const View& view, const Matches& matches) {
  std::vector<Number> all = numbers_of(matches.filtered(matches.by_query));
  const bool by_story = matches.collapse == Collapse::kStory;
  if (matches.sort == Sort::kRelevance) {
    std::vector<float> scores = Ranking(view, matches.query.root).scores_of(all);
    if (by_story) keep_best_of_each(view.columns(), all, scores);
    return most_relevant(all, scores, all.size(), std::nullopt);
  }
  if (by_story) all = first_by_date(view.columns(), matches.sort, all);
  const std::vector<Number> order =
      matches.sort == Sort::kOldest ? oldest_first(view.columns(), all) : all;
  return slice(order, 0, order.size()).hits;
}

Result<Facet> search_facet(const View& view, FacetField field, const Selection& selection,
                           const FacetRequest& request, const TimeZone& zone) {
  Result<Matches> matches = find_matches(view, selection, zone, false);
  if (!matches.ok()) return matches.error();
  const std::vector<Number> articles = numbers_of(matches->all_but(field));
  return count_facet(view.columns(), field, articles,
                     {.limit = request.limit,
                      .collapse = selection.collapse,
                      .filter = filter_of(selection, field),
                      .contains = folded_words(request.contains, view.analyzer),
                      .scope = request.scope});
}

}  // namespace gazette::server
