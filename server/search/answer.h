// What the archive answers; rendered to JSON, CSV, Atom or HTML elsewhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "server/query/resolved.h"
#include "server/search/request.h"

namespace gazette::server {

/// A passage as plain text with its marks, in bytes of `text`.
struct MarkedText {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> marks;  ///< [begin, end), ascending, disjoint
};

/// In which form a word of the query was found in a hit (explain=true).
struct MatchedWord {
  std::string term;  ///< as typed
  std::string via;   ///< "exact", "folded", "stem", "prefix", "fuzzy"
};

struct Hit {
  Article article;
  double score = 0;
  std::size_t similar_count = 0;  ///< collapse=story: other matches of its story
  bool near_copy = false;  ///< of similar articles: nearly the text of the article or of a hit
  std::optional<MarkedText> title;  ///< with highlight other than none
  std::vector<MarkedText> body;
  std::vector<MatchedWord> matched;
};

struct FacetValue {
  std::string value;  ///< what the filter takes
  std::string label;
  std::string parent;  ///< places: id of the parent, else empty
  std::size_t count = 0;
  bool selected = false;  ///< a filter asks for it: it never vanishes, even with count 0
  bool excluded = false;  ///< a filter excludes it: it never vanishes either
  // Places of the gazetteer; else empty.
  std::string type = {}, country = {};  ///< "city", "FR"
  std::string within = {};              ///< the French name of the parent
  std::optional<double> lat = {}, lon = {};
};

struct Facet {
  FacetField field = FacetField::kSection;
  std::size_t total_values = 0;
  std::vector<FacetValue> values;
};

struct Bucket {
  CivilDay from = 0, to = 0;  ///< inclusive
  std::string label;          ///< French: "septembre 2023"
  std::size_t count = 0;
};

struct Histogram {
  Interval interval = Interval::kMonth;
  std::string timezone;
  std::vector<Bucket> buckets;
};

/// What one word of a query that found nothing finds, so that the reader sees which word is to
/// blame.
struct WordReport {
  std::string text;         ///< as typed
  std::size_t alone = 0;    ///< articles with this word alone, under the same filters
  std::size_t without = 0;  ///< articles of the query without this word, under the same filters
};

struct SearchAnswer {
  ResolvedQuery query;
  std::size_t total = 0;
  double took_ms = 0;
  std::uint64_t revision = 0;
  bool partial = false;
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::optional<Histogram> histogram;
  std::optional<std::string> did_you_mean;
  std::optional<std::size_t>
      relaxed_total;              ///< hits of the same words with op=or, when `and` found nothing
  std::vector<WordReport> words;  ///< only when nothing was found and there are several words
  std::string cursor;             ///< of the next page; empty on the last
  Sort sort = Sort::kNewest;      ///< the order the hits are in, never kDefault
  std::string fingerprint;        ///< changes with everything an answer depends on (for ETag)
};

/// What a selection comes to, without a hit.
struct MatchCount {
  ResolvedQuery query;
  std::size_t total = 0;
  std::optional<CivilDay> first_day, last_day;  ///< of the dated matches
  bool partial = false;
};

/// One query of a comparison, in the buckets of all.
struct TrendSeries {
  ResolvedQuery query;
  std::size_t total = 0;            ///< matches, the undated too
  std::vector<std::size_t> counts;  ///< by bucket
};

/// Several queries over time, beside all articles that pass the same filters.
struct Trends {
  Histogram all;           ///< every article that passes the filters
  bool coarsened = false;  ///< a wider interval was taken than asked
  bool partial = false;
  std::vector<TrendSeries> series;  ///< in the order asked
};

}  // namespace gazette::server
