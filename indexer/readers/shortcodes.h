// WordPress's shortcodes: [caption id="…"], [gallery ids="…"], [embed]…[/embed].
#pragma once

#include <string>
#include <string_view>

namespace gazette::indexer {

/// `text` without its shortcodes; what those that only frame hold stays. Brackets of prose
/// ("[sic]",
/// "[…]", "[ndlr : …]") stay.
std::string without_shortcodes(std::string_view text);

}  // namespace gazette::indexer
