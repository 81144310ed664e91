// Where a file of a drop folder goes once it is taken: names, notes beside it, the move itself.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace gazette::indexer {

/// A path in `folder` for the relative `path` that no file has: "a.json", then "a-2.json" …
/// Folders on the way are made. Throws std::system_error.
std::filesystem::path free_name(const std::filesystem::path& folder, const std::string& path);

/// Writes a whole file beside others: under a passing name first, so that nobody reads half of it.
/// Throws std::system_error.
void write_note(const std::filesystem::path& path, std::string_view text);

/// Moves without ever replacing another file. False when `from` is gone or `to` is taken. Throws
/// std::system_error.
bool move_file(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace gazette::indexer
