// Where a database may be made.
#pragma once

#include <string>

namespace gazette::indexer {

/// Makes the folder when there is none. Refuses to make a database among files that are something
/// else: throws ArchiveError. A folder with a database passes.
void require_place_for_database(const std::string& directory);

}  // namespace gazette::indexer
