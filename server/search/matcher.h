// Which articles a query matches.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/query/resolved.h"
#include "server/search/phrase_matcher.h"
#include "server/search/view.h"

namespace gazette::server {

/// One request's. Sets of words come from the snapshot's cache of postings; phrases and proximities
/// are cached whole.
class Matcher {
 public:
  explicit Matcher(const View& view) : view_(view) {}

  DocSet match(const Node& node);

  /// True when checking positions ended before all candidates were examined: the sets given hold
  /// the newest articles only.
  [[nodiscard]] bool cut() const { return budget_.cut; }

 private:
  DocSet match_word(const Word& word);
  DocSet match_all(const Node& node);
  DocSet match_any(const Node& node);
  DocSet match_first_only(const Node& node);
  DocSet match_positional(const Node& node);
  DocSet match_positional_within(const Node& node, const DocSet& within);
  DocSet with_all_operands(const Node& node);

  View view_;
  PositionBudget budget_;
};

}  // namespace gazette::server
