// The archive's answers as JSON documents, in the shapes of the HTTP API.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/render/hit_json.h"
#include "server/search/answer.h"
#include "server/search/archive.h"

namespace gazette::server {

/// The name of a facet in parameters and answers: "place", …, "lang".
std::string_view facet_name(FacetField field);
/// The facet of this name.
std::optional<FacetField> facet_named(std::string_view name);
std::string_view interval_name(Interval interval);

/// `"warnings":[…]`.
void write_warnings(const std::vector<QueryWarning>& warnings, JsonWriter& json);

/// Links beside an answer; empty ones are null.
struct SearchLinks {
  std::string next;     ///< the following page
  std::string relaxed;  ///< the same words with op=or
};

std::string search_json(const SearchAnswer& answer, const HitForm& form, const SearchLinks& links);
std::string similar_json(const SimilarAnswer& answer, const HitForm& form);
std::string facet_json(const Facet& facet);
std::string analyze_json(const std::vector<AnalyzedToken>& tokens);
std::string stats_json(const ArchiveStats& stats, std::string_view version);

/// The article in its native form; with marks of a query also `highlights`.
std::string article_json(const ArticleAnswer& answer, HighlightForm form);

}  // namespace gazette::server
