// The page of results, and the front page.
#include "server/web/results_page.h"

#include <algorithm>
#include <array>

#include "server/web/html.h"
#include "server/web/layout.h"
#include "server/web/links.h"

namespace gazette::server {
namespace {

constexpr std::size_t kMaxOffset = 10'000;  // as the API

std::string_view query_text(const ResultsPage& model) {
  for (const auto& [key, value] : model.query) {
    if (key == "q") return value;
  }
  return {};
}

std::string heading(const ResultsPage& model) {
  const std::uint64_t total = model.answer.total;
  if (model.stats != nullptr) {
    std::string out = "<div class=\"lead\"><h2>À la une de l’archive</h2><p>" +
                      counted(model.stats->articles, "article", "articles");
    if (model.stats->first_day && model.stats->last_day) {
      out += ", du " + french_date(*model.stats->first_day) + " au " +
             french_date(*model.stats->last_day);
    }
    return out + "</p></div>";
  }
  const std::string_view q = query_text(model);
  std::string out = "<div class=\"lead\"><h1>";
  if (total == 0) {
    out += "Aucun résultat";
    if (!q.empty()) out += " pour «\u00A0" + html(q) + "\u00A0»";
  } else {
    out += counted(total, "résultat", "résultats");
    if (!q.empty()) out += " pour «\u00A0" + html(q) + "\u00A0»";
  }
  return out + "</h1>" + "</div>";
}

/// What was understood, and what was mended.
std::string reading(const ResultsPage& model) {
  std::string out;
  const ResolvedQuery& query = model.answer.query;
  if (!query.interpreted.empty() && query.interpreted != query.text) {
    out += "<p class=\"reading\">Compris comme : <span>" + html(query.interpreted) + "</span></p>";
  }
  for (const QueryWarning& warning : query.warnings) {
    out += "<p class=\"notice\">" + html(warning.detail) + "</p>";
  }
  for (const PageNotice& notice : model.notices) {
    out += "<p class=\"notice\">" + html(notice.detail);
    if (!notice.candidates.empty()) out += " Par exemple :";
    for (const std::string& candidate : notice.candidates) out += " " + html(candidate) + ";";
    if (!notice.candidates.empty()) out.back() = '.';
    out += "</p>";
  }
  return out;
}

std::string sort_switch(const ResultsPage& model) {
  struct Choice {
    std::string_view value, label;
    Sort sort;
  };
  static constexpr std::array kChoices = std::to_array<Choice>({
      {"relevance", "Pertinence", Sort::kRelevance},
      {"newest", "Plus récents", Sort::kNewest},
      {"oldest", "Plus anciens", Sort::kOldest},
  });
  if (model.answer.total < 2 || model.stats != nullptr) return {};
  std::string out = "<nav class=\"sorts\" aria-label=\"Trier\"><ul>";
  for (const Choice& choice : kChoices) {
    if (choice.sort == Sort::kRelevance && !model.answer.query.has_words) continue;
    const bool current = model.answer.sort == choice.sort;
    out += "<li><a href=\"" + search_link(replaced(model.query, "sort", choice.value)) + "\"" +
           (current ? " aria-current=\"true\"" : "") + ">" + std::string(choice.label) +
           "</a></li>";
  }
  return out + "</ul></nav>";
}

/// What to try when nothing was found: each way out says how many articles it would find.
std::string ways_out(const ResultsPage& model) {
  const SearchAnswer& answer = model.answer;
  if (answer.total > 0) return {};
  std::string items;
  if (answer.did_you_mean) {
    items += "<li>Vouliez-vous dire <a href=\"" +
             search_link(replaced(model.query, "q", *answer.did_you_mean)) + "\">" +
             html(*answer.did_you_mean) + "</a>\u202F?</li>";
  }
  if (answer.relaxed_total && *answer.relaxed_total > 0) {
    items += "<li><a href=\"" + search_link(replaced(model.query, "op", "or")) +
             "\">Chercher l’un de ces mots</a> (" +
             counted(*answer.relaxed_total, "résultat", "résultats") + ")</li>";
  }
  for (const WordReport& word : answer.words) {
    items += "<li>«\u00A0" + html(word.text) +
             "\u00A0» seul : " + counted(word.alone, "article", "articles") +
             " ; sans lui : " + counted(word.without, "article", "articles") + "</li>";
  }
  const bool filtered = std::any_of(model.query.begin(), model.query.end(), [](const auto& pair) {
    return pair.first != "q" && pair.first != "sort";
  });
  if (filtered) {
    items += "<li><a href=\"" + search_link({{"q", std::string(query_text(model))}}) +
             "\">Retirer tous les filtres</a></li>";
  }
  items += "<li>Vérifiez l’orthographe, ou essayez des mots plus généraux.</li>";
  return "<ul class=\"ways\">" + items + "</ul>";
}

std::string paging(const ResultsPage& model) {
  const bool first = model.offset == 0;
  const std::size_t next = model.offset + model.limit;
  const bool more = next < model.answer.total;
  if (first && !more) return {};
  std::string out = "<nav class=\"paging\" aria-label=\"Pages\">";
  http::QueryList query = without(model.query, "offset");
  if (!first) {
    const std::size_t before = model.offset > model.limit ? model.offset - model.limit : 0;
    http::QueryList back = query;
    if (before > 0) back.emplace_back("offset", std::to_string(before));
    out += "<a rel=\"prev\" href=\"" + search_link(back) + "\">← Page précédente</a>";
  }
  out += "<span>" + french_number(model.offset + 1) + " à " +
         french_number(std::min<std::uint64_t>(next, model.answer.total)) + " sur " +
         french_number(model.answer.total) + "</span>";
  if (more && next <= kMaxOffset) {
    query.emplace_back("offset", std::to_string(next));
    out += "<a rel=\"next\" href=\"" + search_link(query) + "\">Page suivante →</a>";
  }
  return out + "</nav>";
}

}  // namespace

std::string results_page(const ResultsPage& model) {
  const bool home = model.stats != nullptr;
  const std::string_view q = query_text(model);
  Layout layout;
  layout.title = home        ? "Gazette, les archives de la presse"
                 : q.empty() ? "Archives · Gazette"
                             : std::string(q) + " · Gazette";
  layout.query = model.query;
  layout.home = home;
  std::string main = heading(model) + reading(model) + results_chips(model);
  main += "<div class=\"columns\"><section class=\"hits\" aria-label=\"Articles\">" +
          sort_switch(model) + ways_out(model) + results_cards(model) + paging(model) +
          "</section>" + results_facets(model) + "</div>";
  return page(layout, main);
}

}  // namespace gazette::server
