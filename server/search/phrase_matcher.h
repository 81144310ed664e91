// The articles in which phrases and proximities stand, checked position by position.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "server/query/resolved.h"
#include "server/search/doc_set.h"
#include "server/search/view.h"

namespace gazette::server {

/// What checking positions may still cost one request, in position lists read by Xapian's matcher
/// (each about a microsecond). It bounds the time of a query whatever the size of the archive: when
/// it ends, the newest candidates have been examined, the older ones have not, and `cut` says so.
/// What is spent does not depend on what is cached, so that the same query always has the same
/// answer.
struct PositionBudget {
  static constexpr std::size_t kLists = 3'000'000;  // some 3 s: "de la" in 1.5 million articles
  std::size_t left = kLists;
  bool cut = false;
};

/// True for the nodes that are answered here.
bool is_positional(const Node& node);

class PhraseMatcher {
 public:
  PhraseMatcher(const View& view, PositionBudget& budget) : view_(view), budget_(budget) {}

  /// Those of `among` where `node` stands. For an exact_phrase every one of `among` has its text
  /// read again: they must be the matches of candidates(node).
  DocSet match(const Node& node, const DocSet& among);

 private:
  std::vector<Number> by_matcher(const Node& node, std::span<const Number> among, bool& exact);
  std::vector<Number> by_lists(const Node& node, std::span<const Number> among);
  std::vector<Number> by_text(const Node& node, std::span<const Number> among);
  [[nodiscard]] std::size_t afford(std::size_t articles, std::size_t cost_each);

  View view_;
  PositionBudget& budget_;
};

}  // namespace gazette::server
