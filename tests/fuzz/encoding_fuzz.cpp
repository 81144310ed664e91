// Any bytes, packed or not, become valid UTF-8 without U+0000, the same however they arrive.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "common/utf8.h"
#include "indexer/readers/utf8_source.h"
#include "tests/fuzz/require.h"

namespace {

using namespace gazette::indexer;

class Dribble : public ByteSource {
 public:
  Dribble(std::string bytes, std::size_t step) : bytes_(std::move(bytes)), step_(step) {}
  std::size_t read(char* into, std::size_t size) override {
    const std::size_t count = std::min({size, step_, bytes_.size() - at_});
    bytes_.copy(into, count, at_);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t step_, at_ = 0;
};

std::string decode(const std::string& bytes, std::size_t step) {
  InputNotes notes;
  const auto source = to_utf8(std::make_unique<Dribble>(bytes, step), notes);
  std::string out;
  char piece[512];
  while (const std::size_t got = source->read(piece, sizeof piece)) out.append(piece, got);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = decode(bytes, size + 1);
  using gazette::fuzz::require;
  require(gazette::utf8::valid(text), "text is UTF-8");
  require(text.find('\0') == std::string::npos, "no U+0000");
  require(decode(bytes, 1 + size % 7) == text, "steps do not matter");
  return 0;
}
