// A hit as JSON.
#include "server/render/hit_json.h"

#include "server/highlight/highlighter.h"

namespace gazette::server {
namespace {

std::vector<Span> spans_of(const MarkedText& text) {
  std::vector<Span> spans;
  spans.reserve(text.marks.size());
  for (const auto& [begin, end] : text.marks) spans.push_back({begin, end});
  return spans;
}

void write_strings(std::string_view name, const std::vector<std::string>& items, JsonWriter& json) {
  json.key(name);
  json.begin_array();
  for (const std::string& item : items) json.string(item);
  json.end_array();
}

void write_time(std::string_view name, const std::optional<NewsTime>& time, JsonWriter& json) {
  json.string_or_null(name, time ? time->to_string() : std::string());
}

void write_coordinate(std::string_view name, const std::optional<double>& value, JsonWriter& json) {
  json.key(name);
  if (value) {
    json.number(*value);
  } else {
    json.null();
  }
}

void write_dateline(const std::optional<Dateline>& dateline, JsonWriter& json) {
  json.key("dateline");
  if (!dateline) return json.null();
  json.begin_object();
  json.string("text", dateline->text);
  json.key("place");
  if (dateline->place) {
    write_place(*dateline->place, json);
  } else {
    json.null();
  }
  json.end_object();
}

void write_places(const std::vector<Place>& places, JsonWriter& json) {
  json.key("places");
  json.begin_array();
  for (const Place& place : places) write_place(place, json);
  json.end_array();
}

void write_highlights(const Hit& hit, HighlightForm form, JsonWriter& json) {
  json.key("highlights");
  if (form == HighlightForm::kNone) return json.null();
  json.begin_object();
  json.key("title");
  if (hit.title) {
    write_marked(*hit.title, form, json);
  } else {
    json.null();
  }
  json.key("body");
  json.begin_array();
  for (const MarkedText& fragment : hit.body) write_marked(fragment, form, json);
  json.end_array();
  json.end_object();
}

void write_field(HitField field, const Hit& hit, const HitForm& form, JsonWriter& json) {
  const Article& article = hit.article;
  const std::string_view name = kHitFieldNames.at(static_cast<std::size_t>(field));
  switch (field) {
    case HitField::kId:
      return json.string(name, article.id);
    case HitField::kUrl:
      return json.string_or_null(name, article.url);
    case HitField::kTitle:
      return json.string(name, article.title);
    case HitField::kSubtitle:
      return json.string_or_null(name, article.subtitle);
    case HitField::kPublished:
      return write_time(name, article.published, json);
    case HitField::kModified:
      return write_time(name, article.modified, json);
    case HitField::kSource:
      return json.string_or_null(name, article.source);
    case HitField::kSection:
      return json.string_or_null(name, article.section);
    case HitField::kAuthors:
      return write_strings(name, article.authors, json);
    case HitField::kTags:
      return write_strings(name, article.tags, json);
    case HitField::kLanguage:
      return json.string_or_null(name, article.language);
    case HitField::kDateline:
      return write_dateline(article.dateline, json);
    case HitField::kPlaces:
      return write_places(article.places, json);
    case HitField::kImage:
      return json.string_or_null(name, article.image);
    case HitField::kRights:
      return json.string_or_null(name, article.rights);
    case HitField::kBody:
      return json.string(name, article.body);
    case HitField::kScore:
      return json.number(name, hit.score);
    case HitField::kSimilarCount:
      return json.number(name, std::uint64_t{hit.similar_count});
    case HitField::kHighlights:
      return write_highlights(hit, form.highlight, json);
  }
}

}  // namespace

std::string marked_html(const MarkedText& text) {
  return to_html(text.text, {0, text.text.size()}, spans_of(text));
}

void write_ranges(const MarkedText& text, JsonWriter& json) {
  json.begin_array();
  for (const auto& [begin, end] : to_ranges(text.text, {0, text.text.size()}, spans_of(text))) {
    json.begin_array();
    json.number(std::uint64_t{begin});
    json.number(std::uint64_t{end});
    json.end_array();
  }
  json.end_array();
}

void write_marked(const MarkedText& text, HighlightForm form, JsonWriter& json) {
  if (form != HighlightForm::kRanges) return json.string(marked_html(text));
  json.begin_object();
  json.string("text", text.text);
  json.key("ranges");
  write_ranges(text, json);
  json.end_object();
}

void write_place(const Place& place, JsonWriter& json) {
  json.begin_object();
  json.string("id", place.id);
  json.string("name", place.name);
  json.string_or_null("type", place.type);
  json.string_or_null("country", place.country);
  write_coordinate("lat", place.lat, json);
  write_coordinate("lon", place.lon, json);
  json.end_object();
}

void write_hit(const Hit& hit, const HitForm& form, JsonWriter& json) {
  json.begin_object();
  for (const HitField field : form.fields) write_field(field, hit, form, json);
  if (hit.near_copy) json.boolean("near_copy", true);
  if (form.explain) {
    json.key("matched");
    json.begin_array();
    for (const MatchedWord& word : hit.matched) {
      json.begin_object();
      json.string("term", word.term);
      json.string("via", word.via);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

}  // namespace gazette::server
