// From page to page: forward by cursor, at any depth; back by rank.
#include <algorithm>
#include <string>

#include "server/web/french.h"
#include "server/web/links.h"
#include "server/web/results_page.h"

namespace gazette::server {
namespace {

constexpr std::size_t kMaxOffset = 10'000;  // as the API: further back, only the browser knows

Html previous_link(const ResultsPage& model) {
  const std::size_t rank = model.first > model.limit ? model.first - model.limit : 0;
  if (model.first == 0 || rank > kMaxOffset) return {};
  http::QueryList query = model.query;
  if (rank > 0) query.emplace_back("offset", std::to_string(rank));
  return element("a", {{"rel", "prev"}, {"href", search_link(query)}},
                 "<span aria-hidden=\"true\">← </span>Page précédente"_html);
}

Html next_link(const ResultsPage& model) {
  if (model.answer.cursor.empty()) return {};
  http::QueryList query = model.query;
  query.emplace_back("cursor", model.answer.cursor);
  query.emplace_back("page", std::to_string(model.first / model.limit + 2));
  return element("a", {{"rel", "next"}, {"href", search_link(query)}},
                 "Page suivante<span aria-hidden=\"true\"> →</span>"_html);
}

}  // namespace

Html results_paging(const ResultsPage& model) {
  const std::size_t shown = model.answer.hits.size();
  if (model.first == 0 && model.answer.cursor.empty()) return {};
  std::string where = french_number(model.answer.total);
  if (shown > 0) {
    where = french_number(model.first + 1) + " à " + french_number(model.first + shown) + " sur " +
            where;
  }
  return element("nav", {{"class", "paging"}, {"aria-label", "Pages"}},
                 previous_link(model) + element("span", text(where)) + next_link(model));
}

}  // namespace gazette::server
