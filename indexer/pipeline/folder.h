// Folders of databases as wholes: their size, their way to the disk, two of them swapped.
#pragma once

#include <cstdint>
#include <filesystem>

namespace gazette::indexer {

/// Bytes of the files directly inside.
std::uint64_t folder_bytes(const std::filesystem::path& folder);

/// Everything inside, and the folder itself, is on disk when this returns. Throws
/// std::system_error.
void sync_folder(const std::filesystem::path& folder);

/// Each takes the other's name, in one step that a crash leaves done or not done. Both must be
/// there. Throws std::system_error.
void swap_folders(const std::filesystem::path& one, const std::filesystem::path& other);

}  // namespace gazette::indexer
