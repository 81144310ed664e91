// The concepts of a NewsML-G2 item by name: named where they stand, or once in an <assert>.
#pragma once

#include <initializer_list>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::indexer {

/// qcode, uri or literal of a concept.
std::string g2_code(pugi::xml_node node);

/// "ninat:text" -> "text", "http://cv.iptc.org/newscodes/ninature/text" -> "text".
std::string end_of_code(const std::string& code);

struct G2Position {
  std::optional<double> lat, lon;
};

class G2Concepts {
 public:
  /// `language` is the item's own: of names in several languages that one is taken.
  G2Concepts(pugi::xml_node item, std::string language)
      : item_(item), language_(std::move(language)) {}

  /// The name where the concept stands; empty for none.
  [[nodiscard]] std::string name_in(pugi::xml_node node) const;

  /// The name there or in the assertion about the same concept.
  [[nodiscard]] std::string given_name(pugi::xml_node node) const;

  /// The given name, or else the literal.
  [[nodiscard]] std::string name_of(pugi::xml_node node) const;

  [[nodiscard]] G2Position position_of(pugi::xml_node place) const;

  /// Markup of the one of several texts whose role ends in one of `roles`, else of the first
  /// without a role, else of the first; in the item's language where they say so.
  [[nodiscard]] std::string best(const std::vector<pugi::xml_node>& nodes,
                                 std::initializer_list<std::string_view> roles) const;

 private:
  [[nodiscard]] pugi::xml_node assertion_of(pugi::xml_node node) const;
  [[nodiscard]] bool in_language(pugi::xml_node node) const;

  pugi::xml_node item_;
  std::string language_;
};

}  // namespace gazette::indexer
