// Names of a query's places, resolved as the `place` parameter resolves them.
#include "server/search/place_readings.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/places/place_choice.h"
#include "common/utf8.h"
#include "server/search/facet_codes.h"
#include "server/search/value_filter.h"

namespace gazette::server {
namespace {

constexpr std::size_t kNamedCandidates = 4;  // of an ambiguous name: a warning is one sentence

void collect_places(const Node& node, std::vector<const Node*>& found) {
  if (node.kind == Node::Kind::kValue && node.field == ValueField::kPlace) found.push_back(&node);
  for (const Node& child : node.children) collect_places(child, found);
}

/// Where a value stands in the query: bytes; 0 when it was mended and is not there as it is.
std::size_t position_of(std::string_view query, std::string_view value) {
  const std::size_t at = query.find(value);
  return at == std::string_view::npos ? 0 : at;
}

std::string ambiguity(const Node& node, const PlaceChoice& choice) {
  std::string names;
  for (std::size_t i = 0; i < std::min(kNamedCandidates, choice.candidates.size()); ++i) {
    names += (i == 0 ? "" : ", ") + name_with_parent(choice.candidates[i]);
  }
  return "Plusieurs lieux s'appellent « " + node.value + " » (" + names +
         (choice.candidates.size() > kNamedCandidates ? "…" : "") +
         ") : tous sont cherchés ; précisez, par exemple lieu:\"" +
         name_with_parent(choice.candidates.front()) + "\".";
}

std::string unknown(const Node& node, const PlaceChoice& choice) {
  std::string text = "Aucun lieu connu ne s'appelle « " + node.value + " »";
  if (!choice.candidates.empty()) {
    text += " ; un nom proche : " + name_with_parent(choice.candidates.front());
  }
  return text + ".";
}

PlaceReading reading_of(const Node& node, const std::string& id) {
  PlaceReading reading{.text = node.value, .id = id, .name = id, .within = {}};
  const Gazetteer& gazetteer = Gazetteer::instance();
  const auto row = gazetteer.find_id(id);
  if (!row) return reading;
  reading.name = gazetteer.row(*row).name;
  const std::vector<Gazetteer::Row> above = gazetteer.ancestors(*row);
  if (!above.empty()) reading.within = gazetteer.row(above.front()).name;
  return reading;
}

}  // namespace

std::vector<Code> codes_of_place(const Dictionary& places, const Node& node,
                                 const std::string& folded) {
  const PlaceChoice choice = choose_place(node.value);
  if (choice.kind == PlaceChoice::Kind::kUnknown) {
    return codes_by_words(places, folded, node.whole_value);
  }
  std::vector<std::string> ids;
  if (choice.kind == PlaceChoice::Kind::kPlace) ids.push_back(choice.id);
  for (const Gazetteer::Row row : choice.candidates) {
    ids.emplace_back(Gazetteer::instance().row(row).id);
  }
  return codes_of(places, ids);
}

void read_places(const Dictionary& places, Analyzer& analyzer, ResolvedQuery& query) {
  std::vector<const Node*> nodes;
  collect_places(query.root, nodes);
  for (const Node* node : nodes) {
    const PlaceChoice choice = choose_place(node->value);
    const std::size_t position = position_of(query.text, node->value);
    QueryWarning warning;
    if (choice.kind == PlaceChoice::Kind::kPlace) {
      query.places.push_back(reading_of(*node, choice.id));
      continue;
    }
    if (choice.kind == PlaceChoice::Kind::kAmbiguous) {
      for (const Gazetteer::Row row : choice.candidates) {
        query.places.push_back(reading_of(*node, std::string(Gazetteer::instance().row(row).id)));
      }
      warning = {.code = "ambiguous-place", .detail = ambiguity(*node, choice)};
    } else {
      const std::vector<Code> own =
          codes_by_words(places, folded_words(node->value, analyzer), node->whole_value);
      for (const Code code : own) {
        query.places.push_back({.text = node->value,
                                .id = places[code].value,
                                .name = places[code].label,
                                .within = {}});
      }
      if (!own.empty()) continue;
      warning = {.code = "unknown-place", .detail = unknown(*node, choice)};
    }
    warning.position = utf8::length(std::string_view(query.text).substr(0, position));
    query.warnings.push_back(std::move(warning));
  }
}

}  // namespace gazette::server
