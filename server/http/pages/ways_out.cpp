// What else to search for when nothing was found.
#include "server/http/pages/ways_out.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "server/http/pages/send_page.h"
#include "server/http/params/requests.h"
#include "server/web/filters.h"
#include "server/web/french.h"
#include "server/web/links.h"

namespace gazette::server {
namespace {

constexpr std::size_t kMaxCounted = 8;  // searches made for one page that found nothing

/// The searches that are tried, in the order in which they help.
class Ways {
 public:
  Ways(Call& call, const http::QueryList& query) : call_(call), query_(query) {}

  void add(std::string label, http::QueryList query, std::size_t count) {
    if (count > 0) ways_.push_back({std::move(label), std::move(query), count});
  }

  /// Counts what `query` finds, while there is patience left.
  void try_out(std::string label, http::QueryList query) {
    if (tried_++ >= kMaxCounted) return;
    ParameterReader reader(query, Endpoint::kSearch, Strictness::kLenient);
    SearchRequest request = read_search_request(reader, {call_.zone, call_.today});
    fold_stories(reader, request.selection);
    request.limit = 0;
    request.facets.clear();
    request.highlight = HighlightForm::kNone;
    const Result<SearchAnswer> answer = call_.archive.search(request);
    if (answer.ok()) add(std::move(label), std::move(query), answer->total);
  }

  void try_without_filters() {
    std::size_t filters = 0;
    const bool period = !value_of(query_, "from").empty() || !value_of(query_, "to").empty();
    if (period) {
      ++filters;
      try_out("Chercher à toutes les dates", without(without(query_, "from"), "to"));
    }
    for (const auto& [key, value] : query_) {
      if (filter_title(key).empty()) continue;
      ++filters;
      const FilterText shown = filter_text(key, value);
      std::string label = "Retirer le filtre " + std::string(filter_title(key));
      if (!shown.value.empty()) label += " : " + shown.value;
      try_out(std::move(label), without(query_, key, value));
    }
    const std::string q(value_of(query_, "q"));
    if (filters > 1 && !q.empty()) try_out("Retirer tous les filtres", {{"q", q}});
  }

  [[nodiscard]] bool empty() const { return ways_.empty(); }
  std::vector<WayOut> take() { return std::move(ways_); }

 private:
  Call& call_;
  const http::QueryList& query_;
  std::vector<WayOut> ways_;
  std::size_t tried_ = 0;
};

/// `q` without the word, when it is plain words of which this is one; else "".
std::string without_word(std::string_view q, std::string_view word) {
  if (word.empty() || q.find_first_of("\"()*~=:+-") != std::string_view::npos ||
      q.find("«") != std::string_view::npos || q.find("“") != std::string_view::npos) {
    return {};
  }
  std::string kept;
  bool found = false;
  while (!q.empty()) {
    const std::size_t end = std::min(q.find(' '), q.size());
    const std::string_view token = q.substr(0, end);
    q.remove_prefix(std::min(end + 1, q.size()));
    const bool is_operator = token == "OU" || token == "OR" || token == "SAUF" || token == "NOT" ||
                             token.find('/') != std::string_view::npos;
    if (is_operator) return {};
    if (token == word && !found) {
      found = true;
    } else if (!token.empty()) {
      kept += (kept.empty() ? "" : " ") + std::string(token);
    }
  }
  return found ? kept : std::string();
}

}  // namespace

std::vector<WayOut> ways_out(Call& call, const http::QueryList& query, const SearchAnswer& answer) {
  if (answer.total > 0) return {};
  Ways ways(call, query);
  if (answer.did_you_mean) {
    ways.try_out("Essayez avec : " + *answer.did_you_mean,
                 replaced(query, "q", *answer.did_you_mean));
  }
  ways.try_without_filters();
  for (const WordReport& word : answer.words) {
    std::string rest = without_word(value_of(query, "q"), word.text);
    if (rest.empty()) continue;
    ways.add("Chercher sans " + in_guillemets(word.text), replaced(query, "q", rest), word.without);
  }
  if (answer.relaxed_total) {
    ways.add("Chercher l’un de ces mots", replaced(query, "op", "or"), *answer.relaxed_total);
  }
  const std::string q(value_of(query, "q"));
  if (ways.empty() && !answer.words.empty()) {
    ways.try_out("Chercher l’un de ces mots, sans filtre", {{"q", q}, {"op", "or"}});
  }
  return ways.take();
}

}  // namespace gazette::server
