// A token: one word of a text, with its forms and the bytes it stands on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gazette {

/// The forms of one distinct spelling; shared by all its occurrences and owned by the analyzer.
struct WordForms {
  std::uint64_t folded_hash = 0;  ///< of `folded` (XXH3): what fingerprints are made of; asked for
                                  ///< at every occurrence, so beside what the cache compares
  std::string exact;   ///< lower case, composed, accents and œ kept: what `=mot` compares
  std::string folded;  ///< exact without accents, ligatures spelt out; always set
  std::string
      stem;  ///< what the common word is indexed and found by (accents kept: "chât" is not "chat")
  std::string name;  ///< what the name is indexed by when the word may be a protected name too
                     ///< ("tours"); else empty
  bool stop_word = false;
  bool mostly_name = false;  ///< as a query it means the name alone: `paris` is never « un pari »
  bool number = false;  ///< digits, possibly with a decimal point: exact, folded and stem are equal
  std::string_view why;  ///< the rule that made the stem: "snowball", "protected", "override", …
};

/// What a token is to the text beside the plain word.
enum class TokenKind : std::uint8_t {
  kWord,         ///< the word itself; exactly one of these advances the position
  kAlternative,  ///< same place, as good as the word before: étudiant·e·s also says étudiantes
                 ///< (index and query)
  kIndexOnly,  ///< same place, so that a part is found: "brien" of O'Brien (index and highlighter,
               ///< never a query)
};

/// How sure it is that a word written like a name is one.
enum class NameUse : std::uint8_t {
  kNever,     ///< no name, or written in lower case: indexed by its stem
  kPossibly,  ///< at the start of a sentence or in capitals: indexed by both
  kSurely,    ///< capitalised inside a sentence: indexed by its name alone
};

/// Offsets are bytes into the analysed text, on character boundaries, the elided article outside.
struct Token {
  const WordForms* word = nullptr;  ///< valid until the analyzer's next call
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t position =
      0;  ///< 1-based (or from where the caller asked); several tokens may share one
  TokenKind kind = TokenKind::kWord;
  NameUse name_use = NameUse::kNever;

  /// True when the word is indexed by its stem / by its name (either or both).
  [[nodiscard]] bool by_stem() const {
    if (word->name.empty()) return true;
    return word->mostly_name ? name_use == NameUse::kNever : name_use != NameUse::kSurely;
  }
  [[nodiscard]] bool by_name() const {
    return !word->name.empty() && (word->mostly_name || name_use != NameUse::kNever);
  }
};

}  // namespace gazette
