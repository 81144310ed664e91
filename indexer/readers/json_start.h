// Whether a text starts like JSON, and whether it holds its records one a line.
#pragma once

#include <string_view>

namespace gazette::indexer {

/// `start` is the beginning of an input, without white space at either end: objects one a line.
bool starts_like_ndjson(std::string_view start);

/// The same: one object over several lines, or an array of them.
bool starts_like_json(std::string_view start);

/// The same: a first line that is none, and behind it mostly objects one a line.
bool holds_object_lines(std::string_view start);

}  // namespace gazette::indexer
