// A request's body: which reader it is for, and its articles.
#pragma once

#include <httplib.h>

#include <optional>
#include <string>

#include "indexer/readers/reader.h"

namespace gazette::indexer {

/// A name for reader_of, or "auto", by Content-Type; `standard` when there is none; nothing for a
/// type that no reader is for, or a coded body.
std::optional<std::string> body_format(const httplib::Request& request, const char* standard);

/// The types that are read, as a sentence shows them.
extern const char* const kBodyTypes;

/// Reads all articles of `body` into `sink`. JSON is UTF-8 here, as its standard says: what is not
/// is refused, of NDJSON the lines concerned alone, where a file would be read as best it can.
void read_body(std::string body, const std::string& format, RecordSink& sink);

}  // namespace gazette::indexer
