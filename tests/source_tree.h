// Where the source tree stands, for tests that read its files.
#pragma once

#include <filesystem>

namespace gazette::testing {

/// The root of the source tree.
std::filesystem::path source_tree();

/// The folder of shared data beside the tree; it may not be there.
std::filesystem::path shared_tree();

}  // namespace gazette::testing
