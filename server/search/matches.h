// What a selection comes to on one revision: the query, and the articles that pass it and each
// filter.
#pragma once

#include <array>
#include <optional>

#include "common/error.h"
#include "common/time_zone.h"
#include "server/query/resolved.h"
#include "server/search/matcher.h"
#include "server/search/request.h"
#include "server/search/view.h"

namespace gazette::server {

struct Matches {
  ResolvedQuery query;
  Sort sort = Sort::kNewest;  ///< never kDefault
  DocSet by_query;            ///< before any filter
  DocSet by_days;
  std::array<std::optional<DocSet>, kFacetFieldCount> by_field;  ///< none: no filter there
  Collapse collapse = Collapse::kNone;
  bool cut = false;  ///< not all candidates of a phrase were examined: these are the newest

  /// Articles of `set` that pass every filter.
  [[nodiscard]] DocSet filtered(DocSet set) const;

  /// Articles of the query that pass every filter but that of `field`.
  [[nodiscard]] DocSet all_but(FacetField field) const;
};

/// The civil day now, in `zone`.
CivilDay today_in(const TimeZone& zone);

/// An Error only when `strict`.
Result<Matches> find_matches(const View& view, const Selection& selection, const TimeZone& zone,
                             bool strict);

/// The query alone.
Result<ResolvedQuery> resolve(const View& view, const Selection& selection, const TimeZone& zone,
                              bool strict);

}  // namespace gazette::server
