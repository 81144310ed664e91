// Embeds the lists by the assembler, as the gazetteer is.
#include "indexer/enrich/place_mentions/embedded_lists.h"

#include <cstddef>

// GAZETTE_LIST_DIR is where the lists stand in the source tree.
#define GAZETTE_LIST(name)                                                                      \
  __asm__(".section .rodata, \"a\"\n.globl gazette_list_" #name "\n.hidden gazette_list_" #name \
          "\n.globl gazette_list_end_" #name "\n.hidden gazette_list_end_" #name                \
          "\ngazette_list_" #name ":\n.incbin \"" GAZETTE_LIST_DIR "/" #name                    \
          ".txt\"\ngazette_list_end_" #name ":\n.previous\n");                                  \
  extern "C" {                                                                                  \
  extern const char gazette_list_##name[] __attribute__((visibility("hidden")));                \
  extern const char gazette_list_end_##name[] __attribute__((visibility("hidden")));            \
  }                                                                                             \
  namespace gazette::indexer::lists {                                                           \
  std::string_view name() {                                                                     \
    return {gazette_list_##name,                                                                \
            static_cast<std::size_t>(gazette_list_end_##name - gazette_list_##name)};           \
  }                                                                                             \
  }

GAZETTE_LIST(first_names)
GAZETTE_LIST(head_nouns)
GAZETTE_LIST(located_words)
GAZETTE_LIST(lower_name_words)
GAZETTE_LIST(name_tails)
GAZETTE_LIST(not_places)
GAZETTE_LIST(opening_words)
GAZETTE_LIST(person_titles)
GAZETTE_LIST(public_figures)
GAZETTE_LIST(strict_names)
GAZETTE_LIST(team_heads)
GAZETTE_LIST(team_nicknames)
GAZETTE_LIST(unknown_heads)
