// collapse=story: near-copies count once, and the one that ranks first stands for them.
//
// One rule for every figure: it is the total of the search that it leads to. The total is the
// number of stories with a match; the count of a facet's value, of those with a match that has it;
// the count of a bucket, of those with a match in it. So a story in two buckets counts in both.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "server/search/columns.h"
#include "server/search/doc_set.h"
#include "server/search/request.h"

namespace gazette::server {

/// How many hits `articles` are: each one, or each story; one without near-copies is a story of its
/// own.
std::size_t total_of(const Columns& columns, std::span<const Number> articles, Collapse collapse);

/// The first article of each story, in this order.
std::vector<Number> first_of_each(const Columns& columns, std::span<const Number> order);

/// Leaves of `articles` (ascending) and their `scores` the best of each story: the highest score,
/// the newest of equals.
void keep_best_of_each(const Columns& columns, std::vector<Number>& articles,
                       std::vector<float>& scores);

/// The other articles of this one's story, newest first, at most `limit`.
std::vector<Number> others_of_story(const Columns& columns, Number number, std::size_t limit);

/// Says of an article how many others of its story are among the matches.
class StoryCounts {
 public:
  StoryCounts() = default;  ///< 0 for every article
  StoryCounts(const Columns& columns, std::span<const Number> articles);
  [[nodiscard]] std::size_t others(const Columns& columns, Number number) const;

 private:
  std::vector<std::uint32_t> members_;  ///< by story
};

}  // namespace gazette::server
