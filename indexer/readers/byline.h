// Bylines: the names that "Par A et B, envoyée spéciale" signs with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gazette::indexer {

/// The authors of a byline, in its order: "Par", "By", "Von" and the like dropped, lists parted,
/// functions and places behind a name left out. A name alone is itself.
std::vector<std::string> split_byline(std::string_view byline);

/// The same; one that names no person stays whole ("Lagence avec AGP").
std::vector<std::string> names_in_byline(std::string_view text);

/// The name of what feeds call a person: "jean@exemple.fr (Jean Dupont)" and "Jean Dupont
/// <jean@exemple.fr>" are Jean Dupont; an address alone is itself.
std::string person_name(std::string_view text);

}  // namespace gazette::indexer
