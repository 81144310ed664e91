// A large XML file record by record: finds where each <item>, <entry> or <newsItem> ends, so that
// memory holds one of them at a time and a damaged one does not take the others with it.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

#include "common/error.h"
#include "indexer/readers/input_stream.h"

namespace gazette::indexer {

/// One record as it stands in the file.
struct XmlRecord {
  std::string_view name;   ///< local name of its element
  std::string_view bytes;  ///< from its start tag to its end tag
  std::string_view
      head;  ///< all that was outside of records so far: the channel of a feed, never closed
  std::size_t line = 0;  ///< 1-based
};

struct XmlRecordHandler {
  std::function<bool(const XmlRecord&)> take;                        ///< false asks to stop
  std::function<void(std::size_t line, std::string reason)> reject;  ///< of one record
};

/// Calls `handler` for each element of one of these local names, wherever it stands but inside
/// another. Depth and size of a record are bounded. An Error says why the file as a whole cannot be
/// read to its end: entities of its own, cut off.
Result<std::size_t> split_xml(InputStream& input, std::initializer_list<std::string_view> names,
                              std::size_t limit, const XmlRecordHandler& handler);

/// Local name of the root element of a file that starts like this, and its start tag; both empty
/// when it does not start like XML.
struct XmlStart {
  std::string_view name;
  std::string_view tag;
};
XmlStart xml_start(std::string_view start);

}  // namespace gazette::indexer
