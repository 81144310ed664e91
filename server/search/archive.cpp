// The archive's questions, each answered from one snapshot.
#include "server/search/archive.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "common/utf8.h"
#include "server/highlight/highlighter.h"
#include "server/search/counts.h"
#include "server/search/exporter.h"
#include "server/search/facets.h"
#include "server/search/hit_maker.h"
#include "server/search/query_words.h"
#include "server/search/retrying.h"
#include "server/search/searcher.h"
#include "server/search/snapshot_source.h"
#include "server/search/stories.h"
#include "server/search/suggest/suggest_data.h"
#include "server/search/suggest/suggester.h"
#include "server/search/workers.h"

namespace gazette::server {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// Turns ascending byte offsets into code points in one pass over the text.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}

  std::size_t at(std::size_t byte) {
    if (byte < byte_) byte_ = count_ = 0;  // alternatives of a token step back
    count_ += utf8::length(text_.substr(byte_, byte - byte_));
    byte_ = byte;
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0, count_ = 0;
};

std::optional<Article> fetch_article(const View& view, std::string_view id) {
  const std::string term = id_term(id);
  const Xapian::PostingIterator at = view.db.postlist_begin(term);
  if (at == view.db.postlist_end(term)) return std::nullopt;
  Result<Article> article = decode_article(view.db.get_document(*at).get_data());
  if (!article.ok()) throw ArchiveUnavailable("Cet article est endommagé dans l'archive.");
  return std::move(article).value();
}

std::vector<std::pair<std::string, std::size_t>> count_sources(const Columns& columns) {
  std::vector<Number> all = numbers_of(range_set(0, columns.size));
  const Facet facet = count_facet(columns, FacetField::kSource, all, {.limit = columns.size});
  std::vector<std::pair<std::string, std::size_t>> sources;
  for (const FacetValue& value : facet.values) sources.emplace_back(value.value, value.count);
  return sources;
}

}  // namespace

struct Archive::State {
  State(std::string directory, ArchiveOptions options)
      : zone(options.zone), source(std::move(directory), options), suggestions(source) {}

  template <typename Ask>
  auto ask(Ask question) {
    return ask_newest(source, workers, std::move(question));
  }

  TimeZone zone;
  Workers workers;
  SnapshotSource source;
  SuggestFollower suggestions;
};

Archive::Archive(std::string directory, ArchiveOptions options)
    : state_(std::make_unique<State>(std::move(directory), std::move(options))) {}

Archive::~Archive() = default;

Result<SearchAnswer> Archive::search(const SearchRequest& request) {
  const auto start = Clock::now();
  Result<SearchAnswer> found =
      state_->ask([&](const View& view) { return search_page(view, request, state_->zone); });
  if (!found.ok()) return found;
  SearchAnswer answer = std::move(found).value();
  answer.took_ms = milliseconds_since(start);
  return answer;
}

Result<std::size_t> Archive::export_all(const Selection& selection,
                                        const std::function<bool(const Hit&)>& take) {
  return Exporter(state_->source, state_->workers).run(selection, state_->zone, take);
}

std::optional<ArticleAnswer> Archive::article(std::string_view id,
                                              const std::optional<Selection>& query) {
  return state_->ask([&](const View& view) -> std::optional<ArticleAnswer> {
    std::optional<Article> article = fetch_article(view, id);
    if (!article) return std::nullopt;
    ArticleAnswer answer{.article = std::move(*article), .title = {}, .body = {}};
    answer.revision = view.snapshot.id().revision;
    if (!query) return answer;
    const Result<ResolvedQuery> resolved = resolve(view, *query, state_->zone, false);
    if (!resolved.ok()) return answer;
    const Marks marks = marks_of(view, resolved->root);
    Highlighter highlighter(marks, view.analyzer);
    answer.title = mark_whole(highlighter, answer.article.title, true);
    answer.body = mark_whole(highlighter, answer.article.body, false);
    return answer;
  });
}

std::vector<Article> Archive::copies(std::string_view id, std::size_t limit) {
  return state_->ask([&](const View& view) {
    std::vector<Article> copies;
    const std::string term = id_term(id);
    const Xapian::PostingIterator at = view.db.postlist_begin(term);
    if (at == view.db.postlist_end(term)) return copies;
    const Columns& columns = view.columns();
    for (const Number other : others_of_story(columns, columns.number_of[*at], limit)) {
      const Xapian::Document document = view.db.get_document(columns.docid[other]);
      Result<Article> article = decode_article(document.get_data());
      if (article.ok()) copies.push_back(std::move(article).value());
    }
    return copies;
  });
}

Result<Facet> Archive::facet(FacetField field, const Selection& selection,
                             const FacetRequest& request) {
  return state_->ask([&](const View& view) {
    return search_facet(view, field, selection, request, state_->zone);
  });
}

Result<MatchCount> Archive::count(const Selection& selection) {
  return state_->ask(
      [&](const View& view) { return count_matches(view, selection, state_->zone); });
}

Result<Trends> Archive::trends(const Selection& selection, const std::vector<std::string>& queries,
                               Interval interval) {
  return state_->ask([&](const View& view) {
    return count_trends(view, selection, queries, interval, state_->zone);
  });
}

SuggestAnswer Archive::suggest(const SuggestRequest& request) {
  state_->source.current();  // without an archive there is nothing to wait for
  const SuggestData data = state_->suggestions.current();
  return state_->ask(
      [&](const View& view) { return server::suggest(view, data, request, state_->zone); });
}

Result<std::optional<SimilarAnswer>> Archive::similar(std::string_view id,
                                                      const SimilarRequest& request) {
  return state_->ask(
      [&](const View& view) { return find_similar(view, id, request, state_->zone); });
}

std::vector<AnalyzedToken> Archive::analyze(std::string_view text) {
  const Workers::Lease worker(state_->workers);
  CodePoints code_points(text);
  std::vector<AnalyzedToken> analyzed;
  for (const Token& token : worker->analyzer.analyze(text)) {
    const WordForms& word = *token.word;
    AnalyzedToken shown;
    shown.text = text.substr(token.begin, token.end - token.begin);
    shown.exact = word.exact;
    shown.folded = word.folded;
    shown.stem = word.stem;
    shown.name = word.name;
    shown.why = word.why;
    shown.start = code_points.at(token.begin);
    shown.end = code_points.at(token.end);
    shown.position = token.position;
    shown.stop_word = word.stop_word;
    analyzed.push_back(std::move(shown));
  }
  return analyzed;
}

ArchiveStats Archive::stats() {
  return state_->ask([&](const View& view) {
    const Columns& columns = view.columns();
    ArchiveStats stats;
    stats.articles = columns.size;
    if (columns.dated > 0) {
      stats.first_day = columns.day.back();
      stats.last_day = columns.day.front();
    }
    stats.sources = count_sources(columns);
    stats.revision = view.snapshot.id().revision;
    stats.last_commit = view.db.get_metadata(std::string(schema::kCommitTimeKey));
    stats.schema_version = schema::kVersion;
    return stats;
  });
}

std::uint64_t Archive::revision() { return state_->source.current()->id().revision; }

std::string Archive::fingerprint() {
  return fingerprint_of(state_->source.current()->id(), state_->zone);
}

bool Archive::ready() {
  SearchRequest newest;
  newest.limit = 1;
  try {
    return search(newest).ok();
  } catch (const ArchiveUnavailable&) {
    return false;
  }
}

}  // namespace gazette::server
