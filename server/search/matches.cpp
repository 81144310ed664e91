// Runs the query and the filters of a selection.
#include "server/search/matches.h"

#include <chrono>
#include <utility>

#include "common/index/stem_lexicon.h"
#include "server/query/query.h"
#include "server/search/index_terms.h"
#include "server/search/place_readings.h"
#include "server/search/value_filter.h"

namespace gazette::server {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

Sort sort_of(Sort asked, bool has_words) {
  // Without words there is nothing to rank by.
  if (asked == Sort::kDefault || asked == Sort::kRelevance) {
    return has_words ? Sort::kRelevance : Sort::kNewest;
  }
  return asked;
}

}  // namespace

CivilDay today_in(const TimeZone& zone) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const std::int64_t seconds = std::chrono::duration_cast<std::chrono::seconds>(now).count();
  return static_cast<CivilDay>((seconds + zone.offset_at(seconds)) / kSecondsPerDay);
}

Result<ResolvedQuery> resolve(const View& view, const Selection& selection, const TimeZone& zone,
                              bool strict) {
  // Where no article has a date, a filter by date would only hide them all.
  const bool dated = view.columns().size == 0 || view.columns().dated > 0;
  const QueryInput input{.q = selection.q,
                         .op = selection.op,
                         .match = selection.match,
                         .dates_in_words = selection.dates_in_words && dated,
                         .strict = strict,
                         .today = today_in(zone)};
  Result<ResolvedQuery> query =
      resolve_query(input, view.analyzer, DatabaseStemLexicon(view.db), IndexTerms(view.db));
  if (!query.ok()) return query;
  ResolvedQuery resolved = std::move(query).value();
  read_places(view.columns().dictionary(FacetField::kPlace), view.analyzer, resolved);
  return resolved;
}

DocSet Matches::filtered(DocSet set) const {
  set &= by_days;
  for (const std::optional<DocSet>& field : by_field) {
    if (field) set &= *field;
  }
  return set;
}

DocSet Matches::all_but(FacetField field) const {
  DocSet set = by_query & by_days;
  for (std::size_t i = 0; i < by_field.size(); ++i) {
    if (by_field[i] && i != static_cast<std::size_t>(field)) set &= *by_field[i];
  }
  return set;
}

Result<Matches> find_matches(const View& view, const Selection& selection, const TimeZone& zone,
                             bool strict) {
  Result<ResolvedQuery> query = resolve(view, selection, zone, strict);
  if (!query.ok()) return query.error();
  Matches matches;
  matches.query = std::move(query).value();
  matches.collapse = selection.collapse;
  matches.sort = sort_of(selection.sort, matches.query.has_words);
  Matcher matcher(view);
  matches.by_query = matcher.match(matches.query.root);
  matches.cut = matcher.cut();
  if (matches.cut) {
    matches.query.warnings.push_back(
        {.code = "positions-cut",
         .detail = "Trop d'articles ont ces mots pour vérifier dans tous où ils se suivent : "
                   "seuls les plus récents ont été examinés."});
  }
  // A range open at both ends keeps the undated too.
  matches.by_days = selection.from || selection.to
                        ? of_days(view.columns(), selection.from, selection.to)
                        : range_set(0, view.columns().size);
  for (const FieldFilter& filter : selection.filters) {
    if (filter.include.empty() && filter.exclude.empty()) continue;
    std::optional<DocSet>& field = matches.by_field[static_cast<std::size_t>(filter.field)];
    DocSet set = passing(view, filter);
    field = field ? *field & set : std::move(set);
  }
  return matches;
}

}  // namespace gazette::server
