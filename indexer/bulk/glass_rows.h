// Keys of the rows of a glass database that are not terms, and its version file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/glass_table.h"

namespace gazette::indexer::glass {

/// Beginnings of keys in the table of postings; they sort before all terms, in this order.
inline constexpr std::string_view kMetadataKey{"\0\xC0", 2}, kValueStatsKey{"\0\xD0", 2},
    kValueChunkKey{"\0\xD8", 2}, kLengthsKey{"\0\xE0", 2};

/// Key of the chunk of a slot's values that begins with `document`.
std::string value_chunk_key(std::uint32_t slot, std::uint32_t document);

/// What the version file says of the whole.
struct Figures {
  std::uint32_t documents = 0;  ///< numbered from 1 without a gap
  std::uint64_t total_length = 0;
  std::uint64_t least_length = 0, greatest_length = 0;
  std::uint32_t greatest_wdf = 0;
};

/// The content of the file "iamglass": format, a name of its own, the roots of the tables
/// (postlist, docdata, termlist, position, spelling, synonym), figures.
std::string version_file(const std::vector<TableRoot>& roots, const Figures& figures);

}  // namespace gazette::indexer::glass
