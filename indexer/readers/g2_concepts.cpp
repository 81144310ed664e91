// Looks concepts up.
#include "indexer/readers/g2_concepts.h"

#include <algorithm>

#include "indexer/readers/clean_text.h"
#include "indexer/readers/xml_tree.h"

namespace gazette::indexer {

std::string g2_code(pugi::xml_node node) {
  for (const char* const name : {"qcode", "uri", "literal"}) {
    std::string code = xml::attribute(node, name);
    if (!code.empty()) return code;
  }
  return {};
}

std::string end_of_code(const std::string& code) {
  return code.substr(code.find_last_of(":/") + 1);
}

bool G2Concepts::in_language(pugi::xml_node node) const {
  const std::string language = xml::attribute(node, "lang");
  return !language.empty() && language.substr(0, 2) == language_.substr(0, 2);
}

pugi::xml_node G2Concepts::assertion_of(pugi::xml_node node) const {
  const std::string code = g2_code(node);
  if (code.empty()) return {};
  for (const pugi::xml_node assertion : xml::children(item_, "assert")) {
    if (g2_code(assertion) == code) return assertion;
  }
  return {};
}

std::string G2Concepts::name_in(pugi::xml_node node) const {
  std::string first;
  for (const pugi::xml_node name : xml::children(node, "name")) {
    std::string text = clean_line(xml::text(name));
    if (text.empty()) continue;
    if (in_language(name)) return text;
    if (first.empty()) first = std::move(text);
  }
  return first;
}

std::string G2Concepts::given_name(pugi::xml_node node) const {
  std::string name = name_in(node);
  return name.empty() ? name_in(assertion_of(node)) : name;
}

std::string G2Concepts::name_of(pugi::xml_node node) const {
  std::string name = given_name(node);
  return name.empty() ? clean_line(xml::attribute(node, "literal")) : name;
}

G2Position G2Concepts::position_of(pugi::xml_node place) const {
  for (const pugi::xml_node node : {place, assertion_of(place)}) {
    pugi::xml_node position = xml::at(node, "geoAreaDetails/position");
    if (!position) position = xml::at(node, "POIDetails/position");
    if (position) {
      return {xml::number(xml::attribute(position, "latitude")),
              xml::number(xml::attribute(position, "longitude"))};
    }
  }
  return {};
}

std::string G2Concepts::best(const std::vector<pugi::xml_node>& nodes,
                             std::initializer_list<std::string_view> roles) const {
  int best_rank = 0;
  pugi::xml_node chosen;
  for (const pugi::xml_node node : nodes) {
    const std::string role = end_of_code(xml::attribute(node, "role"));
    int rank = role.empty() ? 2 : 1;
    if (std::find(roles.begin(), roles.end(), role) != roles.end()) rank = 3;
    if (in_language(node)) rank += 3;
    if (rank > best_rank) {
      best_rank = rank;
      chosen = node;
    }
  }
  return xml::inner(chosen);
}

}  // namespace gazette::indexer
