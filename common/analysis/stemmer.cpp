// The order of the rules: what is no French word stays; then the table; then demonyms; then
// Snowball between two repairs.
#include "common/analysis/stemmer.h"

#include <libstemmer.h>

#include <stdexcept>

#include "common/analysis/fold.h"
#include "common/analysis/french_endings.h"
#include "common/analysis/stem_overrides.h"
#include "common/utf8.h"

namespace gazette {
namespace {

struct StemmerDeleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

/// Letters that French words are written with.
bool french(std::string_view word) {
  constexpr std::u32string_view kAccented = U"àâäçéèêëîïôöùûüÿ";
  for (std::size_t i = 0; i < word.size();) {
    const utf8::Decoded d = utf8::decode(word, i);
    const bool plain = d.code_point >= 'a' && d.code_point <= 'z';
    if (!plain && kAccented.find(d.code_point) == std::u32string_view::npos) return false;
    i += d.length;
  }
  return true;
}

}  // namespace

struct Stemmer::Snowball {
  std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer{sb_stemmer_new("french", "UTF_8")};

  std::string stem(std::string_view word) {
    const sb_symbol* result =
        sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                        static_cast<int>(word.size()));
    if (result == nullptr) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(result),
            static_cast<std::size_t>(sb_stemmer_length(stemmer.get()))};
  }
};

Stemmer::Stemmer() : snowball_(std::make_unique<Snowball>()) {
  if (!snowball_->stemmer) throw std::runtime_error("libstemmer has no French stemmer");
}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

Stem Stemmer::stem(std::string_view exact) {
  std::string word = spell_out_ligatures(exact);
  if (!french(word)) {
    word = fold(word);  // García is Garcia
    if (!french(word)) return {std::move(word), "foreign"};
  }
  if (const auto stem = stem_override(word)) return {std::string(*stem), "override"};
  if (auto stem = demonym_stem(word)) return {std::move(*stem), "demonym"};
  const std::string regular = regular_ending(word);
  if (regular != word) {
    if (const auto stem = stem_override(regular)) return {std::string(*stem), "override"};
  }
  std::string stem = snowball_->stem(regular);
  unify_last_consonants(stem);
  if (stem.empty()) stem = word;
  return {std::move(stem), regular == word ? "snowball" : "repaired"};
}

}  // namespace gazette
