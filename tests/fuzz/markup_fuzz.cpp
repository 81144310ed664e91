// Any text as markup: valid text comes out, and reading it as a line leaves one line.
#include <cstddef>
#include <cstdint>
#include <string>

#include "common/utf8.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/markup_text.h"
#include "indexer/readers/source_time.h"
#include "tests/fuzz/require.h"

using gazette::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gazette::indexer;
  const std::string text = gazette::utf8::repaired({reinterpret_cast<const char*>(data), size});
  const std::string paragraphs = markup_text(text, {.shortcodes = true, .blank_lines = true});
  require(gazette::utf8::valid(paragraphs), "text is UTF-8");
  require(gazette::utf8::valid(escaped_markup_text(text)), "text is UTF-8");
  const std::string line = markup_line(text);
  require(line.find('\n') == std::string::npos, "a line is one line");
  for (const std::string& name : split_byline(line)) {
    require(!name.empty() && gazette::utf8::valid(name), "a name is a text");
  }
  parse_source_time(line, gazette::TimeZone::paris());
  return 0;
}
