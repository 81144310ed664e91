// Groups inside a phrase: "(aide OU assistance) humanitaire" is two phrases.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gazette::server {

/// The phrases that `text` spells out, at most limits::kMaxPhraseVariants: `text` itself when it
/// has no group. A group is a pair of brackets with OU or OR between blanks; other brackets are
/// punctuation.
struct PhraseVariants {
  std::vector<std::string> texts;
  bool groups = false;   ///< `text` has groups
  bool bounded = false;  ///< there were more
};
PhraseVariants phrase_variants(std::string_view text);

}  // namespace gazette::server
