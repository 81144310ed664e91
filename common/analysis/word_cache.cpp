// Forms of a spelling: exact, folded, stem, name; kept in an open-addressing table over stable
// entries.
#include "common/analysis/word_cache.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "common/analysis/char_class.h"
#include "common/analysis/compounds.h"
#include "common/analysis/fold.h"
#include "common/analysis/stop_words.h"
#include "common/places/protected_names.h"
#include "common/utf8.h"

namespace gazette {
namespace {

// A spelling takes about 300 bytes here: 60 MB at most. 34,000 news articles have 230,000
// spellings, of which a tenth makes nearly all the hits, so starting anew costs little.
constexpr std::size_t kMaxWords = 200'000;
constexpr std::size_t kFirstSlots = 1 << 13;
constexpr std::size_t kFrontSlots =
    1 << 12;  // 64 KB; the 4,000 commonest words are four fifths of a text

Lettering lettering_of(std::string_view spelling) {
  bool first = true;
  bool first_upper = false;
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (std::size_t i = 0; i < spelling.size();) {
    const utf8::Decoded d = utf8::decode(spelling, i);
    const CharClass kind = char_info(d.code_point).kind;
    if (is_letter(kind)) {
      const bool capital = kind == CharClass::kUpper;
      if (first) first_upper = capital;
      first = false;
      ++(capital ? upper : lower);
    }
    i += d.length;
  }
  if (upper >= 2 && lower == 0) return Lettering::kCapitals;
  return first_upper ? Lettering::kCapitalised : Lettering::kLower;
}

/// Digits only, or a canonical decimal number ("3.5"): see number.h.
bool is_number(std::string_view folded) {
  if (folded.empty() || folded.front() == '.') return false;
  for (const char c : folded) {
    if ((c < '0' || c > '9') && c != '.') return false;
  }
  return true;
}

bool has_digit(std::string_view folded) {
  return folded.find_first_of("0123456789") != std::string_view::npos;
}

/// Names that the news nearly always means, though in lower case they are plurals of common words.
bool is_also_a_plural(std::string_view folded) {
  return folded == "paris" || folded == "cannes" || folded == "rennes" || folded == "landes" ||
         folded == "vannes";
}

bool is_short_letters(std::string_view folded) {
  constexpr std::size_t kMost = 5;  // "covid-19"
  return folded.size() <= kMost &&
         std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void set_stem(WordForms& forms, Stemmer& stemmer) {
  if (is_number(forms.folded)) {
    forms.number = true;
    forms.stem = forms.folded;
    forms.exact = forms.folded;
    forms.why = "number";
    return;
  }
  if (has_digit(forms.folded)) {
    forms.stem = forms.folded;
    forms.why = "digits";
    return;
  }
  const NameKind kind = protected_name(forms.folded);
  if (kind == NameKind::kName && is_also_a_plural(forms.folded)) {
    forms.stem = stemmer.stem(forms.exact).text;
    forms.name = forms.folded;
    forms.mostly_name = true;
    forms.why = "name-first";
    return;
  }
  if (kind == NameKind::kName) {
    forms.stem = forms.folded;
    forms.why = "protected-name";
    return;
  }
  Stem stem = stemmer.stem(forms.exact);
  forms.why = stem.why;
  forms.stem = std::move(stem.text);
  if (kind == NameKind::kAlsoCommonWord && forms.stem != forms.folded) {
    forms.name = forms.folded;
    forms.why = "name-or-word";
  }
}

}  // namespace

WordCache::WordCache() : front_(kFrontSlots), slots_(kFirstSlots) {}

const CachedWord& WordCache::find(std::string_view spelling) {
  const std::uint64_t hash = XXH3_64bits(spelling.data(), spelling.size());
  Slot& front = front_[hash & (kFrontSlots - 1)];
  if (front.hash == hash && front.word != nullptr && front.word->spelling == spelling)
    return *front.word;
  const CachedWord& word = find_or_add(spelling, hash);
  front = {hash, &word};
  return word;
}

const CachedWord& WordCache::find_or_add(std::string_view spelling, std::uint64_t hash) {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.word == nullptr) return add(spelling, hash, at);
    if (slot.hash == hash && slot.word->spelling == spelling) return *slot.word;
  }
}

const CachedWord& WordCache::add(std::string_view spelling, std::uint64_t hash, std::size_t slot) {
  CachedWord& word = words_.emplace_back();
  word.spelling = spelling;
  word.lettering = lettering_of(spelling);
  WordForms& forms = word.forms;
  forms.exact = exact_form(spelling);
  forms.folded = fold(forms.exact);
  forms.folded_hash = XXH3_64bits(forms.folded.data(), forms.folded.size());
  forms.stop_word = is_stop_word(forms.exact);
  set_stem(forms, stemmer_);
  word.compound_prefix = is_compound_prefix(forms.folded);
  word.short_letters = is_short_letters(forms.folded);
  word.goes_on = may_go_on_across_blank(forms.folded);
  word.parts = compound_parts(forms.folded);
  if (word.parts == nullptr && has_digit(forms.folded)) {
    word.own_parts = mixed_parts(forms.folded);
    if (!word.own_parts.empty()) word.parts = &word.own_parts;
  }
  word.may_be_name = !forms.name.empty();
  slots_[slot] = {hash, &word};
  if (words_.size() * 2 > slots_.size()) grow();
  return word;
}

void WordCache::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.word == nullptr) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].word != nullptr) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

void WordCache::start_anew_if_full() {
  if (words_.size() <= kMaxWords) return;
  words_.clear();
  front_.assign(kFrontSlots, Slot{});
  slots_.assign(kFirstSlots, Slot{});
}

}  // namespace gazette
