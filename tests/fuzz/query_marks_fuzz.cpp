// A first line as a query, the rest as a text that it marks: marks stand inside passages.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/utf8.h"
#include "server/highlight/highlighter.h"
#include "server/search/matches.h"
#include "server/search/query_words.h"
#include "tests/fuzz/archive.h"
#include "tests/fuzz/require.h"
#include "tests/server/search/test_archive.h"

using gazette::fuzz::require;
namespace server = gazette::server;

namespace {

void check(const std::vector<server::Span>& marks, std::string_view text) {
  std::size_t last = 0;
  for (const server::Span& mark : marks) {
    require(mark.begin >= last && mark.begin < mark.end, "marks ascend and are not empty");
    require(gazette::utf8::valid(text.substr(mark.begin, mark.end - mark.begin)),
            "a mark holds characters");
    last = mark.end;
  }
  require(last <= text.size(), "marks stand in the text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static gazette::testing::TestView archive(gazette::fuzz::archive_folder());
  if (size == 0) return 0;
  const std::string text =
      gazette::utf8::repaired({reinterpret_cast<const char*>(data) + 1, size - 1});
  const std::size_t end = std::min(text.find('\n'), text.size());
  server::Selection selection;
  selection.q = text.substr(0, end);
  selection.op = (data[0] & 1U) != 0 ? server::JoinWords::kOr : server::JoinWords::kAnd;
  selection.match = static_cast<server::MatchForm>(data[0] / 2 % 3);
  const std::string body = text.substr(std::min(end + 1, text.size()));
  const server::View view = *archive;
  const auto query = resolve(view, selection, gazette::TimeZone::paris(), false);
  require(query.ok(), "a query is mended, not refused");
  const server::Marks marks = marks_of(view, query->root);
  server::Highlighter highlighter(marks, view.analyzer);
  check(highlighter.mark(body, true), body);
  check(highlighter.mark(body, false), body);
  const server::FragmentOptions options{
      .count = 1U + data[0] / 8 % 4, .size = 20U + data[0] / 32 * 40U, .title = selection.q};
  for (const server::Fragment& fragment : highlighter.fragments(body, options)) {
    const auto& [begin, stop] = fragment.passage;
    require(begin <= stop && stop <= body.size(), "a passage stands in the text");
    require(gazette::utf8::valid(body.substr(begin, stop - begin)), "a passage holds characters");
    check(fragment.marks, body);
    for (const server::Span& mark : fragment.marks) {
      require(mark.begin >= begin && mark.end <= stop, "marks stand in their passage");
    }
  }
  return 0;
}
