// Articles are numbered newest first, so newest is no work, oldest a reversal, relevance a heap.
#include "server/search/ordering.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "common/index/schema.h"
#include "server/search/partition.h"

namespace gazette::server {
namespace {

bool same_instant(const Columns& columns, Number a, Number b) {
  return columns.instant[a] == columns.instant[b] && columns.day[a] == columns.day[b];
}

bool better(const Ranked& a, const Ranked& b) {
  return a.score != b.score ? a.score > b.score : a.number < b.number;
}

}  // namespace

std::vector<Number> oldest_first(const Columns& columns, std::span<const Number> articles) {
  const auto dated_end = std::lower_bound(articles.begin(), articles.end(), columns.dated);
  std::vector<Number> order;
  order.reserve(articles.size());
  for (auto end = dated_end; end != articles.begin();) {
    auto begin = end - 1;
    while (begin != articles.begin() && same_instant(columns, *(begin - 1), *(end - 1))) --begin;
    order.insert(order.end(), begin, end);  // ids ascend within an instant
    end = begin;
  }
  order.insert(order.end(), dated_end, articles.end());
  return order;
}

std::vector<Ranked> most_relevant(std::span<const Number> articles, std::span<const float> scores,
                                  std::size_t count, const std::optional<Ranked>& after) {
  std::vector<Ranked> heap;  // the worst on top
  count = std::min(count, articles.size());
  if (count == 0) return heap;
  heap.reserve(count);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const Ranked candidate{articles[i], scores[i]};
    if (after && !better(*after, candidate)) continue;
    if (heap.size() < count) {
      heap.push_back(candidate);
      std::push_heap(heap.begin(), heap.end(), better);
    } else if (better(candidate, heap.front())) {
      std::pop_heap(heap.begin(), heap.end(), better);
      heap.back() = candidate;
      std::push_heap(heap.begin(), heap.end(), better);
    }
  }
  std::sort_heap(heap.begin(), heap.end(), better);
  return heap;
}

Seat find_seat(const View& view, const Cursor& cursor) {
  const Columns& columns = view.columns();
  Seat seat{columns.dated, columns.size, columns.size};
  if (cursor.dated) {
    const auto later = [&](std::size_t n) {
      return std::tuple(columns.day[n], columns.instant[n]) >
             std::tuple(cursor.day, cursor.instant);
    };
    const auto first = static_cast<Number>(partition_point(columns.dated, later));
    seat.first_equal = first;
    seat.last_equal = first;
    while (seat.last_equal < columns.dated && columns.day[seat.last_equal] == cursor.day &&
           columns.instant[seat.last_equal] == cursor.instant) {
      ++seat.last_equal;
    }
  }
  const auto not_behind = [&](std::size_t i) {
    const Xapian::Document document = view.db.get_document(columns.docid[seat.first_equal + i]);
    return document.get_value(schema::kIdSlot) <= cursor.id;
  };
  const std::size_t equal = seat.last_equal - seat.first_equal;
  seat.next = seat.first_equal + static_cast<Number>(partition_point(equal, not_behind));
  return seat;
}

}  // namespace gazette::server
