// One XML record as a tree, asked by local names: agencies and feeds choose their prefixes freely.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace gazette::indexer::xml {

/// Parses `bytes` (UTF-8) into `document`; DTDs are passed over, entities of documents stay as they
/// are written. An Error says what is malformed.
Result<bool> parse(std::string_view bytes, pugi::xml_document& document);

/// As far as it goes: a head of a file whose elements are never closed.
void parse_open(std::string_view bytes, pugi::xml_document& document);

std::string_view local_name(pugi::xml_node node);
std::string_view prefix(pugi::xml_node node);

/// The first child element of this local name; null for none.
pugi::xml_node child(pugi::xml_node node, std::string_view name);
/// All of them, in order.
std::vector<pugi::xml_node> children(pugi::xml_node node, std::string_view name);
/// Child of child, "itemMeta/pubStatus".
pugi::xml_node at(pugi::xml_node node, std::string_view path);
/// Elements of this local name anywhere below, in document order.
std::vector<pugi::xml_node> descendants(pugi::xml_node node, std::string_view name);

/// An attribute by local name; empty for none.
std::string attribute(pugi::xml_node node, std::string_view name);

/// All text below, as it stands.
std::string text(pugi::xml_node node);
/// Text of the child at `path`.
std::string text_at(pugi::xml_node node, std::string_view path);
/// The markup inside, for markup_text.
std::string inner(pugi::xml_node node);

/// A number of an attribute or a text; none for anything else.
std::optional<double> number(std::string_view text);

}  // namespace gazette::indexer::xml
