// Parts a JSON text into its records without building it whole: elements of an array, of
// {"articles": […]} and the like, or one object. A record that is broken inside does not take the
// rest with it.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "common/error.h"
#include "indexer/readers/input_stream.h"

namespace gazette::indexer {

/// Takes the bytes of one record and the line it starts in; false asks to stop.
using JsonRecordSink = std::function<bool(std::string_view bytes, std::size_t line)>;

/// Hands over each record of `input`. An Error says where the text as a whole stops being JSON, or
/// that a record is longer than `limit` bytes; what came before was handed over.
Result<std::size_t> split_json(InputStream& input, std::size_t limit, const JsonRecordSink& sink);

/// True for the names under which files hold their list of articles: "articles", "items" …
bool is_list_name(std::string_view key);

/// How deep brackets nest in a JSON text, well-formed or not: what a parser would have to hold.
std::size_t nesting(std::string_view bytes);

}  // namespace gazette::indexer
