// Words about names that the search for places asks for: first names, titles, names that only
// contain a place.
#pragma once

#include <string_view>

namespace gazette::indexer {

/// True for a first name (folded, one word): "marie", "denzel".
bool is_first_name(std::string_view folded_word);

/// True for the surname of someone in the news that is also the name of a place: "hollande",
/// "clinton".
bool is_public_figure(std::string_view folded_word);

/// True for what stands before a surname: "m", "mme", "dr", "lord".
bool is_person_title(std::string_view folded_word);

/// True for a word that may begin a sentence before a place without making a name with it: "selon",
/// "hier".
bool is_opening_word(std::string_view folded_word);

/// True when some such name (see name_without_place) begins with this word.
bool begins_name_without_place(std::string_view folded_word);

/// Words of the longest name of an organisation, work, or person that begins with `folded_words`
/// and is no place, though a place stands in it ("air france", "new york times"); 0 when there is
/// none. `folded_words` are parted by single spaces.
std::size_t name_without_place(std::string_view folded_words);

}  // namespace gazette::indexer
