// Look-up in the embedded table of protected names.
#include "common/places/protected_names.h"

#include <stdexcept>

#include "common/places/embedded.h"
#include "common/places/packed.h"

namespace gazette {
namespace {

struct Table {
  const std::uint32_t* slots;
  std::uint32_t mask;
  const char* pool;
};

Table open_table() {
  const char* bytes = packed::protected_names_bytes();
  packed::ProtectedHeader header{};
  std::memcpy(&header, bytes, sizeof header);
  if (header.magic != packed::kProtectedMagic) {
    throw std::runtime_error("the embedded protected names are of another version: build again");
  }
  return {reinterpret_cast<const std::uint32_t*>(bytes + header.slots.offset),
          header.slots.count - 1, bytes + header.pool.offset};
}

}  // namespace

NameKind protected_name(std::string_view folded_word) {
  static const Table table = open_table();
  for (std::uint32_t slot = packed::hash(folded_word) & table.mask; table.slots[slot] != 0;
       slot = (slot + 1) & table.mask) {
    const std::uint32_t entry = table.slots[slot];
    if (packed::string_at(table.pool, entry / 2 - 1) != folded_word) continue;
    return entry % 2 != 0 ? NameKind::kAlsoCommonWord : NameKind::kName;
  }
  return NameKind::kNone;
}

}  // namespace gazette
