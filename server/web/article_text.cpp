// The text of an article with every mark numbered.
#include "server/web/article_text.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace gazette::server {

Html NumberedMarks::passage(const MarkedText& marked, std::size_t begin, std::size_t end) {
  const std::string_view whole = marked.text;
  Html out;
  std::size_t at = begin;
  for (const auto& [from, to] : marked.marks) {
    const std::size_t first = std::max(from, at);
    const std::size_t last = std::min(to, end);
    if (first >= last) continue;
    out += text(whole.substr(at, first - at));
    out += element("mark", {{"id", "m" + std::to_string(++count_)}},
                   text(whole.substr(first, last - first)));
    at = last;
  }
  return out + text(whole.substr(at, end - at));
}

Html NumberedMarks::paragraphs(const MarkedText& body) {
  Html out;
  std::size_t begin = 0;
  while (begin < body.text.size()) {
    const std::size_t end = std::min(body.text.find("\n\n", begin), body.text.size());
    if (end > begin) out += element("p", passage(body, begin, end));
    begin = end + 2;
  }
  return out;
}

}  // namespace gazette::server
