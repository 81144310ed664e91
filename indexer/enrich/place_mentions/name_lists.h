// Words about names that the search for places asks for, all folded: first names, titles, nouns
// that take a place, names that only contain one. The words themselves stand in data/.
#pragma once

#include <string_view>

namespace gazette::indexer {

/// True for a first name (one word): "marie", "denzel".
bool is_first_name(std::string_view folded_word);

/// True for the surname of someone in the news that is also the name of a place: "hollande",
/// "clinton".
bool is_public_figure(std::string_view folded_word);

/// True for what stands before a surname: "m", "mme", "dr", "lord".
bool is_person_title(std::string_view folded_word);

/// True for a word that may begin a sentence before a place without making a name with it: "selon",
/// "hier".
bool is_opening_word(std::string_view folded_word);

/// Nouns that take a place behind "de": "la ville de", "près de", "le maire de".
bool is_head_noun(std::string_view folded_word);

/// Those of them that make a place of a name that the gazetteer does not know.
bool is_unknown_head(std::string_view folded_word);

/// What happens in a place ("né", "survenue"): it makes a place of an unknown name behind "à".
bool is_located_word(std::string_view folded_word);

/// Heads of names of teams, competitions and works that end in "de" and a place: no place is meant.
bool is_team_head(std::string_view folded_word);

/// Nicknames of teams that are followed by their town; a rule by form would take "les Arméniens du
/// Karabakh".
bool is_team_nickname(std::string_view folded_word);

/// Words that make a name of an organisation with the town before them: "Manchester United".
bool is_name_tail(std::string_view folded_word);

/// Common nouns that names of places begin with in lower case: "mer Noire", "bande de Gaza". This
/// one is asked of every word: it takes the word as written, accents and all.
bool begins_lower_name(std::string_view word);

/// Names of places that are mostly something else in the news ("la Défense").
bool is_strict_name(std::string_view folded_name);

/// True when some name without a place (see name_without_place) begins with this word.
bool begins_name_without_place(std::string_view folded_word);

/// Words of the longest name of an organisation, work, or person that begins with `folded_words`
/// and is no place, though a place stands in it ("air france", "new york times"); 0 when there is
/// none. `folded_words` are parted by single spaces.
std::size_t name_without_place(std::string_view folded_words);

}  // namespace gazette::indexer
