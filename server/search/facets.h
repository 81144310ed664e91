// Facet counts, exact over a set of articles, from the columns.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/search/answer.h"
#include "server/search/columns.h"
#include "server/search/request.h"

namespace gazette::server {

struct FacetOptions {
  std::size_t limit = 10;
  Collapse collapse = Collapse::kNone;  ///< kStory: stories are counted, not articles
  const FieldFilter* filter = nullptr;  ///< of this field; its values never vanish
  /// Only values whose label has this, as folded_words() gives it; or empty.
  std::string contains = {};
  PlaceScope scope = {};  ///< of places: which ones are shown
};

/// Counts of `field` over `articles`: most articles first, then by value. Values that `filter`
/// names come along whatever their count and the limit. A place counts every article about it or
/// about what lies inside it, once.
Facet count_facet(const Columns& columns, FacetField field, std::span<const Number> articles,
                  const FacetOptions& options);

/// How many of `articles`, or of their stories, have each value of `field`, by code.
std::vector<std::uint32_t> count_codes(const Columns& columns, FacetField field,
                                       std::span<const Number> articles,
                                       Collapse collapse = Collapse::kNone);

}  // namespace gazette::server
