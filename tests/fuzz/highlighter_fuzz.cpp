// Any text, marked by any of its own words: marks stand inside passages, passages inside the text.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/analysis/analyzer.h"
#include "server/highlight/highlighter.h"
#include "tests/fuzz/require.h"

using gazette::fuzz::require;
using gazette::server::Marks;

namespace {

/// The first byte says how many of the text's first words are asked for, and whether as a phrase.
Marks marks_of(std::string_view text, unsigned char choice, gazette::Analyzer& analyzer) {
  Marks marks;
  const std::size_t wanted = 1 + (choice & 3U);
  for (const gazette::Token& token : analyzer.analyze(text)) {
    if (marks.words.size() == wanted) break;
    marks.words.push_back({.by = Marks::By::kStem, .forms = {token.word->stem}});
  }
  Marks::Sequence phrase;
  for (std::size_t i = 0; i < marks.words.size(); ++i) {
    phrase.slots.push_back({i});
    phrase.offsets.push_back(static_cast<std::uint32_t>(i));
    if ((choice & 4U) == 0) marks.free_words.push_back(i);
  }
  if ((choice & 4U) != 0 && phrase.slots.size() > 1) marks.sequences.push_back(phrase);
  return marks;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static gazette::Analyzer analyzer;
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Marks marks = marks_of(text, data[0], analyzer);
  gazette::server::Highlighter highlighter(marks, analyzer);
  for (const auto& fragment : highlighter.fragments(text, {})) {
    require(fragment.passage.begin <= fragment.passage.end && fragment.passage.end <= text.size(),
            "a passage stands in the text");
    std::size_t last = fragment.passage.begin;
    for (const auto& mark : fragment.marks) {
      require(mark.begin >= last && mark.begin < mark.end, "marks ascend and are not empty");
      last = mark.end;
    }
    require(last <= fragment.passage.end, "marks stand in their passage");
    const std::string html = gazette::server::to_html(text, fragment.passage, fragment.marks);
    require(static_cast<std::size_t>(std::count(html.begin(), html.end(), '<')) ==
                2 * fragment.marks.size(),
            "<mark> and </mark> are the only tags");
  }
  return 0;
}
