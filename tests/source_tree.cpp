// Where the source tree stands, as the build was told.
#include "tests/source_tree.h"

namespace gazette::testing {

std::filesystem::path source_tree() { return GAZETTE_SOURCE_DIR; }

std::filesystem::path shared_tree() { return GAZETTE_SHARED_DIR; }

}  // namespace gazette::testing
