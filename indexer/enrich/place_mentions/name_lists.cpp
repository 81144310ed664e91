// One set a list, made when it is first asked for.
#include "indexer/enrich/place_mentions/name_lists.h"

#include <algorithm>
#include <string>

#include "indexer/enrich/place_mentions/embedded_lists.h"
#include "indexer/enrich/place_mentions/word_set.h"

namespace gazette::indexer {

bool is_first_name(std::string_view folded_word) {
  static const WordSet names(lists::first_names());
  return names.contains(folded_word);
}

bool is_public_figure(std::string_view folded_word) {
  static const WordSet figures(lists::public_figures());
  return figures.contains(folded_word);
}

bool is_person_title(std::string_view folded_word) {
  static const WordSet titles(lists::person_titles());
  return titles.contains(folded_word);
}

bool is_opening_word(std::string_view folded_word) {
  static const WordSet openings(lists::opening_words());
  return openings.contains(folded_word);
}

bool is_head_noun(std::string_view folded_word) {
  static const WordSet nouns(lists::head_nouns());
  return nouns.contains(folded_word);
}

bool is_unknown_head(std::string_view folded_word) {
  static const WordSet heads(lists::unknown_heads());
  return heads.contains(folded_word);
}

bool is_located_word(std::string_view folded_word) {
  static const WordSet words(lists::located_words());
  return words.contains(folded_word);
}

bool is_team_head(std::string_view folded_word) {
  static const WordSet heads(lists::team_heads());
  return heads.contains(folded_word);
}

bool is_team_nickname(std::string_view folded_word) {
  static const WordSet nicknames(lists::team_nicknames());
  return nicknames.contains(folded_word);
}

bool is_name_tail(std::string_view folded_word) {
  static const WordSet tails(lists::name_tails());
  return tails.contains(folded_word) || is_team_nickname(folded_word);
}

bool begins_lower_name(std::string_view word) {
  static const WordSet words(lists::lower_name_words());
  return words.contains(word);
}

bool is_strict_name(std::string_view folded_name) {
  static const WordSet names(lists::strict_names());
  return names.contains(folded_name);
}

bool begins_name_without_place(std::string_view folded_word) {
  static const std::string joined = [] {
    std::string words;
    for (const std::string_view name : WordSet(lists::not_places())) {
      words.append(name.substr(0, name.find(' '))).append("\n");
    }
    return words;
  }();
  static const WordSet firsts(joined);
  return firsts.contains(folded_word);
}

std::size_t name_without_place(std::string_view folded_words) {
  static const WordSet names(lists::not_places());
  for (std::string_view head = folded_words; !head.empty();) {
    if (names.contains(head))
      return 1 + static_cast<std::size_t>(std::count(head.begin(), head.end(), ' '));
    const std::size_t space = head.rfind(' ');
    head = space == std::string_view::npos ? std::string_view() : head.substr(0, space);
  }
  return 0;
}

}  // namespace gazette::indexer
