// Links as pages and feeds write them, made whole.
#pragma once

#include <string>

namespace gazette::indexer {

/// `link` as an absolute URL, relative to `base`; as it is where that cannot be.
std::string absolute_link(const std::string& link, const std::string& base);

/// Without the second escape that templates often give "&".
std::string unescaped_link(std::string link);

}  // namespace gazette::indexer
