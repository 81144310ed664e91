// Words that are written with a hyphen by some and whole by others.
#pragma once

#include <string_view>
#include <vector>

namespace gazette {

/// The parts of a word that is two words to the index however it is written (weekend: week, end);
/// null for all others.
const std::vector<std::string_view>* compound_parts(std::string_view folded);

/// True for prefixes that join with or without a hyphen (anti-terroriste, antiterroriste).
bool is_compound_prefix(std::string_view folded);

/// Names of the kind d'Artagnan, by what follows the apostrophe, that are also typed in one word.
bool is_joined_name(std::string_view folded_rest);

}  // namespace gazette
