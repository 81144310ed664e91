// Which reader an input is for, by its content.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "indexer/readers/reader.h"

namespace gazette::indexer {

/// Names that --format takes, "auto" first.
const std::vector<std::string>& format_names();

/// The reader of a format by name; an Error names the ones there are.
Result<std::unique_ptr<Reader>> reader_of(std::string_view format);

/// The format of `input` by its first bytes, which stay unread. An Error says why nothing here
/// reads it (empty, binary).
Result<std::string> detect_format(InputStream& input);

}  // namespace gazette::indexer
