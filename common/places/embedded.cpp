// Embeds the packed files by the assembler: no copy at start, pages are read when they are touched.
#include "common/places/embedded.h"

// GAZETTE_PACKED_DIR is where the build put the files that pack_places made.
#define GAZETTE_EMBED(symbol, file)                                                             \
  __asm__(".section .rodata, \"a\"\n.balign 16\n.globl " symbol "\n.hidden " symbol "\n" symbol \
          ":\n.incbin \"" GAZETTE_PACKED_DIR "/" file                                           \
          "\"\n"                                                                                \
          ".balign 16\n.previous\n")

GAZETTE_EMBED("gazette_packed_gazetteer", "gazetteer.bin");
GAZETTE_EMBED("gazette_packed_protected_names", "protected_names.bin");

extern "C" {
extern const char gazette_packed_gazetteer[] __attribute__((visibility("hidden")));
extern const char gazette_packed_protected_names[] __attribute__((visibility("hidden")));
}

namespace gazette::packed {

const char* gazetteer_bytes() { return gazette_packed_gazetteer; }
const char* protected_names_bytes() { return gazette_packed_protected_names; }

}  // namespace gazette::packed
