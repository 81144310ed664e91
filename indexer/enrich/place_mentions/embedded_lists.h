// The word lists of data/ inside the program, one entry a line, "#" before a comment.
#pragma once

#include <string_view>

namespace gazette::indexer::lists {

std::string_view first_names();
std::string_view head_nouns();
std::string_view located_words();
std::string_view lower_name_words();
std::string_view name_tails();
std::string_view not_places();
std::string_view opening_words();
std::string_view person_titles();
std::string_view public_figures();
std::string_view strict_names();
std::string_view team_heads();
std::string_view team_nicknames();
std::string_view unknown_heads();

}  // namespace gazette::indexer::lists
