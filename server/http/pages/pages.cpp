// The front page, the results, the values of a facet, help.
#include "server/http/pages/pages.h"

#include <optional>
#include <utility>

#include "common/utf8.h"
#include "server/http/conditional.h"
#include "server/http/pages/send_page.h"
#include "server/http/pages/ways_out.h"
#include "server/http/params/requests.h"
#include "server/http/problem.h"
#include "server/http/responders.h"
#include "server/render/answer_json.h"
#include "server/web/facet_page.h"
#include "server/web/help_page.h"
#include "server/web/home_page.h"
#include "server/web/layout.h"
#include "server/web/links.h"
#include "server/web/results_page.h"
#include "server/web/search_form.h"

namespace gazette::server {
namespace {

constexpr std::size_t kPageHits = 20;
constexpr std::size_t kHomeHits = 9;
constexpr std::size_t kFacetValues = 40;      // points of the map; the lists show the first of them
constexpr std::size_t kAllFacetValues = 500;  // of a page that shows nothing else
constexpr std::size_t kFragmentSize = 200;    // characters: two lines of a card
constexpr std::size_t kMaxOffset = 10'000;    // as the API
constexpr std::size_t kMaxPage = 100'000'000;

void complete(SearchRequest& request) {
  request.limit = kPageHits;
  request.facets = {FacetField::kSection, FacetField::kPlace, FacetField::kSource,
                    FacetField::kAuthor,  FacetField::kTag,   FacetField::kDateline};
  request.facet_limit = kFacetValues;
  request.histogram = true;
  request.interval = Interval::kAuto;
  request.highlight = HighlightForm::kHtml;
  request.fragment_size = kFragmentSize;
}

/// A cursor of another revision: the page that it stood for, counted from the start.
Result<SearchAnswer> search_from_rank(Call& call, SearchRequest& request, std::size_t& first) {
  request.cursor.clear();
  if (first > kMaxOffset) first = 0;
  request.offset = first;
  return call.archive.search(request);
}

}  // namespace

void answer_home_page(Call& call) {
  if (answer_unchanged(call, {})) return;
  SearchRequest request;
  complete(request);
  request.limit = kHomeHits;
  request.fragments = 1;
  request.facets = {FacetField::kSection, FacetField::kPlace, FacetField::kSource,
                    FacetField::kTag};
  request.selection.sort = Sort::kNewest;
  request.selection.collapse = Collapse::kStory;
  const ArchiveStats stats = call.archive.stats();
  const Result<SearchAnswer> latest = call.archive.search(request);
  if (!latest.ok()) return send_error(call.response, latest.error(), {});
  send_page(call.response,
            home_page({.latest = *latest, .stats = stats, .zone = call.zone, .today = call.today}));
}

void answer_search_page(Call& call) {
  const http::QueryList given = query_of(call.request);
  ParameterReader reader(given, Endpoint::kSearch, Strictness::kLenient);
  SearchRequest request = read_search_request(reader, {call.zone, call.today});
  fold_stories(reader, request.selection);
  complete(request);
  std::size_t first = request.offset;
  http::QueryList key = reader.normalised();
  if (const auto page = page_number(given, "page", kMaxPage); page && *page > 0) {
    if (!request.cursor.empty()) first = (*page - 1) * kPageHits;
    key.emplace_back("page", std::to_string(*page));
  }
  if (answer_unchanged(call, key)) return;
  call.response.headers.emplace("X-Robots-Tag", "noindex");
  Result<SearchAnswer> answer = call.archive.search(request);
  if (!answer.ok()) answer = search_from_rank(call, request, first);
  if (!answer.ok()) return send_error(call.response, answer.error(), request.selection.q);
  const http::QueryList pairs = selection_pairs(reader);
  send_page(call.response, results_page({.query = pairs,
                                         .answer = *answer,
                                         .zone = call.zone,
                                         .today = call.today,
                                         .from = request.selection.from,
                                         .to = request.selection.to,
                                         .first = first,
                                         .limit = kPageHits,
                                         .notices = notices_of(reader),
                                         .ways = ways_out(call, pairs, *answer)}));
}

void answer_advanced(Call& call) {
  call.response.status = 303;
  call.response.headers.emplace("Location", search_link(compose_search(query_of(call.request))));
  call.response.headers.emplace("X-Robots-Tag", "noindex");
}

void answer_facet_page(Call& call) {
  const std::optional<FacetField> field = facet_named(call.captured);
  if (!field) return send_problem(call.response, "unknown-facet", "Facette inconnue.");
  ParameterReader reader(query_of(call.request), Endpoint::kFacet, Strictness::kLenient);
  Selection selection = read_selection(reader, {call.zone, call.today});
  fold_stories(reader, selection);
  if (answer_unchanged(call, reader.normalised())) return;
  call.response.headers.emplace("X-Robots-Tag", "noindex");
  const std::string_view contains = reader.text("contains");
  const Result<Facet> facet = call.archive.facet(
      *field, selection, {.contains = std::string(contains), .limit = kAllFacetValues});
  if (!facet.ok()) return send_error(call.response, facet.error(), selection.q);
  send_page(call.response,
            facet_page({.query = selection_pairs(reader), .facet = *facet, .contains = contains}));
}

void answer_help_page(Call& call) {
  call.response.headers.emplace("Cache-Control", "no-cache");
  send_page(call.response, help_page());
}

void make_error_page(httplib::Response& response) {
  send_page(response, error_page(response.status));
}

}  // namespace gazette::server
