// Words as readers see them: spellings that must find each other, and families that must not.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace gazette::testing {

/// One word of a text or a query, as it is spelt there.
struct Spelling {
  std::string text;    ///< as written, perhaps with its elided article
  std::string exact;   ///< lower case, without the article
  std::string folded;  ///< without accents
};

/// Spellings of one word: any of them in a query finds all of them.
struct Family {
  std::vector<Spelling> spellings;
  bool stop_word = false;
  bool number = false;
};

/// Families that have no spelling in common; written from French, not from the analyzer.
const std::vector<Family>& families();

/// Compounds: what is written with hyphens, as indices into families().
struct Compound {
  std::string text;
  std::vector<std::size_t> parts;
};
const std::vector<Compound>& compounds();

}  // namespace gazette::testing
