// The archive as the server sees it: every answer to a question about articles comes from here.
// Thread-safe.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/time_zone.h"
#include "server/search/answer.h"
#include "server/search/request.h"
#include "server/search/similar.h"
#include "server/search/suggest/suggestion.h"
#include "server/search/unavailable.h"

namespace gazette::server {

/// Figures of the archive.
struct ArchiveStats {
  std::size_t articles = 0;
  std::optional<CivilDay> first_day, last_day;
  std::vector<std::pair<std::string, std::size_t>> sources;  ///< most articles first
  std::uint64_t revision = 0;
  std::string last_commit;  ///< RFC 3339, UTC; empty when unknown
  int schema_version = 0;
};

/// A token as /v1/analyze shows it; offsets in code points.
struct AnalyzedToken {
  std::string text, exact, folded, stem, name, why;
  std::size_t start = 0, end = 0, position = 0;
  bool stop_word = false;
};

/// The whole article with the query's marks over its full length.
struct ArticleAnswer {
  Article article;
  std::optional<MarkedText> title, body;  ///< only when a query was given
  std::uint64_t revision = 0;
};

struct ArchiveOptions {
  TimeZone zone = TimeZone::paris();           ///< civil days of filters and buckets
  std::size_t bitmap_cache_bytes = 64u << 20;  ///< match sets kept between requests
};

/// Opens the database for reading only and follows its commits. All members may be called from any
/// thread.
class Archive {
 public:
  /// Throws schema::SchemaMismatch (written by another version). A database that is not there yet
  /// is no error: it is looked for until it comes; till then `ready()` is false and the others
  /// throw ArchiveUnavailable. One that is there without an article answers, with nothing.
  Archive(std::string directory, ArchiveOptions options);
  ~Archive();

  /// One page. An Error names the parameter at fault (a cursor of another query or revision,
  /// strict=true).
  Result<SearchAnswer> search(const SearchRequest& request);

  /// Every match in the selection's order, one at a time, all of one revision, until `take` returns
  /// false. Returns the number of matches handed over. Throws ArchiveUnavailable when the revision
  /// was overwritten meanwhile.
  Result<std::size_t> export_all(const Selection& selection,
                                 const std::function<bool(const Hit&)>& take);

  /// None when there is no such article.
  std::optional<ArticleAnswer> article(std::string_view id, const std::optional<Selection>& query);

  /// Near-copies of an article, newest first; none when it has none or is not there.
  std::vector<Article> copies(std::string_view id, std::size_t limit);

  /// Values of one facet over the selection.
  Result<Facet> facet(FacetField field, const Selection& selection, const FacetRequest& request);

  /// How many articles a selection finds, and from when to when.
  Result<MatchCount> count(const Selection& selection);

  /// Counts of each of `queries` over time, beside those of all articles that pass the selection's
  /// days and filters; the selection's own `q` is not asked.
  Result<Trends> trends(const Selection& selection, const std::vector<std::string>& queries,
                        Interval interval);

  /// Completions of what is typed in a search box. New articles come among them seconds after their
  /// commit.
  SuggestAnswer suggest(const SuggestRequest& request);

  /// More like this; none when there is no such article. An Error as for a search.
  Result<std::optional<SimilarAnswer>> similar(std::string_view id, const SimilarRequest& request);

  std::vector<AnalyzedToken> analyze(std::string_view text);
  ArchiveStats stats();

  /// Revision that an answer given now would have. A compaction starts it again from 1.
  std::uint64_t revision();

  /// Changes with every commit and every replacement of the database (a compaction makes the
  /// revision go back, so an ETag is made of this and the request).
  std::string fingerprint();

  /// Runs a real query; false when the database cannot answer.
  bool ready();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gazette::server
