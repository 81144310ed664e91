// GET /v1/articles/{id}: the whole article, with marks when there is a query.
#include <optional>

#include "server/http/accept.h"
#include "server/http/conditional.h"
#include "server/http/params/requests.h"
#include "server/http/problem.h"
#include "server/http/responders.h"
#include "server/render/answer_json.h"

namespace gazette::server {

void answer_article(Call& call) {
  ParameterReader reader(query_of(call.request), Endpoint::kArticle, Strictness::kStrict);
  std::optional<Selection> query;
  Selection selection = read_highlight_selection(reader);
  if (!selection.q.empty()) query = std::move(selection);
  const HighlightForm highlight = read_highlight_form(reader);
  reader.choice("format", 0);
  if (!reader.errors().empty()) return send_parameter_errors(call.response, reader.errors());
  if (accept_quality(call.request, "application/json") <= 0) {
    return send_problem(call.response, "not-acceptable", "Ici : application/json.");
  }
  if (answer_unchanged(call, reader.normalised())) return;
  const std::optional<ArticleAnswer> answer = call.archive.article(call.captured, query);
  if (!answer) {
    return send_problem(call.response, "unknown-article",
                        "Aucun article n’a l’identifiant « " + call.captured + " ».");
  }
  call.response.headers.emplace("Content-Type", "application/json");
  call.response.body = article_json(*answer, highlight);
}

}  // namespace gazette::server
