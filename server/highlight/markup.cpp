// Marks to HTML, and to code points.
#include <algorithm>

#include "common/utf8.h"
#include "server/highlight/highlighter.h"

namespace gazette::server {
namespace {

constexpr std::string_view kOpen = "<mark>";
constexpr std::string_view kClose = "</mark>";

std::string_view escape_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

/// Appends valid UTF-8, escaped.
void append_escaped(std::string& out, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view escape = escape_of(text[at]);
    if (escape.empty()) continue;
    out.append(text, plain, at - plain).append(escape);
    plain = at + 1;
  }
  out.append(text, plain);
}

void append_repaired(std::string& out, std::string_view text) {
  if (utf8::valid(text)) {
    append_escaped(out, text);
  } else {
    append_escaped(out, utf8::repaired(text));
  }
}

}  // namespace

std::string to_html(std::string_view text, Span passage, const std::vector<Span>& marks) {
  std::string html;
  html.reserve((passage.end - passage.begin) * 9 / 8 +
               marks.size() * (kOpen.size() + kClose.size()));
  std::size_t at = passage.begin;
  for (const Span& mark : marks) {
    append_repaired(html, text.substr(at, mark.begin - at));
    html += kOpen;
    append_repaired(html, text.substr(mark.begin, mark.end - mark.begin));
    html += kClose;
    at = mark.end;
  }
  append_repaired(html, text.substr(at, passage.end - at));
  return html;
}

std::vector<std::pair<std::size_t, std::size_t>> to_ranges(std::string_view text, Span passage,
                                                           const std::vector<Span>& marks) {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  ranges.reserve(marks.size());
  std::size_t at = passage.begin, code_points = 0;
  const auto advance = [&](std::size_t to) {
    code_points += utf8::length(text.substr(at, to - at));
    at = to;
    return code_points;
  };
  for (const Span& mark : marks) {
    const std::size_t start = advance(mark.begin);
    ranges.emplace_back(start, advance(mark.end));
  }
  return ranges;
}

}  // namespace gazette::server
