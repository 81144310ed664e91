// The small archive that fuzzers ask.
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "server/search/archive.h"

namespace gazette::fuzz {

/// Articles with every field, one with hostile text in them all, some without a date.
std::vector<Article> articles();

/// A folder with `articles()` as a database, there as long as the program.
const std::string& archive_folder();

/// The server's view of it, made when first asked for.
server::Archive& archive();

}  // namespace gazette::fuzz
