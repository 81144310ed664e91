// HTML by construction: what was not written here is escaped before it can become part of a page.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/search/answer.h"

namespace gazette::server {

/// HTML that is safe to send. Made of literals in this program (`"…"_html`), of escaped text
/// (`text`), and of both (`element`); no string becomes one by itself.
class Html {
 public:
  Html() = default;

  Html& operator+=(const Html& more) {
    html_ += more.html_;
    return *this;
  }
  friend Html operator+(Html left, const Html& right) { return std::move(left += right); }

  [[nodiscard]] bool empty() const { return html_.empty(); }
  [[nodiscard]] const std::string& str() const { return html_; }

 private:
  friend Html operator""_html(const char* literal, std::size_t size);
  friend class HtmlMaker;
  explicit Html(std::string html) : html_(std::move(html)) {}

  std::string html_;
};

/// Markup that stands in this program's source.
Html operator""_html(const char* literal, std::size_t size);

/// Plain text: escaped, malformed bytes become U+FFFD.
Html text(std::string_view plain);

/// A passage with its marks as <mark>.
Html marked(const MarkedText& passage);

/// One attribute; an empty name is none at all.
struct Attribute {
  std::string_view name;
  std::string value = {};
};
using Attributes = std::initializer_list<Attribute>;

/// The attribute when `present`, else none.
Attribute when(bool present, std::string_view name, std::string value = {});

/// `<tag …>content</tag>`. An address (href, action, src) that is neither of this site nor http(s)
/// is left out: "javascript:…" never gets on a page.
Html element(std::string_view tag, Attributes attributes, const Html& content);
Html element(std::string_view tag, const Html& content);

/// `<tag …>`: an element that has no content.
Html element(std::string_view tag, Attributes attributes);

/// The pieces that are not empty, `between` them.
Html joined(const std::vector<Html>& pieces, const Html& between);

/// JSON inside `<script type="application/ld+json">`: data, never run.
Html data_block(std::string_view json);

}  // namespace gazette::server
