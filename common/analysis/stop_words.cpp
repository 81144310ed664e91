// The list is short on purpose: only words that say nothing of what an article is about.
#include "common/analysis/stop_words.h"

#include <string_view>
#include <unordered_set>

namespace gazette {

bool is_stop_word(std::string_view exact) {
  static const std::unordered_set<std::string_view> words = {
      // articles, contractions, and elided ones that stand alone
      "le", "la", "les", "un", "une", "des", "du", "de", "au", "aux", "l", "d", "j", "m", "t", "s",
      "c", "ç", "n", "qu", "hui",
      // prepositions
      "à", "en", "dans", "par", "pour", "sur", "avec", "sans", "sous", "chez", "vers", "entre",
      "dès", "depuis", "jusque", "jusqu",
      // conjunctions
      "et", "ou", "mais", "donc", "ni", "car", "que", "quand", "lorsque", "lorsqu", "puisque",
      "puisqu", "quoique", "quoiqu", "si", "comme",
      // pronouns
      "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "me", "te", "se", "lui",
      "leur", "leurs", "y", "moi", "toi", "soi", "eux", "ce", "cet", "cette", "ces", "ceci", "cela",
      "ça", "celui", "celle", "ceux", "celles", "là", "qui", "quoi", "dont", "où", "lequel",
      "laquelle", "lesquels", "lesquelles", "duquel", "auquel", "quel", "quelle", "quels",
      "quelles",
      // possessives
      "mon", "ma", "mes", "ton", "ta", "tes", "son", "sa", "ses", "notre", "nos", "votre", "vos",
      // negation and small adverbs
      "ne", "pas", "plus", "très", "aussi", "ainsi", "alors", "y",
      // être and avoir
      "est", "sont", "était", "étaient", "être", "suis", "sommes", "êtes", "sera", "seront",
      "serait", "seraient", "soit", "soient", "fut", "furent", "ai", "as", "a", "avons", "avez",
      "ont", "avait", "avaient", "aura", "auront", "aurait", "auraient", "ait", "aient", "avoir",
      // bare spellings of the above: what a reader types, what capitals print
      "etre", "etait", "etaient", "tres", "meme", "même", "ca", "des"};
  return words.contains(exact);
}

}  // namespace gazette
