// Article -> native JSON, keys and forms as the API shows them.
#include "common/article.h"

#include <nlohmann/json.hpp>

namespace gazette {
namespace {

using Json = nlohmann::ordered_json;

void put(Json& out, const char* key, const std::string& text) {
  if (!text.empty()) out[key] = text;
}

void put(Json& out, const char* key, const std::vector<std::string>& items) {
  if (!items.empty()) out[key] = items;
}

void put(Json& out, const char* key, const std::optional<NewsTime>& time) {
  if (time) out[key] = time->to_string();
}

Json place_json(const Place& place) {
  Json out = {{"id", place.id}, {"name", place.name}};
  put(out, "type", place.type);
  put(out, "country", place.country);
  if (place.lat) out["lat"] = *place.lat;
  if (place.lon) out["lon"] = *place.lon;
  return out;
}

Json dateline_json(const Dateline& dateline) {
  Json out = {{"text", dateline.text}};
  if (dateline.place) out["place"] = place_json(*dateline.place);
  return out;
}

}  // namespace

std::string to_json(const Article& article) {
  Json out = {{"id", article.id}};
  put(out, "url", article.url);
  put(out, "title", article.title);
  put(out, "subtitle", article.subtitle);
  put(out, "published", article.published);
  put(out, "modified", article.modified);
  put(out, "source", article.source);
  put(out, "section", article.section);
  put(out, "authors", article.authors);
  put(out, "tags", article.tags);
  put(out, "language", article.language);
  if (article.dateline) out["dateline"] = dateline_json(*article.dateline);
  for (const Place& place : article.places) out["places"].push_back(place_json(place));
  put(out, "image", article.image);
  put(out, "rights", article.rights);
  if (article.version > 0) out["version"] = article.version;
  put(out, "body", article.body);
  // Strings are valid by contract; replacing instead of throwing keeps one damaged article from
  // stopping a dump of all.
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace gazette
