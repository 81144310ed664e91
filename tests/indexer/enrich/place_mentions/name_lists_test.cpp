// The word lists: folded, so that what is looked up can be found.
#include "indexer/enrich/place_mentions/name_lists.h"

#include <doctest/doctest.h>

#include <string>

#include "common/places/place_name.h"
#include "indexer/enrich/place_mentions/embedded_lists.h"
#include "indexer/enrich/place_mentions/word_set.h"

namespace gazette::indexer {
namespace {

TEST_CASE("name lists: every entry is folded, and every list has some") {
  for (const std::string_view list :
       {lists::first_names(), lists::head_nouns(), lists::located_words(), lists::name_tails(),
        lists::not_places(), lists::opening_words(), lists::person_titles(),
        lists::public_figures(), lists::strict_names(), lists::team_heads(),
        lists::team_nicknames(), lists::unknown_heads()}) {
    std::size_t entries = 0;
    for (const std::string_view entry : WordSet(list)) {
      CHECK(fold_place_name(entry) == entry);
      ++entries;
    }
    CHECK(entries > 0);
  }
}

TEST_CASE("name lists: nouns in small letters are known with their accents and without") {
  for (const char* word : {"île", "ile", "vallée", "vallee", "mer", "bande"}) {
    CAPTURE(word);
    CHECK(begins_lower_name(word));
  }
  CHECK_FALSE(begins_lower_name("maison"));
  CHECK_FALSE(begins_lower_name(""));
}

TEST_CASE("name lists: the longest name without a place is found, at its beginning") {
  CHECK(begins_name_without_place("new"));
  CHECK(name_without_place("new york times et le monde") == 3);
  CHECK(name_without_place("air france klm vole") == 3);
  CHECK(name_without_place("le new york times") == 0);
}

}  // namespace
}  // namespace gazette::indexer
