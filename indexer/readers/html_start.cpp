// Tells HTML from other markup by its first element.
#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/readers/html_reader.h"

namespace gazette::indexer {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

}  // namespace

bool starts_like_html(std::string_view start) {
  static constexpr std::string_view kNames[] = {
      "!doctype html", "html",    "head",  "body",   "div",  "p",      "article",
      "main",          "section", "table", "h1",     "h2",   "meta",   "title",
      "script",        "link",    "style", "center", "font", "header", "span"};
  constexpr std::size_t kLookBytes = 8192;
  std::string text = lower(start.substr(0, kLookBytes));
  std::size_t at = 0;
  for (;;) {  // past comments and an XML declaration
    at = text.find_first_not_of(" \t\r\n", at);
    if (at == std::string::npos || text[at] != '<') return false;
    const bool comment = text.compare(at, 4, "<!--") == 0;
    if (!comment && text.compare(at, 5, "<?xml") != 0) break;
    at = text.find(comment ? "-->" : "?>", at);
    if (at == std::string::npos) return false;
    at += comment ? 3 : 2;
  }
  return std::any_of(std::begin(kNames), std::end(kNames), [&](std::string_view name) {
    const std::size_t end = at + 1 + name.size();
    return text.compare(at + 1, name.size(), name) == 0 &&
           (end >= text.size() ||
            std::string_view(" \t\r\n>/").find(text[end]) != std::string_view::npos);
  });
}

}  // namespace gazette::indexer
