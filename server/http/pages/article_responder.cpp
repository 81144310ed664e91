// The page of one article, and the way from it to its neighbours in the search that led there.
#include <algorithm>
#include <optional>
#include <utility>

#include "server/http/conditional.h"
#include "server/http/pages/pages.h"
#include "server/http/pages/send_page.h"
#include "server/http/params/requests.h"
#include "server/http/problem.h"
#include "server/http/responders.h"
#include "server/web/article_page.h"

namespace gazette::server {
namespace {

constexpr std::size_t kMaxCopies = 20;   // a list that is still read
constexpr std::size_t kSimilar = 6;     // beside an article: an offer, not a search
constexpr std::size_t kMaxRank = 9'999;  // as far as an offset goes

/// Fills the neighbours when the article is still the hit of its rank.
void find_neighbours(Call& call, SearchRequest request, ArticlePage& page) {
  const std::size_t rank = *page.rank;
  request.cursor.clear();
  request.offset = rank > 0 ? rank - 1 : 0;
  request.limit = 3;
  request.facets.clear();
  request.histogram = false;
  request.highlight = HighlightForm::kNone;
  const Result<SearchAnswer> answer = call.archive.search(request);
  if (!answer.ok()) return;
  const std::size_t here = rank - request.offset;
  const auto& hits = answer->hits;
  if (here >= hits.size() || hits[here].article.id != call.captured) return;
  const auto neighbour = [&](std::size_t at) {
    const Article& article = hits[at].article;
    return Neighbour{.id = article.id, .title = article.title, .rank = request.offset + at};
  };
  if (here > 0) page.previous = neighbour(here - 1);
  if (here + 1 < hits.size()) page.next = neighbour(here + 1);
}

/// What else tells the same, word for word or in others.
void find_related(Call& call, ArticlePage& page) {
  page.copies = call.archive.copies(call.captured, kMaxCopies);
  const Result<std::optional<SimilarAnswer>> similar =
      call.archive.similar(call.captured, {.selection = {}, .limit = kSimilar});
  if (!similar.ok() || !*similar) return;
  for (const Hit& hit : (*similar)->hits) {
    if (!hit.near_copy) page.similar.push_back(hit.article);
  }
}

}  // namespace

void answer_article_page(Call& call) {
  const http::QueryList given = query_of(call.request);
  ParameterReader reader(given, Endpoint::kSearch, Strictness::kLenient);
  SearchRequest request = read_search_request(reader, {call.zone, call.today});
  fold_stories(reader, request.selection);
  http::QueryList key = selection_pairs(reader);
  const http::QueryList pairs = key;
  const std::optional<std::size_t> rank = page_number(given, "rank", kMaxRank);
  if (rank) key.emplace_back("rank", std::to_string(*rank));
  if (answer_unchanged(call, key)) return;
  std::optional<Selection> marks;
  if (!request.selection.q.empty()) marks = request.selection;
  const std::optional<ArticleAnswer> answer = call.archive.article(call.captured, marks);
  if (!answer) return send_problem(call.response, "unknown-article", "Article inconnu.");
  ArticlePage page{.answer = *answer, .query = pairs, .zone = call.zone};
  page.today = call.today;
  page.rank = rank;
  find_related(call, page);
  if (rank && !pairs.empty()) find_neighbours(call, request, page);
  send_page(call.response, article_page(page));
}

}  // namespace gazette::server
