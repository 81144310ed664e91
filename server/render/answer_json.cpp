// The archive's answers as JSON documents.
#include "server/render/answer_json.h"

#include <array>
#include <cmath>
#include <limits>

namespace gazette::server {
namespace {

std::string day_text(CivilDay day) { return to_string(to_date(day)); }

void write_day(std::string_view name, std::optional<CivilDay> day, JsonWriter& json) {
  json.string_or_null(name, day ? day_text(*day) : std::string());
}

/// An open end of a period is kept as the type's limit.
std::optional<CivilDay> bounded(CivilDay day) {
  using Limits = std::numeric_limits<CivilDay>;
  if (day == Limits::min() || day == Limits::max()) return std::nullopt;
  return day;
}

/// How each `lieu:` was understood.
void write_place_readings(const std::vector<PlaceReading>& places, JsonWriter& json) {
  json.key("places");
  json.begin_array();
  for (const PlaceReading& place : places) {
    json.begin_object();
    json.string("text", place.text);
    json.string("id", place.id);
    json.string("name", place.name);
    json.string_or_null("within", place.within);
    json.end_object();
  }
  json.end_array();
}

void write_query(const ResolvedQuery& query, JsonWriter& json) {
  json.key("query");
  json.begin_object();
  json.string("text", query.text);
  json.string("interpreted", query.interpreted);
  write_warnings(query.warnings, json);
  if (!query.places.empty()) write_place_readings(query.places, json);
  json.key("date");
  if (!query.date) {
    json.null();
  } else {
    json.begin_object();
    write_day("from", bounded(query.date->from), json);
    write_day("to", bounded(query.date->to), json);
    json.string("text", query.date->text);
    json.string("without", query.date->without);
    json.number("position", std::uint64_t{query.date->position});
    json.number("length", std::uint64_t{query.date->length});
    json.end_object();
  }
  json.end_object();
}

bool hierarchical(FacetField field) {
  return field == FacetField::kPlace || field == FacetField::kDateline;
}

/// Of a place that the gazetteer knows.
void write_place_facts(const FacetValue& value, JsonWriter& json) {
  json.string_or_null("within", value.within);
  json.string("type", value.type);
  json.string_or_null("country", value.country);
  const auto degrees = [&](std::string_view name, const std::optional<double>& angle) {
    json.key(name);
    if (angle) {
      json.number(*angle);
    } else {
      json.null();
    }
  };
  degrees("lat", value.lat);
  degrees("lon", value.lon);
}

void write_facet_values(const Facet& facet, JsonWriter& json) {
  json.number("total_values", std::uint64_t{facet.total_values});
  json.key("values");
  json.begin_array();
  for (const FacetValue& value : facet.values) {
    json.begin_object();
    json.string("value", value.value);
    json.string("label", value.label);
    json.number("count", std::uint64_t{value.count});
    if (hierarchical(facet.field)) json.string_or_null("parent", value.parent);
    if (!value.type.empty()) write_place_facts(value, json);
    json.boolean("selected", value.selected);
    if (value.excluded) json.boolean("excluded", true);
    json.end_object();
  }
  json.end_array();
}

void write_facets(const std::vector<Facet>& facets, JsonWriter& json) {
  json.key("facets");
  json.begin_object();
  for (const Facet& facet : facets) {
    json.key(facet_name(facet.field));
    json.begin_object();
    write_facet_values(facet, json);
    json.end_object();
  }
  json.end_object();
}

void write_histogram(const std::optional<Histogram>& histogram, JsonWriter& json) {
  json.key("histogram");
  if (!histogram) return json.null();
  json.begin_object();
  json.string("interval", interval_name(histogram->interval));
  json.string("timezone", histogram->timezone);
  json.key("buckets");
  json.begin_array();
  for (const Bucket& bucket : histogram->buckets) {
    json.begin_object();
    json.string("from", day_text(bucket.from));
    json.string("to", day_text(bucket.to));
    json.string("label", bucket.label);
    json.number("count", std::uint64_t{bucket.count});
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_ways_out(const SearchAnswer& answer, const SearchLinks& links, JsonWriter& json) {
  json.string_or_null("did_you_mean", answer.did_you_mean.value_or(""));
  json.key("relaxed");
  if (!answer.relaxed_total) {
    json.null();
  } else {
    json.begin_object();
    json.string("op", "or");
    json.number("total", std::uint64_t{*answer.relaxed_total});
    json.string_or_null("url", links.relaxed);
    json.end_object();
  }
  if (answer.words.empty()) return;
  json.key("words");
  json.begin_array();
  for (const WordReport& word : answer.words) {
    json.begin_object();
    json.string("text", word.text);
    json.number("alone", std::uint64_t{word.alone});
    json.number("without", std::uint64_t{word.without});
    json.end_object();
  }
  json.end_array();
}

double rounded_ms(double ms) { return std::round(ms * 1000) / 1000; }

}  // namespace

std::string_view facet_name(FacetField field) {
  static constexpr std::array<std::string_view, kFacetFieldCount> kNames{
      "place", "dateline", "section", "source", "author", "tag", "lang"};
  return kNames.at(static_cast<std::size_t>(field));
}

std::optional<FacetField> facet_named(std::string_view name) {
  for (std::size_t i = 0; i < kFacetFieldCount; ++i) {
    const auto field = static_cast<FacetField>(i);
    if (facet_name(field) == name) return field;
  }
  return std::nullopt;
}

std::string_view interval_name(Interval interval) {
  static constexpr std::array<std::string_view, 5> kNames{"auto", "year", "month", "week", "day"};
  return kNames.at(static_cast<std::size_t>(interval));
}

void write_warnings(const std::vector<QueryWarning>& warnings, JsonWriter& json) {
  json.key("warnings");
  json.begin_array();
  for (const QueryWarning& warning : warnings) {
    json.begin_object();
    json.string("code", warning.code);
    json.string("detail", warning.detail);
    json.number("position", std::uint64_t{warning.position});
    json.end_object();
  }
  json.end_array();
}

std::string search_json(const SearchAnswer& answer, const HitForm& form, const SearchLinks& links) {
  constexpr std::size_t kBytesPerHit = 2048;  // a first guess for the buffer
  std::string out;
  out.reserve(1024 + answer.hits.size() * kBytesPerHit);
  JsonWriter json(out);
  json.begin_object();
  write_query(answer.query, json);
  json.number("total", std::uint64_t{answer.total});
  json.number("took_ms", rounded_ms(answer.took_ms));
  json.number("revision", std::uint64_t{answer.revision});
  json.boolean("partial", answer.partial);
  json.key("hits");
  json.begin_array();
  for (const Hit& hit : answer.hits) write_hit(hit, form, json);
  json.end_array();
  write_facets(answer.facets, json);
  write_histogram(answer.histogram, json);
  write_ways_out(answer, links, json);
  json.string_or_null("cursor", answer.cursor);
  json.string_or_null("next", links.next);
  json.end_object();
  return out;
}

std::string similar_json(const SimilarAnswer& answer, const HitForm& form) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("hits");
  json.begin_array();
  for (const Hit& hit : answer.hits) write_hit(hit, form, json);
  json.end_array();
  json.end_object();
  return out;
}

std::string facet_json(const Facet& facet) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.string("name", facet_name(facet.field));
  write_facet_values(facet, json);
  json.end_object();
  return out;
}

std::string analyze_json(const std::vector<AnalyzedToken>& tokens) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("tokens");
  json.begin_array();
  for (const AnalyzedToken& token : tokens) {
    json.begin_object();
    json.string("text", token.text);
    json.string("exact", token.exact);
    json.string("folded", token.folded);
    json.string("stem", token.stem);
    json.string_or_null("name", token.name);
    json.number("start", std::uint64_t{token.start});
    json.number("end", std::uint64_t{token.end});
    json.number("position", std::uint64_t{token.position});
    json.boolean("stop_word", token.stop_word);
    json.string("why", token.why);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return out;
}

std::string stats_json(const ArchiveStats& stats, std::string_view version) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.number("articles", std::uint64_t{stats.articles});
  write_day("first_date", stats.first_day, json);
  write_day("last_date", stats.last_day, json);
  json.key("sources");
  json.begin_array();
  for (const auto& [name, count] : stats.sources) {
    json.begin_object();
    json.string("value", name);
    json.number("count", std::uint64_t{count});
    json.end_object();
  }
  json.end_array();
  json.number("revision", stats.revision);
  json.string_or_null("last_commit", stats.last_commit);
  json.number("schema_version", static_cast<std::uint64_t>(stats.schema_version));
  json.string("version", version);
  json.end_object();
  return out;
}

std::string article_json(const ArticleAnswer& answer, HighlightForm form) {
  std::string out = to_json(answer.article);
  if (form == HighlightForm::kNone || (!answer.title && !answer.body)) return out;
  out.pop_back();  // the closing brace: one member more
  out += ",\"highlights\":";
  JsonWriter json(out);
  json.begin_object();
  const auto member = [&](std::string_view name, const std::optional<MarkedText>& text) {
    json.key(name);
    if (text) {
      write_marked(*text, form, json);
    } else {
      json.null();
    }
  };
  member("title", answer.title);
  member("body", answer.body);
  json.end_object();
  out += '}';
  return out;
}

}  // namespace gazette::server
