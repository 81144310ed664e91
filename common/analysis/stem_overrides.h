// Words whose Snowball stem is wrong for news, as data (data/stem_overrides.inc).
#pragma once

#include <optional>
#include <string_view>

namespace gazette {

/// The stem to use for `word` (exact form, ligatures spelt out), if the table has it or its
/// accented spelling.
std::optional<std::string_view> stem_override(std::string_view word);

}  // namespace gazette
