// Runs of capitals that are no candidate, and the nouns, appositions and parentheses about them.
#include "indexer/enrich/place_mentions/unknown_names.h"

#include <algorithm>
#include <initializer_list>

#include "indexer/enrich/place_mentions/name_lists.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kMaxNameWords = 4;     // parted by spaces; hyphens may join more
constexpr std::size_t kMaxAcronymBytes = 5;  // "la ville de la CGT"
constexpr std::size_t kShortestAdjective = 4;
constexpr std::size_t kMaxParenthesisWords = 5;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_of(std::string_view word) { return is_one_of(word, {"de", "d", "du", "des"}); }

bool is_article(std::string_view word) { return is_one_of(word, {"le", "la", "l", "les"}); }

bool is_division(std::string_view word) {
  return is_one_of(word, {"nord", "sud", "est", "ouest", "centre", "region", "province",
                          "departement", "district", "prefecture", "banlieue", "peripherie", "etat",
                          "comte", "cercle", "canton", "wilaya", "gouvernorat", "oblast"});
}

/// True for a known name that is none here: it may be part of an unknown one ("Plan-Rossillon").
bool is_free(const Judged& judged) { return judged.rule.empty() && !judged.veto.empty(); }

/// "les îles Pratas", "le mont Gerbier": nouns that a name follows at once.
bool is_landform(std::string_view word) {
  return is_one_of(word, {"ile", "iles", "ilot", "ilots", "mont", "lac", "pic", "oued", "wadi",
                          "djebel", "fleuve", "riviere", "archipel", "atoll"});
}

/// "Amelia Island"
bool is_landform_tail(std::string_view word) {
  return is_one_of(word, {"island", "islands", "beach", "valley", "county", "bay", "springs",
                          "creek", "falls", "lake", "river", "hills"});
}

class Finder {
 public:
  Finder(const Field& field, const Memory& memory)
      : field_(field), text_(field.text), memory_(memory), taken_(field.text.size(), false) {
    for (const Judged& judged : field.judged) {
      if (is_free(judged)) continue;
      for (std::size_t i = judged.candidate.first; i <= judged.candidate.last; ++i)
        taken_[i] = true;
    }
  }

  std::vector<UnknownName> find(std::unordered_set<std::string>& names) {
    std::vector<UnknownName> found;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!may_begin(i)) continue;
      const std::size_t last = run_end(i);
      const std::string_view rule = rule_of(i, last);
      if (!rule.empty()) {
        found.push_back({i, last, rule});
        names.insert(text_.folded_between(i, last));
        add_second(last, found, names);
      }
      i = last;
    }
    return found;
  }

 private:
  [[nodiscard]] bool glued(std::size_t i) const {
    const Joint joint = text_.word(i).joint;
    return joint == Joint::kSpace || joint == Joint::kApostrophe;
  }

  /// The folded word `back` words before word `at`, when nothing but spaces part them.
  [[nodiscard]] std::string_view before(std::size_t at, std::size_t back) const {
    if (at < back) return {};
    for (std::size_t k = 0; k < back; ++k) {
      if (!glued(at - k)) return {};
    }
    return text_.folded(at - back);
  }

  [[nodiscard]] bool is_free_capital(std::size_t i) const {
    if (i >= text_.size()) return false;
    const TextWord& word = text_.word(i);
    return word.capital && !taken_[i] && !field_.context.is_other_name(i);
  }

  [[nodiscard]] bool may_begin(std::size_t i) const {
    if (!is_free_capital(i) || i == 0) return false;
    if (text_.word(i).joint == Joint::kSpace && text_.word(i - 1).capital) return false;
    const TextWord& word = text_.word(i);
    if (word.upper && text_.raw(i).size() <= kMaxAcronymBytes) return false;
    const std::string_view folded = text_.folded(i);
    return !is_first_name(folded) && !is_public_figure(folded) && !is_person_title(folded) &&
           !is_opening_word(folded) && !memory_.persons.contains(std::string(folded));
  }

  [[nodiscard]] std::size_t run_end(std::size_t first) const {
    std::size_t last = first;
    for (std::size_t words = 1; last + 1 < text_.size(); ++last) {
      const std::size_t next = last + 1;
      const Joint joint = text_.word(next).joint;
      if (joint == Joint::kHyphen) continue;
      const bool elided = joint == Joint::kApostrophe && text_.raw(last).size() == 1;
      const bool more = joint == Joint::kSpace && is_free_capital(next) &&
                        !is_first_name(text_.folded(next)) && ++words <= kMaxNameWords;
      if (!elided && !more) break;
    }
    return last;
  }

  [[nodiscard]] std::string_view rule_of(std::size_t first, std::size_t last) const {
    if (behind_head_noun(first) || is_landform(before(first, 1))) return "head noun";
    if (last > first && is_landform_tail(text_.folded(last)) && !before(first, 1).empty()) {
      return "head noun";
    }
    if (before_division(last)) return "qualified";
    const std::string_view one = before(first, 1);
    if (!is_one_of(one, {"a", "au", "aux"})) return {};
    if (before_apposition(last)) return "apposition";
    return is_located_word(before(first, 2)) ? "preposition" : std::string_view();
  }

  /// "le village de X", "la ville libyenne de X", "l'île de la X"
  [[nodiscard]] bool behind_head_noun(std::size_t first) const {
    std::size_t of = 1;
    if (is_article(before(first, 1))) of = 2;
    if (!is_of(before(first, of))) return false;
    const std::string_view head = before(first, of + 1);
    if (is_unknown_head(head)) return true;
    const bool adjective = head.size() >= kShortestAdjective &&
                           !text_.word(first - of - 1).capital && !is_opening_word(head);
    return adjective && is_unknown_head(before(first, of + 2));
  }

  /// "X (Lozère)": persons stand before parties and countries, not before départements.
  [[nodiscard]] bool before_division(std::size_t last) const {
    const std::size_t open = last + 1;
    if (open >= text_.size() || text_.word(open).joint != Joint::kOpen) return false;
    std::size_t end = open;
    while (end + 1 < text_.size() && text_.word(end + 1).joint != Joint::kClose) {
      const Joint joint = text_.word(end + 1).joint;
      const bool inside =
          joint == Joint::kSpace || joint == Joint::kHyphen || joint == Joint::kApostrophe;
      if (!inside || ++end - open >= kMaxParenthesisWords) return false;
    }
    const Gazetteer& gazetteer = Gazetteer::instance();
    for (const Gazetteer::Row row : gazetteer.find_name(text_.between(open, end))) {
      const PlaceBrief place = gazetteer.brief(row);
      if (place.type == "admin2" && place.country == "FR") return true;
    }
    return false;
  }

  /// "X, dans le nord du pays", "X, à 250 km de"
  [[nodiscard]] bool before_apposition(std::size_t last) const {
    const std::size_t comma = last + 1;
    if (comma + 2 >= text_.size() || text_.word(comma).joint != Joint::kComma) return false;
    const std::string_view one = text_.folded(comma);
    const std::string_view two = text_.folded(comma + 1);
    const std::string_view three = text_.folded(comma + 2);
    if (one == "pres" || one == "situe" || one == "situee" || one == "non") return true;
    if (is_one_of(one, {"ville", "village", "commune", "localite", "bourg", "bourgade"}))
      return true;
    if (one == "a") {
      return text_.word(comma + 1).digit || is_one_of(two, {"quelque", "environ"}) ||
             (two == "l" && (three == "exterieur" || is_division(three)));
    }
    if (one == "au") return is_division(two);
    return one == "dans" && is_article(two) && is_division(three);
  }

  /// "les villages de X et Y"
  void add_second(std::size_t last, std::vector<UnknownName>& found,
                  std::unordered_set<std::string>& names) const {
    const std::size_t link = last + 1;
    if (link + 1 >= text_.size() || text_.folded(link) != "et" || !glued(link)) return;
    const std::size_t first = link + 1;
    if (text_.word(first).joint != Joint::kSpace || !may_begin(first)) return;
    const std::size_t end = run_end(first);
    if (end > first && text_.word(first + 1).joint == Joint::kSpace) return;  // a person's name
    found.push_back({first, end, "list"});
    names.insert(text_.folded_between(first, end));
  }

  const Field& field_;
  const MarkedText& text_;
  const Memory& memory_;
  std::vector<bool> taken_;
};

}  // namespace

std::vector<UnknownName> find_unknown_names(const Field& field, const Memory& memory,
                                            std::unordered_set<std::string>& names) {
  return Finder(field, memory).find(names);
}

void repeat_unknown_names(const Field& field, const std::unordered_set<std::string>& names,
                          std::vector<UnknownName>& found) {
  if (names.empty()) return;
  std::vector<bool> taken(field.text.size(), false);
  const auto take = [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last; ++i) taken[i] = true;
  };
  for (const Judged& judged : field.judged) {
    if (!is_free(judged)) take(judged.candidate.first, judged.candidate.last);
  }
  for (const UnknownName& name : found) take(name.first, name.last);
  for (std::size_t i = 0; i < field.text.size(); ++i) {
    if (taken[i] || !field.text.word(i).capital) continue;
    if (i > 0 && field.text.word(i).joint == Joint::kSpace && field.text.word(i - 1).capital)
      continue;
    std::string words;
    for (std::size_t last = i; last < field.text.size() && last - i < 2 * kMaxNameWords; ++last) {
      const Joint joint = field.text.word(last).joint;
      if (last > i && joint != Joint::kSpace && joint != Joint::kHyphen &&
          joint != Joint::kApostrophe)
        break;
      words += (words.empty() ? "" : " ") + std::string(field.text.folded(last));
      const bool goes_on = last + 1 < field.text.size() && field.text.word(last + 1).capital &&
                           field.text.word(last + 1).joint == Joint::kSpace;
      if (goes_on || taken[last] || !names.contains(words)) continue;
      found.push_back({i, last, "sure elsewhere"});
      i = last;
      break;
    }
  }
  std::sort(found.begin(), found.end(),
            [](const UnknownName& a, const UnknownName& b) { return a.first < b.first; });
}

}  // namespace gazette::indexer
