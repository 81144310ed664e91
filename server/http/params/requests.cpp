// Parameters -> what is asked of the archive.
#include "server/http/params/requests.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "server/http/params/date_parameter.h"
#include "server/http/params/place_parameter.h"

namespace gazette::server {
namespace {

struct FilterParameter {
  std::string_view name;
  FacetField field;
};

constexpr std::array kFilters = std::to_array<FilterParameter>({
    {"place", FacetField::kPlace},
    {"dateline", FacetField::kDateline},
    {"section", FacetField::kSection},
    {"source", FacetField::kSource},
    {"author", FacetField::kAuthor},
    {"tag", FacetField::kTag},
    {"lang", FacetField::kLanguage},
});

/// In the order of the table's choices for `facets`; the last, "date", is the histogram.
constexpr std::array kFacetChoices{
    FacetField::kPlace,  FacetField::kDateline, FacetField::kSection, FacetField::kSource,
    FacetField::kAuthor, FacetField::kTag,      FacetField::kLanguage};

/// "-Sport" excludes Sport; "\-18" is the value -18 itself.
std::pair<bool, std::string_view> parted(std::string_view value) {
  if (value.starts_with("\\-")) return {false, value.substr(1)};
  if (value.starts_with('-')) return {true, value.substr(1)};
  return {false, value};
}

std::optional<std::string> place_id(ParameterReader& reader, std::string_view name,
                                    std::string_view value) {
  auto resolved = resolve_place(value);
  if (auto* id = std::get_if<std::string>(&resolved)) return std::move(*id);
  auto& unresolved = std::get<UnresolvedPlace>(resolved);
  reader.fail({.parameter = std::string(name),
               .detail = std::move(unresolved.detail),
               .example = std::string(name) + "=Paris",
               .candidates = std::move(unresolved.candidates)});
  return std::nullopt;
}

std::vector<std::string> copies(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

void read_filters(ParameterReader& reader, Selection& selection) {
  for (const auto& [name, field] : kFilters) {
    FieldFilter filter;
    filter.field = field;
    const bool place = field == FacetField::kPlace || field == FacetField::kDateline;
    for (const std::string& given : copies(reader.all(name))) {
      const auto [exclude, value] = parted(given);
      if (value.empty()) {
        reader.fail(name, "« - » : il manque la valeur à exclure.");
        continue;
      }
      std::optional<std::string> wanted =
          place ? place_id(reader, name, value) : std::optional<std::string>(value);
      if (!wanted) continue;
      if (place) reader.replace(name, given, (exclude ? "-" : "") + *wanted);
      (exclude ? filter.exclude : filter.include).push_back(std::move(*wanted));
    }
    if (!filter.include.empty() || !filter.exclude.empty()) {
      selection.filters.push_back(std::move(filter));
    }
  }
}

std::optional<DayRange> read_days(ParameterReader& reader, std::string_view name,
                                  const ReadingContext& context) {
  const std::string_view value = reader.text(name);
  if (value.empty()) return std::nullopt;
  auto range = parse_date_parameter(value, context.today, context.zone);
  if (!range) {
    reader.fail(name,
                "Date illisible ou impossible ; attendu 2023, 2023-09, 2023-09-22, 22/09/2023, "
                "-7d, -3m, -1y ou today.");
  }
  return range;
}

void read_period(ParameterReader& reader, const ReadingContext& context, Selection& selection) {
  if (const auto range = read_days(reader, "from", context)) selection.from = range->from;
  if (const auto range = read_days(reader, "to", context)) selection.to = range->to;
  if (selection.from && selection.to && *selection.from > *selection.to) {
    reader.fail("to", "La période finit (" + to_string(to_date(*selection.to)) +
                          ") avant de commencer (" + to_string(to_date(*selection.from)) + ").");
  }
}

void read_facets(ParameterReader& reader, SearchRequest& request) {
  for (const std::size_t index : reader.list("facets")) {
    if (index < kFacetChoices.size()) {
      request.facets.push_back(kFacetChoices.at(index));
    } else {
      request.histogram = true;
    }
  }
}

}  // namespace

Selection read_highlight_selection(ParameterReader& reader) {
  Selection selection;
  selection.q = reader.text("q");
  selection.op = static_cast<JoinWords>(reader.choice("op", 0));
  selection.match = static_cast<MatchForm>(reader.choice("match", 2));
  selection.dates_in_words = reader.choice("dates", 0) == 0;
  return selection;
}

Selection read_selection(ParameterReader& reader, const ReadingContext& context) {
  Selection selection = read_highlight_selection(reader);
  read_period(reader, context, selection);
  read_filters(reader, selection);
  constexpr std::size_t kAbsent = 3;
  const std::size_t sort = reader.choice("sort", kAbsent);
  selection.sort = sort == kAbsent ? Sort::kDefault : static_cast<Sort>(sort + 1);
  selection.collapse = static_cast<Collapse>(reader.choice("collapse", 0));
  return selection;
}

PlaceScope read_place_scope(ParameterReader& reader, FacetField field) {
  PlaceScope scope;
  const bool place = field == FacetField::kPlace;
  if (!place && field != FacetField::kDateline) return scope;
  scope.level = static_cast<PlaceLevel>(reader.choice(place ? "place_level" : "dateline_level", 0));
  const std::string_view name = place ? "place_parent" : "dateline_parent";
  const std::string given(reader.text(name));
  if (given.empty()) return scope;
  if (auto id = place_id(reader, name, given)) {
    reader.replace(name, given, *id);
    scope.parent = std::move(*id);
  }
  return scope;
}

SearchRequest read_page_request(ParameterReader& reader, const ReadingContext& context) {
  SearchRequest request;
  request.selection = read_selection(reader, context);
  request.limit = reader.number("limit");
  request.offset = reader.number("offset");
  request.cursor = reader.text("cursor");
  if (!request.cursor.empty() && request.offset > 0) {
    reader.fail("offset", "« offset » et « cursor » ne vont pas ensemble.");
  }
  return request;
}

SearchRequest read_search_request(ParameterReader& reader, const ReadingContext& context) {
  SearchRequest request = read_page_request(reader, context);
  read_facets(reader, request);
  request.facet_limit = reader.number("facet_limit");
  request.place_scope = read_place_scope(reader, FacetField::kPlace);
  request.dateline_scope = read_place_scope(reader, FacetField::kDateline);
  request.interval = static_cast<Interval>(reader.choice("interval", 0));
  request.highlight = read_highlight_form(reader);
  request.fragments = reader.number("fragments");
  request.fragment_size = reader.number("fragment_size");
  request.explain = reader.flag("explain");
  request.strict = reader.flag("strict");
  return request;
}

SuggestRequest read_suggest_request(ParameterReader& reader) {
  SuggestRequest request;
  if (!reader.has("q")) reader.fail("q", "Il manque « q » : ce qui est tapé jusqu’ici.");
  request.q = reader.text("q");
  request.limit = reader.number("limit");
  const std::vector<std::size_t> types = reader.list("types");
  if (types.empty()) return request;
  const auto wanted = [&](SuggestionType type) {
    return std::find(types.begin(), types.end(), static_cast<std::size_t>(type)) != types.end();
  };
  request.terms = wanted(SuggestionType::kTerm);
  request.places = wanted(SuggestionType::kPlace);
  request.articles = wanted(SuggestionType::kArticle);
  return request;
}

HighlightForm read_highlight_form(ParameterReader& reader) {
  return static_cast<HighlightForm>(reader.choice("highlight", 0));
}

HitFields read_fields(ParameterReader& reader, const HitFields& preset) {
  HitFields fields;
  for (const std::size_t index : reader.list("fields")) {
    fields.push_back(static_cast<HitField>(index));
  }
  return fields.empty() ? preset : fields;
}

ExportForm read_export_form(ParameterReader& reader, ExportFormat accepted) {
  ExportForm form;
  form.format =
      static_cast<ExportFormat>(reader.choice("format", static_cast<std::size_t>(accepted)));
  form.dialect = read_csv_dialect(reader);
  form.hit.highlight = HighlightForm::kNone;
  const bool csv = form.format == ExportFormat::kCsv;
  if (!csv && form.format != ExportFormat::kNdjson && reader.has("fields")) {
    reader.fail("fields", "« fields » va avec ndjson et csv : une citation a ses propres clés.");
  }
  form.hit.fields = read_fields(reader, csv ? kDefaultCsvFields : kDefaultHitFields);
  return form;
}

CsvDialect read_csv_dialect(ParameterReader& reader) {
  return static_cast<CsvDialect>(reader.choice("csv_dialect", 0));
}

}  // namespace gazette::server
