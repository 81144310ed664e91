// Cues and vetoes.
#include "indexer/enrich/place_mentions/context.h"

#include <algorithm>

#include "indexer/enrich/place_mentions/name_lists.h"
#include "indexer/enrich/place_mentions/word_set.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kMaxOtherNameWords = 7;
constexpr double kKnownToAll = 85;  // rank of the capitals that nobody is named after
constexpr std::size_t kShortestAdjective = 4;
constexpr std::size_t kCapitalsRun = 3;  // words in capitals from which they say nothing

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool touches(Joint joint) { return joint == Joint::kSpace || joint == Joint::kApostrophe; }

bool is_article(std::string_view word) { return is_one_of(word, {"le", "la", "l", "les"}); }

bool is_of(std::string_view word) { return is_one_of(word, {"de", "d", "du", "des"}); }

bool begins_sentence(Joint joint) {
  return joint == Joint::kStart || joint == Joint::kSentence || joint == Joint::kQuote ||
         joint == Joint::kColon;
}

/// Those of them that name a team or competition in lower case too; "le marathon de New York" does
/// name the place.
bool is_team_always(std::string_view word) {
  return is_one_of(word, {"equipe", "equipes", "championnat", "championnats", "coupe", "xv"});
}

}  // namespace

Context::Context(const MarkedText& text)
    : text_(text), other_name_(text.size(), false), capitals_(text.size(), false) {
  mark_other_names();
  mark_capitals();
}

void Context::mark_other_names() {
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const TextWord& word = text_.word(i);
    // In small letters only "la duchesse de Cambridge": "la commune de Paris" is a place.
    if (!word.capital && !word.digit && !(word.plain && is_person_title(text_.raw(i)))) continue;
    const std::string_view first = text_.folded(i);
    if (!begins_name_without_place(first)) continue;
    std::string words(first);
    for (std::size_t k = i + 1; k < text_.size() && k < i + kMaxOtherNameWords; ++k) {
      const Joint joint = text_.word(k).joint;
      if (!touches(joint) && joint != Joint::kHyphen) break;
      words += ' ';
      words += text_.folded(k);
    }
    const std::size_t length = name_without_place(words);
    for (std::size_t k = i; k < i + length; ++k) other_name_[k] = true;
    if (length > 1) i += length - 1;
  }
}

void Context::mark_capitals() {
  std::size_t written_in_capitals = 0;
  for (std::size_t i = 0; i < text_.size(); ++i) written_in_capitals += text_.word(i).upper ? 1 : 0;
  if (written_in_capitals < kCapitalsRun) return;
  std::size_t begin = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i <= text_.size(); ++i) {
    const bool inside = i < text_.size() && text_.word(i).joint != Joint::kSentence &&
                        (text_.word(i).upper || text_.word(i).digit ||
                         (text_.word(i).capital && text_.raw(i).size() <= 2));
    if (inside) {
      count += text_.word(i).upper ? 1 : 0;
      continue;
    }
    if (count >= kCapitalsRun) {
      for (std::size_t k = begin; k < i; ++k) capitals_[k] = true;
    }
    begin = i;
    count = i < text_.size() && text_.word(i).upper ? 1 : 0;
    if (count == 0) begin = i + 1;
  }
}

std::string_view Context::before(const Candidate& candidate, std::size_t words) const {
  if (candidate.first < words) return {};
  for (std::size_t k = 0; k < words; ++k) {
    const Joint joint = text_.word(candidate.first - k).joint;
    if (!touches(joint) && !(k > 0 && joint == Joint::kHyphen)) return {};
  }
  return text_.folded(candidate.first - words);
}

CueFound Context::cue(const Candidate& candidate) const {
  if (text_.word(candidate.first).joint == Joint::kOpen)
    return {Cue::kStrong, "parenthesis", false, false};
  const std::string_view one = before(candidate, 1);
  if (one.empty()) return {};
  const std::string_view two = before(candidate, 2);
  if (one == "a" || one == "vers" || one == "depuis" || one == "jusqu") {
    return {Cue::kStrong, "preposition", one == "a", false, one == "a" && is_located_word(two)};
  }
  if (one == "en") return {Cue::kStrong, "preposition", false, true};
  if (one == "au" || one == "aux")
    return {Cue::kStrong, "preposition", false, !candidate.article_dropped};
  if (is_article(one) && (two == "dans" || two == "vers" || two == "sur")) {
    return {Cue::kStrong, "preposition", false, true};
  }
  if (is_article(one) && two == "a")
    return {Cue::kStrong, "preposition", candidate.article_dropped, false};
  if (one == "dans" || one == "sur") return {Cue::kWeak, "preposition", false, false};
  const bool contracted = (one == "du" || one == "des") && !candidate.article_dropped;
  if (is_of(one) && is_head_noun(two)) {
    return {Cue::kStrong, "head noun", false, contracted, is_unknown_head(two)};
  }
  if (is_of(one) && is_adjective_of_settlement(candidate)) {
    return {Cue::kStrong, "head noun", false, contracted, true};
  }
  if (is_article(one) && is_of(two) && is_head_noun(before(candidate, 3))) {
    return {Cue::kStrong, "head noun", false, true};
  }
  if (is_article(one)) return {Cue::kWeak, "article", false, true};
  if (one == "du" || one == "des") return {Cue::kWeak, "of", false, contracted};
  if (is_of(one)) return {Cue::kWeak, "of", false, false};
  if (is_one_of(one, {"pour", "par", "contre", "avec", "entre", "chez", "selon", "via", "que",
                      "face", "ni", "rejoindre", "quitter", "gagner", "quitte", "rejoint"})) {
    return {Cue::kWeak, "preposition", false, false};
  }
  return {};
}

/// "la ville libyenne de Syrte"
bool Context::is_adjective_of_settlement(const Candidate& candidate) const {
  const std::string_view adjective = before(candidate, 2);
  return adjective.size() >= kShortestAdjective && !text_.word(candidate.first - 2).capital &&
         !is_opening_word(adjective) && is_unknown_head(before(candidate, 3));
}

bool Context::is_surname(const Candidate& candidate) const {
  const TextWord& first = text_.word(candidate.first);
  if (candidate.first > 0 && first.joint == Joint::kSpace) {
    const TextWord& previous = text_.word(candidate.first - 1);
    const std::string_view folded = text_.folded(candidate.first - 1);
    const bool initials =
        previous.capital && text_.raw(candidate.first - 1).size() == 1 && folded != "a";
    if (previous.capital && (is_first_name(folded) || initials)) return true;
    if (is_person_title(folded)) return true;
  }
  // "M. Bordeaux", "George W. Bush": the point of an abbreviation is no end of a sentence.
  if (candidate.first > 0 && first.joint == Joint::kSentence &&
      first.begin - text_.word(candidate.first - 1).end <= 3) {
    const TextWord& previous = text_.word(candidate.first - 1);
    const bool point = text_.text().substr(previous.end, 1) == ".";
    const bool letter = previous.capital && previous.end - previous.begin == 1;
    const bool title = previous.capital && previous.end - previous.begin <= 3 &&
                       is_person_title(text_.folded(candidate.first - 1));
    if (point && (letter || title)) return true;
  }
  // Dominique de Villepin, Cecile de France
  if (is_of(before(candidate, 1)) && candidate.first >= 2) {
    const TextWord& name = text_.word(candidate.first - 2);
    if (name.capital && is_first_name(text_.folded(candidate.first - 2))) return true;
  }
  return false;
}

/// Paris Hilton, Florence Parly
bool Context::is_first_name_of_person(const Candidate& candidate, const PlaceBrief& place,
                                      const CueFound& found) const {
  const bool flagged = place.flags.find('p') != std::string_view::npos;
  const std::size_t next = candidate.last + 1;
  if (candidate.first != candidate.last || next >= text_.size() || in_capitals(candidate))
    return false;
  if (text_.word(next).joint != Joint::kSpace || !text_.word(next).capital) return false;
  if (!flagged && !is_first_name(text_.folded(candidate.last))) return false;
  // "le procureur de Paris Rémi Heitz": nobody's first name behind a noun that takes a place
  return place.rank < kKnownToAll || found.cue != Cue::kStrong;
}

bool Context::is_brand(const Candidate& candidate, const PlaceBrief& place) const {
  if (in_capitals(candidate)) return false;
  const TextWord& first = text_.word(candidate.first);
  if (candidate.first > 0 && first.joint == Joint::kSpace && other_name_[candidate.first - 1]) {
    return true;  // France 3 Occitanie
  }
  if (candidate.first > 0 && first.joint == Joint::kSpace &&
      text_.word(candidate.first - 1).capital) {
    const TextWord& previous = text_.word(candidate.first - 1);
    const std::string_view folded = text_.folded(candidate.first - 1);
    const bool opening = begins_sentence(previous.joint) && is_opening_word(folded);
    const bool small = previous.end - previous.begin <= 2 && is_opening_word(folded);  // "À Paris"
    const bool of = is_of(folded) || is_article(folded);
    if (!opening && !small && !of && !is_one_of(folded, {"grand", "nord", "sud", "est", "ouest"}))
      return true;
  }
  const std::size_t next = candidate.last + 1;
  if (next < text_.size() && text_.word(next).joint == Joint::kSpace && text_.word(next).capital &&
      text_.folded(next) != "a") {
    if (is_name_tail(text_.folded(next))) return true;  // Manchester United
    const bool town = place.type == "city" || place.type == "admin2";
    const bool ambiguous = place.flags.find('w') != std::string_view::npos && place.rank < 80;
    const std::string_view cue_word = before(candidate, 1);
    const bool located =
        cue_word == "a" || cue_word == "en" || cue_word == "au" || cue_word == "aux";
    // "… et Israël Comment les Emirats …": another sentence, whose point is missing
    const std::string_view next_word = text_.folded(next);
    if (place.rank >= kKnownToAll &&
        (is_opening_word(next_word) || is_first_name(next_word) || is_person_title(next_word))) {
      return false;
    }
    if ((!town || ambiguous) && !located) return true;  // France Télévisions, Orange Bank
    if (candidate.article_dropped) return true;         // le Val Ferret
  }
  return false;
}

bool Context::is_team(const Candidate& candidate) const {
  std::string_view of = before(candidate, 1);
  std::size_t head = 2;
  if (is_article(of)) {
    of = before(candidate, 2);
    head = 3;
  }
  if (!is_of(of) || candidate.first < head) return false;
  const std::string_view noun = before(candidate, head);
  if (noun.empty()) return false;
  const std::size_t at = candidate.first - head;
  if (is_team_head(noun) && (text_.word(at).capital || is_team_always(noun))) return true;
  return is_team_nickname(noun) && text_.word(at).capital;  // "les Lakers de Los Angeles"
}

/// "rue de Rivoli", "porte de Versailles"
bool Context::is_street(const Candidate& candidate) const {
  std::size_t head = 2;
  if (is_article(before(candidate, 1)) && is_of(before(candidate, 2))) head = 3;
  if (head == 2 && !is_of(before(candidate, 1))) return false;
  return is_one_of(before(candidate, head),
                   {"rue", "avenue", "boulevard", "porte", "impasse", "square"});
}

/// Towns take no article: "la Mustang", "au CHU", "le Newport RFC" are none.
bool Context::has_determiner(const Candidate& candidate, const PlaceBrief& place) const {
  if (place.type != "city" || candidate.article_dropped) return false;
  return is_one_of(before(candidate, 1), {"le",  "la",  "l",  "les",  "du",    "des",  "au",  "aux",
                                          "un",  "une", "ce", "cet",  "cette", "ces",  "son", "sa",
                                          "ses", "mon", "ma", "leur", "notre", "votre"});
}

bool Context::is_foreign_acronym(const Candidate& candidate, const PlaceBrief& place) const {
  if (candidate.first != candidate.last || !text_.word(candidate.first).upper ||
      in_capitals(candidate))
    return false;
  const std::string_view raw = text_.raw(candidate.first);
  // Longer or better known is a name in capitals, as datelines have it: BAKOU, LIMA.
  if (raw.size() > 5 || place.rank >= kKnownToAll - 5 || (raw.size() == 5 && place.rank >= 60))
    return false;
  const PlaceRow row = Gazetteer::instance().row(candidate.names.front().row);
  return row.name.find(raw) == std::string_view::npos &&
         row.aliases.find(raw) == std::string_view::npos;
}

bool Context::in_capitals(const Candidate& candidate) const {
  return capitals_[candidate.first] && capitals_[candidate.last];
}

std::string_view Context::veto(const Candidate& candidate, const PlaceBrief& place,
                               const CueFound& cue) const {
  // A longer name of a place may hold such a name: "aéroport Charles de Gaulle".
  bool other = true;
  for (std::size_t i = candidate.first; i <= candidate.last; ++i) other = other && other_name_[i];
  if (other) return "other name";
  const std::size_t next = candidate.last + 1;
  if (text_.word(candidate.first).joint == Joint::kHyphen) return "glued";
  if (next < text_.size() && text_.word(next).joint == Joint::kHyphen) return "glued";
  if (is_surname(candidate)) return "person";
  if (is_first_name_of_person(candidate, place, cue)) return "first name";
  if (is_brand(candidate, place)) return "brand";
  if (is_street(candidate)) return "street";
  if (is_team(candidate)) return "team";
  if (has_determiner(candidate, place)) return "determiner";
  if (is_foreign_acronym(candidate, place)) return "acronym";
  return {};
}

}  // namespace gazette::indexer
