// Character references of HTML: "l&rsquo;été", "&#8217;".
#pragma once

#include <string>
#include <string_view>

namespace gazette::indexer {

/// `text` with its character references resolved; what is none stays. Valid UTF-8 in, valid UTF-8
/// out.
std::string unescaped(std::string_view text);

}  // namespace gazette::indexer
