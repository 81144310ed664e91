// Native keys and their usual other names, each to its field of the draft.
#include "indexer/readers/native_json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "common/cli/language.h"
#include "common/places/gazetteer.h"
#include "common/time_zone.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/field_names.h"
#include "indexer/readers/markup_text.h"

namespace gazette::indexer {
namespace {

using Json = nlohmann::json;

// Seconds since 1970 are taken between 1973 and 5138; larger numbers are milliseconds.
constexpr double kFirstEpochSecond = 1e8;
constexpr double kFirstEpochMillisecond = 1e11;
constexpr double kLastEpochMillisecond = 1e14;

/// The value of the first of `keys` that is there and not null.
const Json* find(const Json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    const auto found = object.find(key);
    if (found != object.end() && !found->is_null()) return &*found;
  }
  return nullptr;
}

std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number() || value.is_boolean()) return value.dump();
  return {};
}

/// What schema.org's objects (a picture, a publisher) are called or where they are.
std::string text_of_object(const Json& object) {
  const bool picture = object.value("@type", Json()) == "ImageObject";
  const Json* const named = find(object, {picture ? "url" : "name", "contentUrl", "url", "name"});
  return named != nullptr ? text_of(*named) : std::string();
}

const char* wrong_type() { return tr("ce n'est pas un texte", "not a text"); }

/// Calls `set` with the text under the first of `keys`; a list of texts is joined by `joint`.
template <typename Set>
void take_text(const Json& object, Draft& draft, std::initializer_list<const char*> keys,
               const char* joint, Set set) {
  const Json* const value = find(object, keys);
  if (value == nullptr) return;
  if (value->is_string()) return set(value->get_ref<const std::string&>());
  std::string text = value->is_object() ? text_of_object(*value) : text_of(*value);
  if (value->is_array()) {
    for (const Json& part : *value) {
      if (part.is_object() && text.empty()) text = text_of_object(part);
      if (!part.is_string()) continue;
      if (!text.empty()) text += joint;
      text += part.get_ref<const std::string&>();
    }
  }
  if (text.empty() && !value->empty()) return draft.warn(*keys.begin(), wrong_type());
  set(text);
}

/// Calls `add` with each text of a list; one text alone is first parted by `split`, an object gives
/// its name.
template <typename Split, typename Add>
void take_list(const Json& object, Draft& draft, std::initializer_list<const char*> keys,
               Split split, Add add) {
  const Json* const value = find(object, keys);
  if (value == nullptr) return;
  if (value->is_string()) {
    for (const std::string& item : split(value->get_ref<const std::string&>())) add(item);
    return;
  }
  const auto take = [&](const Json& item) {
    if (item.is_null()) return;
    const Json* const name = item.is_object() ? find(item, {"name", "label"}) : &item;
    const std::string text = name != nullptr ? text_of(*name) : std::string();
    if (text.empty() && !(name != nullptr && name->is_string())) {
      return draft.warn(*keys.begin(), wrong_type());
    }
    add(text);
  };
  if (!value->is_array()) return take(*value);
  for (const Json& item : *value) take(item);
}

/// Bodies that scripts leave as HTML; anything else is text as it stands.
std::string plain_body(const std::string& text) {
  const bool paragraphs = text.find("</p>") != std::string::npos ||
                          text.find("<br") != std::string::npos ||
                          text.find("</div>") != std::string::npos;
  return paragraphs && has_tags(text) ? markup_text(text, {.shortcodes = true}) : text;
}

bool is_native(const std::string& key) {
  static constexpr std::string_view kKeys[] = {
      "authors",  "body",   "dateline",  "id",     "image",   "language",
      "modified", "places", "published", "rights", "section", "source",
      "subtitle", "tags",   "title",     "url",    "version"};
  return std::binary_search(std::begin(kKeys), std::end(kKeys), key);
}

/// `object` with the keys of home-made JSON ("titre", "datePublished") under the names that they
/// mean, where no such name stands yet; none when there are no such keys.
std::optional<Json> renamed(const Json& object) {
  std::optional<Json> out;
  for (const auto& [key, value] : object.items()) {
    if (is_native(key)) continue;
    const std::optional<FieldName> field = field_of(key);
    if (!field) continue;
    const char* const name = native_key(*field);
    if (object.contains(name) || (out && out->contains(name))) continue;
    if (!out) out = object;
    (*out)[name] = value;
  }
  return out;
}

std::optional<double> number(const Json& object, std::initializer_list<const char*> keys) {
  const Json* const value = find(object, keys);
  if (value == nullptr || !value->is_number()) return std::nullopt;
  return value->get<double>();
}

std::optional<Place> place_of(const Json& value) {
  if (value.is_string()) return place_of_name(value.get_ref<const std::string&>());
  if (!value.is_object()) return std::nullopt;
  const auto text = [&](std::initializer_list<const char*> keys) {
    const Json* const found = find(value, keys);
    return found != nullptr ? text_of(*found) : std::string();
  };
  Place place;
  place.id = text({"id"});
  place.name = text({"name", "label"});
  if (place.id.empty()) {
    std::optional<Place> named = place_of_name(place.name);
    if (!named) return std::nullopt;
    place.id = named->id;
    if (!find(value, {"type", "country", "lat", "lon"})) return named;
  }
  place.type = text({"type"});
  place.country = text({"country"});
  place.lat = number(value, {"lat", "latitude"});
  place.lon = number(value, {"lon", "lng", "longitude"});
  if (place.name.empty()) {
    const Gazetteer& gazetteer = Gazetteer::instance();
    const std::optional<Gazetteer::Row> row = gazetteer.find_id(place.id);
    if (!row) return std::nullopt;
    place = gazetteer.place(*row);
  }
  return place;
}

void take_places(const Json& object, Draft& draft) {
  const Json* const value = find(object, {"places", "place", "locations", "location"});
  if (value == nullptr) return;
  if (value->is_string()) {
    for (const std::string& name : split_list(value->get_ref<const std::string&>())) {
      if (std::optional<Place> place = place_of_name(name)) draft.place(std::move(*place));
    }
    return;
  }
  const auto take = [&](const Json& item) {
    if (item.is_null()) return;
    if (std::optional<Place> place = place_of(item)) {
      draft.place(std::move(*place));
    } else {
      draft.warn("places", tr("un lieu sans nom ni identifiant connu",
                              "a place without a name or a known id"));
    }
  };
  if (!value->is_array()) return take(*value);
  for (const Json& item : *value) take(item);
}

void take_dateline(const Json& object, Draft& draft) {
  const Json* const value = find(object, {"dateline"});
  const Json* const where = find(object, {"dateline_place"});
  if (value != nullptr && value->is_object()) {  // as dump writes it: taken as it stands
    const Json* const printed = find(*value, {"text"});
    const Json* const place = find(*value, {"place"});
    return draft.dateline(printed != nullptr ? text_of(*printed) : std::string(),
                          place != nullptr ? place_of(*place) : std::nullopt);
  }
  const std::string text = value != nullptr ? text_of(*value) : std::string();
  if (value != nullptr && text.empty() && !value->is_string()) {
    draft.warn("dateline", wrong_type());
  }
  if (where != nullptr) return draft.dateline(text, place_of(*where));
  if (!text.empty()) draft.printed_dateline(text);
}

/// A time as text, or as seconds or milliseconds since 1970.
std::string time_text(const Json& value) {
  if (!value.is_number()) return text_of(value);
  double seconds = value.get<double>();
  if (!(seconds >= kFirstEpochSecond && seconds < kLastEpochMillisecond)) return value.dump();
  if (seconds >= kFirstEpochMillisecond) seconds = std::floor(seconds / 1000);
  NewsTime time;
  time.offset_seconds = TimeZone::paris().offset_at(static_cast<std::int64_t>(seconds));
  time.local_seconds = static_cast<std::int64_t>(seconds) + time.offset_seconds;
  return time.to_string();
}

}  // namespace

void fill_from_native(const Json& given, Draft& draft) {
  const std::optional<Json> other = renamed(given);
  const Json& object = other ? *other : given;
  const auto text = [&](std::initializer_list<const char*> keys, auto set) {
    take_text(object, draft, keys, " ", set);
  };
  text({"id"}, [&](const std::string& t) { draft.id(t); });
  text({"url", "link"}, [&](const std::string& t) { draft.url(t); });
  text({"title", "headline"}, [&](const std::string& t) { draft.title(t); });
  text({"subtitle", "summary", "description"}, [&](const std::string& t) { draft.subtitle(t); });
  const bool plain = object.value("markup", Json()) == false;  // as dump writes it
  take_text(object, draft, {"body", "text", "content"}, "\n\n",
            [&](const std::string& t) { draft.body(plain ? t : plain_body(t)); });
  if (const Json* time = find(object, {"published", "date"})) draft.published(time_text(*time));
  if (const Json* time = find(object, {"modified", "updated"})) draft.modified(time_text(*time));
  text({"source", "publisher"}, [&](const std::string& t) { draft.source(t); });
  text({"section", "category"}, [&](const std::string& t) { draft.section(t); });
  take_list(object, draft, {"authors", "author", "byline"}, split_byline,
            [&](const std::string& t) { draft.author(t); });
  take_list(object, draft, {"tags", "keywords"}, split_list,
            [&](const std::string& t) { draft.tag(t); });
  text({"language", "lang"}, [&](const std::string& t) { draft.language(t); });
  take_dateline(object, draft);
  take_places(object, draft);
  text({"image"}, [&](const std::string& t) { draft.image(t); });
  text({"rights", "copyright"}, [&](const std::string& t) { draft.rights(t); });
  text({"version"}, [&](const std::string& t) { draft.version(t); });
  text({"status"}, [&](const std::string& t) { draft.status(t); });
  text({"embargo"}, [&](const std::string& t) { draft.embargo(t); });
}

}  // namespace gazette::indexer
