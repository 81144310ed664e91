// What is asked of the archive: the selection shared by search, export, facets and pages, and what
// a page of hits adds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/news_time.h"
#include "server/query/resolved.h"

namespace gazette::server {

enum class Sort : std::uint8_t { kDefault, kRelevance, kNewest, kOldest };

/// Facets and the fields they filter by.
enum class FacetField : std::uint8_t {
  kPlace,
  kDateline,
  kSection,
  kSource,
  kAuthor,
  kTag,
  kLanguage
};
inline constexpr std::size_t kFacetFieldCount = 7;

/// Kinds of places by size; kOther: seas, rivers, mountains, groups of countries, sites.
enum class PlaceLevel : std::uint8_t {
  kAuto,  ///< what a reader wants to see (see place_scope.h); with a parent: directly inside it
  kAll,
  kContinent,
  kCountry,     ///< and territories
  kRegion,      ///< first-level divisions, press and disputed regions
  kDepartment,  ///< second-level divisions
  kCity,
  kOther,
};

/// Which values a facet of places shows.
struct PlaceScope {
  PlaceLevel level = PlaceLevel::kAuto;
  std::string parent = {};  ///< id: only places inside it; or empty
};

/// Values of one field: any of `include` (when not empty) and none of `exclude`.
struct FieldFilter {
  FacetField field = FacetField::kSection;
  std::vector<std::string> include,
      exclude;  ///< place and dateline: ids of the gazetteer, already resolved
};

/// Whether near-copies are one hit (see stories.h).
enum class Collapse : std::uint8_t { kNone, kStory };

/// Which articles: the same on every endpoint.
struct Selection {
  std::string q;
  JoinWords op = JoinWords::kAnd;
  MatchForm match = MatchForm::kStem;
  bool dates_in_words = true;
  std::optional<CivilDay> from, to;  ///< inclusive, civil days in the server's zone
  std::vector<FieldFilter> filters;  ///< at most one a field
  Sort sort = Sort::kDefault;
  Collapse collapse = Collapse::kNone;
};

enum class Interval : std::uint8_t { kAuto, kYear, kMonth, kWeek, kDay };
enum class HighlightForm : std::uint8_t { kHtml, kRanges, kNone };

/// What is asked of one facet alone.
struct FacetRequest {
  std::string contains = {};  ///< only values with this in their label, case and accents folded
  std::size_t limit = 10;
  PlaceScope scope = {};  ///< of places
};

/// One page of hits with its facets.
struct SearchRequest {
  Selection selection;
  std::size_t limit = 10;
  std::size_t offset = 0;
  std::string cursor;  ///< opaque, from an earlier answer
  std::vector<FacetField> facets;
  PlaceScope place_scope, dateline_scope;  ///< of those two facets
  bool histogram = false;
  std::size_t facet_limit = 10;
  Interval interval = Interval::kAuto;
  HighlightForm highlight = HighlightForm::kHtml;
  std::size_t fragments = 2;
  std::size_t fragment_size = 160;  ///< code points
  bool explain = false;
  bool strict = false;
};

}  // namespace gazette::server
