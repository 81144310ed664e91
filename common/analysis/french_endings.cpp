// Rules by the shape of a word; the exceptions that shapes cannot tell are in
// data/stem_overrides.inc.
#include "common/analysis/french_endings.h"

#include <array>
#include <unordered_set>

#include "common/utf8.h"

namespace gazette {
namespace {

/// First and second persons of common verbs that end like demonyms in -nais, -lais, -dais, -tais.
bool is_past_tense(std::string_view word) {
  static const std::unordered_set<std::string_view> verbs = {
      "venais",    "devenais", "revenais", "tenais",     "maintenais",  "prenais",    "comprenais",
      "apprenais", "donnais",  "connais",  "reconnais",  "tournais",    "entraînais", "imaginais",
      "parlais",   "voulais",  "allais",   "appelais",   "travaillais", "demandais",  "attendais",
      "entendais", "rendais",  "perdais",  "répondais",  "regardais",   "gardais",    "étais",
      "mettais",   "portais",  "restais",  "sentais",    "chantais",    "montais",    "comptais",
      "luttais",   "partais",  "sortais",  "écoutais",   "doutais",     "habitais",   "existais",
      "détestais", "jetais",   "évitais",  "souhaitais", "profitais",   "quittais",   "battais",
      "cherchais", "marchais", "manquais", "expliquais", "jouais",      "mangeais"};
  return verbs.contains(word);
}

/// Endings in -ais that are verbs nearly always; the demonyms among them by name.
bool looks_like_verb(std::string_view word) {
  static const std::unordered_set<std::string_view> demonyms = {"havrais", "navarrais", "écossais",
                                                                "zaïrais", "gibraltarais"};
  constexpr std::array<std::string_view, 6> kVerbEndings = {"rais", "sais", "geais",
                                                            "uais", "yais", "vais"};
  if (demonyms.contains(word)) return false;
  for (const std::string_view ending : kVerbEndings) {
    if (word.ends_with(ending) && !word.ends_with("quais")) return true;
  }
  return is_past_tense(word);
}

bool drop_suffix(std::string_view& word, std::string_view suffix) {
  if (!word.ends_with(suffix)) return false;
  word.remove_suffix(suffix.size());
  return true;
}

constexpr std::size_t kShortestDemonym =
    6;  // characters of -ais forms: "malais", "danois"; below are mais, fois, bois
constexpr std::size_t kShortestPlural =
    5;  // characters: "euros", "amis" is in the table; below are bus, nos, pas

}  // namespace

std::optional<std::string> demonym_stem(std::string_view word) {
  for (const std::string_view masculine : {std::string_view("ais"), std::string_view("ois")}) {
    std::string_view base = word;
    const bool feminine = drop_suffix(base, "es") || drop_suffix(base, "e");
    if (!base.ends_with(masculine) || utf8::length(base) < kShortestDemonym) continue;
    if (!feminine && masculine == "ais" && looks_like_verb(base)) return std::nullopt;
    return std::string(base);
  }
  return std::nullopt;
}

std::string regular_ending(std::string_view word) {
  std::string_view base = word;
  if (drop_suffix(base, "trices") || drop_suffix(base, "trice")) {
    if (base.size() >= 2) return std::string(base) + "teur";
    return std::string(word);
  }
  if (word.size() >= 2 && word.back() == 's' &&
      std::string_view("aiou").find(word[word.size() - 2]) != std::string_view::npos &&
      utf8::length(word) >= kShortestPlural) {
    word.remove_suffix(1);
  }
  return std::string(word);
}

void unify_last_consonants(std::string& stem) {
  constexpr std::size_t kShortestQu = 6;  // "publiqu" is public, but "piqu" (piquer) is not pic
  if (stem.size() >= 3 && (stem.ends_with("iv") || stem.ends_with("euv"))) {
    stem.back() = 'f';
  } else if (stem.ends_with("iqu") && stem.size() >= kShortestQu) {
    stem.replace(stem.size() - 2, 2, "c");
  } else if (stem.ends_with("cqu")) {
    stem.erase(stem.size() - 2);
  }
}

}  // namespace gazette
