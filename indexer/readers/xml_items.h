// The records of an XML file as parsed elements: what every XML format begins and ends with.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <optional>
#include <pugixml.hpp>
#include <string_view>

#include "indexer/readers/reader.h"
#include "indexer/readers/xml_records.h"

namespace gazette::indexer {

/// Takes one record and its element; false asks to stop.
using XmlItemTaker = std::function<bool(const XmlRecord&, pugi::xml_node)>;

/// Calls `take` for each element of one of these local names. Malformed records, and why the file
/// cannot be read to its end, are rejected. The number of records; none when the file broke off.
std::optional<std::size_t> read_xml_items(InputStream& input,
                                          std::initializer_list<std::string_view> names,
                                          RecordSink& sink, const XmlItemTaker& take);

}  // namespace gazette::indexer
