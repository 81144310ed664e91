// Spelling as it stands in a text -> its forms, worked out once: 98 of 100 words of news are met
// before.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/stemmer.h"
#include "common/analysis/token.h"

namespace gazette {

/// How a spelling is written, which says whether it may be a name.
enum class Lettering : std::uint8_t { kLower, kCapitalised, kCapitals };

/// Forms of one spelling, and what the analyzer must know of it beside them.
/// What every occurrence needs comes first, in one cache line; the look-up of a word is two memory
/// accesses.
struct alignas(64) CachedWord {
  std::string spelling;
  const std::vector<std::string_view>* parts = nullptr;  ///< weekend: written whole, but two words
  Lettering lettering = Lettering::kLower;
  bool may_be_name = false;      ///< forms.name is set
  bool compound_prefix = false;  ///< anti-, micro-: joined with what a hyphen adds
  bool short_letters = false;    ///< G, MH: joined with the number behind a hyphen
  bool goes_on = false;          ///< prud, aujourd: with the next word, one
  WordForms forms;
  std::vector<std::string_view> own_parts;  ///< of letters and digits; `parts` points here then
};

/// Grows to a bound, then starts anew. Entries keep their address until `start_anew_if_full`.
class WordCache {
 public:
  WordCache();
  const CachedWord& find(std::string_view spelling);

  /// Empties the cache when it holds more than its bound; call when no entry is in use.
  void start_anew_if_full();

 private:
  struct Slot {
    std::uint64_t hash = 0;
    const CachedWord* word = nullptr;  ///< null in an empty slot
  };

  const CachedWord& find_or_add(std::string_view spelling, std::uint64_t hash);
  const CachedWord& add(std::string_view spelling, std::uint64_t hash, std::size_t slot);
  void grow();

  std::vector<Slot> front_;  ///< the last word seen for each low hash: fits the second-level cache
  std::vector<Slot> slots_;  ///< open addressing, power of two, at most half full
  std::deque<CachedWord> words_;
  Stemmer stemmer_;
};

}  // namespace gazette
