// The ways in which one and the same word is typed.
#pragma once

#include <string>
#include <vector>

namespace gazette::testing {

/// A query that must find what the plain one finds, and what was done to it.
struct Retyped {
  std::string query;
  std::string how;
};

/// `word` in capitals, without accents, decomposed, with other apostrophes, after an elided
/// article.
std::vector<Retyped> retyped(const std::string& word);

/// Without accents and ligatures, composed.
std::string without_accents(const std::string& text);

}  // namespace gazette::testing
