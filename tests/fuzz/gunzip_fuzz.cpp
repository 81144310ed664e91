// Any bytes behind the magic of gzip: unpacking ends, and what is damaged says so.
#include <cstddef>
#include <cstdint>
#include <string>

#include "indexer/readers/gunzip.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gazette::indexer;
  InputNotes notes;
  std::string piece(1 + size % 5000, '\0');
  std::size_t total = 0;
  try {
    const auto source =
        unpacked(from_memory(std::string(reinterpret_cast<const char*>(data), size)), notes);
    while (const std::size_t got = source->read(piece.data(), piece.size())) total += got;
  } catch (const DamagedInput& damage) {
    gazette::fuzz::require(std::string(damage.what()).size() > 10, "damage says why");
  }
  gazette::fuzz::require(notes.trailing_garbage <= size * 1100, "garbage is counted once");
  gazette::fuzz::require(total <= (std::size_t{64} << 20) + size * 1100 * 1100,
                         "output is bounded");
  return 0;
}
