// gzip, before anything else sees the bytes: told by its magic, whatever the file is called.
#pragma once

#include <memory>

#include "indexer/readers/byte_source.h"

namespace gazette::indexer {

/// `packed` itself when it is not gzip; else what it unpacks to, several members as one, packed
/// twice too. A cut or corrupt file gives what is whole and then throws DamagedInput; so does one
/// that unpacks to absurdly much. `notes` must outlive the source.
std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteSource> packed, InputNotes& notes);

}  // namespace gazette::indexer
