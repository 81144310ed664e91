// Any bytes: tokens stand in order, on character boundaries, inside the text.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/analysis/analyzer.h"
#include "tests/fuzz/require.h"

namespace {

bool continues_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using gazette::fuzz::require;
  static gazette::Analyzer analyzer;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::uint32_t last_position = 0;
  for (const gazette::Token& token : analyzer.analyze(text)) {
    require(token.begin < token.end && token.end <= text.size(), "a token stands in the text");
    // Of a stray continuation byte nothing is promised but that it parts words.
    require(!continues_character(text, token.begin), "a token begins on a character");
    require(token.position >= last_position, "positions ascend");
    require(!token.word->folded.empty(), "a word has a folded form");
    require(token.by_stem() || token.by_name(), "a word is indexed by something");
    last_position = token.position;
  }
  return 0;
}
