// Text in any encoding as UTF-8, as it streams by.
#pragma once

#include <memory>

#include "indexer/readers/byte_source.h"

namespace gazette::indexer {

/// The bytes of `source` as valid UTF-8 without a byte-order mark and without U+0000. What is no
/// text in the encoding becomes U+FFFD and is counted. The encoding is decided at the first bytes,
/// or at the first beyond ASCII. `notes` must outlive the source and is filled as it is read.
std::unique_ptr<ByteSource> to_utf8(std::unique_ptr<ByteSource> source, InputNotes& notes);

}  // namespace gazette::indexer
