// One newsItem of NewsML-G2.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "indexer/readers/draft.h"

namespace gazette::indexer {

/// Other items that one points to, by guid.
struct G2Links {
  std::vector<std::string> items;
};

/// Fills `draft` from a newsItem.
G2Links fill_from_g2(pugi::xml_node item, Draft& draft);

/// What the item is: "text", "picture", "composite"…; empty when it does not say.
std::string g2_class(pugi::xml_node item);

/// The address of a picture item, or empty.
std::string g2_picture(pugi::xml_node item);

}  // namespace gazette::indexer
