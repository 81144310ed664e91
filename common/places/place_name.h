// Names of places made comparable: one spelling for every way to write a name.
#pragma once

#include <string>
#include <string_view>

namespace gazette {

/// `name` in lower case, without accents (œ = oe, ß = ss, ł = l), words parted by one space:
/// hyphens, apostrophes of every kind and any punctuation part words; St and Ste are saint and
/// sainte. Letters of other scripts are kept as they are. Any bytes are accepted.
std::string fold_place_name(std::string_view name);

/// A folded name without its leading article ("le havre" -> "havre"); the name itself when it has
/// none.
std::string_view without_article(std::string_view folded_name);

}  // namespace gazette
