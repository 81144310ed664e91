// Builds the objects.
#include "indexer/explain/explain_json.h"

#include <nlohmann/json.hpp>

namespace gazette::indexer {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json rejected(const Error& error) { return {{"rejected", error.code}, {"message", error.message}}; }

/// Name and id of the places of a dateline; one that the gazetteer does not know has no id.
void put_places(const std::vector<DatelinePlace>& places, Json& out) {
  std::string names;
  std::string ids;
  for (const DatelinePlace& place : places) {
    const std::string name =
        place.row ? std::string(Gazetteer::instance().row(*place.row).name) : place.text;
    names += (names.empty() ? "" : ";") + name;
    if (place.row) {
      ids += (ids.empty() ? "" : ";") + std::string(Gazetteer::instance().row(*place.row).id);
    }
  }
  if (!names.empty()) out["place"] = names;
  if (!ids.empty()) out["id"] = ids;
}

void put_rest(const ParsedDateline& dateline, Json& out) {
  if (!dateline.agency.empty()) out["agency"] = dateline.agency;
  if (dateline.day) out["date"] = to_string(*dateline.day);
}

Json dateline_json(const Article& article) {
  const std::optional<ParsedDateline> parts = dateline_parts(article);
  if (!parts) return nullptr;
  Json out = Json::object();
  if (article.dateline->place) {
    out["place"] = article.dateline->place->name;
    out["id"] = article.dateline->place->id;
  } else {
    put_places(parts->places, out);
  }
  put_rest(*parts, out);
  if (!article.dateline->text.empty()) out["text"] = article.dateline->text;
  if (!parts->rule.empty()) out["rule"] = parts->rule;
  return out;
}

Json date_json(const Record& record) {
  if (const std::string_view fault = date_fault(record); !fault.empty()) {
    Json out = {{"rejected", fault}};
    if (!record.date_text.empty()) out["text"] = record.date_text;
    return out;
  }
  if (!record.article.published) return nullptr;
  Json out = {{"value", record.article.published->to_string()},
              {"precision", date_precision(record)}};
  if (!record.date_text.empty()) out["text"] = record.date_text;
  return out;
}

Json dropped_json(const Explanation& explanation) {
  Json out = Json::array();
  for (const DroppedLine& line : explanation.record.dropped) {
    Json entry = Json::object();
    if (line.line > 0) entry["line"] = line.line;
    entry["text"] = line.text;
    entry["reason"] = line.reason;
    out.push_back(std::move(entry));
  }
  return out;
}

Json places_json(const Explanation& explanation) {
  constexpr double kHalf = 2;  // weights are counted in half points
  Json out = Json::array();
  for (const Place& place : explanation.record.article.places) {
    Json entry = {{"id", place.id}, {"name", place.name}};
    for (const AboutPlace& about : explanation.enrichment.about) {
      if (about.place.id != place.id) continue;
      entry["weight"] = about.weight / kHalf;
      entry["mentions"] = about.mentions;
    }
    out.push_back(std::move(entry));
  }
  return out;
}

Json mentions_json(const Explanation& explanation) {
  Json out = Json::array();
  for (const ShownMention& shown : shown_mentions(explanation)) {
    const PlaceMention& mention = shown.mention;
    out.push_back({{"field", shown.field},
                   {"start", shown.start},
                   {"end", shown.end},
                   {"surface", shown.text.substr(mention.begin, mention.end - mention.begin)},
                   {"id", place_of(mention, shown.text).id},
                   {"rule", mention.rule}});
  }
  return out;
}

Json warnings_json(const Record& record) {
  Json out = Json::array();
  for (const Complaint& warning : record.warnings) {
    out.push_back({{"field", warning.field}, {"reason", warning.reason}});
  }
  return out;
}

}  // namespace

std::string to_json(const Explanation& explanation) {
  const Record& record = explanation.record;
  Json out = {{"id", record.article.id}, {"source", explanation.source}, {"line", record.line}};
  out["article"] = Json::parse(gazette::to_json(record.article));
  out["dropped"] = dropped_json(explanation);
  out["date"] = date_json(record);
  out["dateline"] = dateline_json(record.article);
  out["places"] = places_json(explanation);
  out["mentions"] = mentions_json(explanation);
  if (!record.warnings.empty()) out["warnings"] = warnings_json(record);
  return dumped(out);
}

std::string to_json(const Complaint& complaint) {
  Json out = {{"id", nullptr}, {"source", complaint.source}, {"line", complaint.line}};
  if (!complaint.field.empty()) out["field"] = complaint.field;
  out["reason"] = complaint.reason;
  return dumped(out);
}

std::string to_json(const Result<DateLine>& date) {
  if (!date.ok()) return dumped(rejected(date.error()));
  Json out = {{"value", date->value.to_string()},
              {"precision", to_string(date->precision)},
              {"kind", to_string(date->kind)}};
  if (date->published && date->modified) out["modified"] = date->modified->to_string();
  for (const DateWarning& warning : date->warnings) {
    out["warnings"].push_back({{"code", warning.code}, {"message", warning.message}});
  }
  return dumped(out);
}

std::string to_json(const Result<ParsedDateline>& dateline) {
  if (!dateline.ok()) return dumped(rejected(dateline.error()));
  Json out = Json::object();
  put_places(dateline->places, out);
  put_rest(*dateline, out);
  out["rule"] = dateline->rule;
  return dumped(out);
}

}  // namespace gazette::indexer
