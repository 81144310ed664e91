// One input from its bytes to its articles: opened, unpacked, told by its content, read.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace gazette::indexer {

/// Opens an input when it is its turn; may throw std::system_error.
using Opener = std::function<std::unique_ptr<ByteSource>()>;

/// Reads all articles of one input into `sink`. `format` is a name that reader_of knows, or "auto".
/// What cannot be opened, unpacked or told is a reject with its reason; what was read before stays.
void read_input(const std::string& name, const Opener& open, std::string_view format,
                const ReadOptions& options, RecordSink& sink);

}  // namespace gazette::indexer
