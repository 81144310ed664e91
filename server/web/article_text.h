// The text of an article with every mark numbered, so that a link leads from one to the next.
#pragma once

#include <cstddef>

#include "server/search/answer.h"
#include "server/web/html.h"

namespace gazette::server {

/// Counts marks across title and body: the first is `<mark id="m1">`.
class NumberedMarks {
 public:
  /// The bytes [begin, end) of a text with its marks; none leaves that range.
  Html passage(const MarkedText& text, std::size_t begin, std::size_t end);
  Html passage(const MarkedText& text) { return passage(text, 0, text.text.size()); }

  /// `<p>…</p>` for each paragraph.
  Html paragraphs(const MarkedText& body);

  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  std::size_t count_ = 0;
};

}  // namespace gazette::server
