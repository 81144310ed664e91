// Words that are written with a hyphen by some and whole by others.
#pragma once

#include <string_view>
#include <vector>

namespace gazette {

/// The parts of a word that is two words to the index however it is written (weekend: week, end);
/// null for all others.
const std::vector<std::string_view>* compound_parts(std::string_view folded);

/// The parts of letters and digits that some write apart: "mh17" (mh, 17), "100km" (100, km),
/// "12h30" (12, h, 30). None for all others: "h1n1", "g20", "2e". Views of `folded`.
std::vector<std::string_view> mixed_parts(std::string_view folded);

/// True when `left` and `right` with a blank between them are one word badly typed ("prud hommes",
/// "aujourd hui"), or one name however it is typed ("49 3"). Folded forms.
bool one_word_across_blank(std::string_view left, std::string_view right);

/// True when some word may follow `left` in one_word_across_blank().
bool may_go_on_across_blank(std::string_view left);

/// True for prefixes that join with or without a hyphen (anti-terroriste, antiterroriste).
bool is_compound_prefix(std::string_view folded);

/// Names of the kind d'Artagnan, by what follows the apostrophe, that are also typed in one word.
bool is_joined_name(std::string_view folded_rest);

}  // namespace gazette
