// French function words: kept in the index (phrases need them), weighing little, never making a
// query fail.
#pragma once

#include <string_view>

namespace gazette {

/// True for an exact form (lower case, accents kept): "où" and "ou" are two words, "été" and "maïs"
/// are none of these.
bool is_stop_word(std::string_view exact);

}  // namespace gazette
