// The pages for people.
#include "server/http/pages/pages.h"

#include <array>
#include <optional>
#include <utility>

#include "server/http/conditional.h"
#include "server/http/params/requests.h"
#include "server/http/problem.h"
#include "server/http/responders.h"
#include "server/web/article_page.h"
#include "server/web/assets.h"
#include "server/web/layout.h"
#include "server/web/results_page.h"

namespace gazette::server {
namespace {

constexpr std::size_t kPageHits = 20;
constexpr std::size_t kFacetValues = 8;
constexpr std::size_t kFragmentSize = 200;  // characters: two lines of a card
constexpr const char* kPagePolicy =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

void send_page(httplib::Response& response, std::string document) {
  response.headers.erase("Content-Type");
  response.headers.emplace("Content-Type", "text/html; charset=utf-8");
  response.headers.emplace("Content-Security-Policy", kPagePolicy);
  response.body = std::move(document);
}

void send_asset(Call& call, const char* type, std::string_view body) {
  call.response.headers.emplace("Content-Type", type);
  call.response.headers.emplace("Cache-Control", "public, max-age=3600");
  call.response.body = body;
}

void complete(SearchRequest& request) {
  request.limit = kPageHits;
  request.facets = {FacetField::kSection, FacetField::kSource,   FacetField::kPlace,
                    FacetField::kAuthor,  FacetField::kDateline, FacetField::kTag};
  request.facet_limit = kFacetValues;
  request.histogram = true;
  request.interval = Interval::kYear;
  request.highlight = HighlightForm::kHtml;
  request.fragment_size = kFragmentSize;
}

void send_results(Call& call, ParameterReader& reader, const ArchiveStats* stats) {
  SearchRequest request = read_search_request(reader, {call.zone, call.today});
  complete(request);
  std::vector<PageNotice> notices;
  for (const ParameterError& error : reader.errors()) {
    notices.push_back({error.parameter + " : " + error.detail, error.candidates});
  }
  Result<SearchAnswer> answer = call.archive.search(request);
  if (!answer.ok()) {  // a cursor of another time: from the start
    request.cursor.clear();
    answer = call.archive.search(request);
  }
  if (!answer.ok()) return send_error(call.response, answer.error(), request.selection.q);
  send_page(call.response, results_page({.query = reader.normalised(),
                                         .answer = *answer,
                                         .zone = call.zone,
                                         .offset = request.offset,
                                         .limit = request.limit,
                                         .notices = std::move(notices),
                                         .stats = stats}));
}

}  // namespace

void answer_home_page(Call& call) {
  ParameterReader reader({}, Endpoint::kSearch, Strictness::kLenient);
  if (answer_unchanged(call, {})) return;
  const ArchiveStats stats = call.archive.stats();
  send_results(call, reader, &stats);
}

void answer_search_page(Call& call) {
  ParameterReader reader(query_of(call.request), Endpoint::kSearch, Strictness::kLenient);
  if (answer_unchanged(call, reader.normalised())) return;
  call.response.headers.emplace("X-Robots-Tag", "noindex");
  send_results(call, reader, nullptr);
}

void answer_article_page(Call& call) {
  ParameterReader reader(query_of(call.request), Endpoint::kArticle, Strictness::kLenient);
  std::optional<Selection> query;
  Selection selection = read_highlight_selection(reader);
  if (!selection.q.empty()) query = std::move(selection);
  const http::QueryList pairs = reader.normalised();
  if (answer_unchanged(call, pairs)) return;
  const std::optional<ArticleAnswer> answer = call.archive.article(call.captured, query);
  if (!answer) return send_problem(call.response, "unknown-article", "Article inconnu.");
  send_page(call.response, article_page(*answer, pairs, call.zone));
}

void answer_style(Call& call) { send_asset(call, "text/css; charset=utf-8", kStyleSheet); }
void answer_icon(Call& call) { send_asset(call, "image/svg+xml", kIcon); }

void answer_robots(Call& call) {
  send_asset(call, "text/plain; charset=utf-8",
             "User-agent: *\nDisallow: /search\nDisallow: /v1/\n");
}

void make_error_page(httplib::Response& response) {
  send_page(response, error_page(response.status));
}

}  // namespace gazette::server
