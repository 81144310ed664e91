// HTML by construction.
#include "server/web/html.h"

#include "common/utf8.h"
#include "server/render/hit_json.h"

namespace gazette::server {

/// The only way from a string to Html, for this file.
class HtmlMaker {
 public:
  static Html trusted(std::string html) { return Html(std::move(html)); }
};

namespace {

void escape(std::string_view plain, std::string& out) {
  for (const char c : plain) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

void append_escaped(std::string_view plain, std::string& out) {
  if (utf8::valid(plain)) return escape(plain, out);
  escape(utf8::repaired(plain), out);
}

bool is_address(std::string_view attribute) {
  return attribute == "href" || attribute == "action" || attribute == "src";
}

bool is_safe_address(std::string_view address) {
  if (address.starts_with("//")) return false;  // another host by its name alone
  return address.starts_with('/') || address.starts_with('#') || address.starts_with("https://") ||
         address.starts_with("http://");
}

void append_tag(std::string_view tag, Attributes attributes, std::string& out) {
  out += '<';
  out += tag;
  for (const Attribute& attribute : attributes) {
    if (attribute.name.empty()) continue;
    if (is_address(attribute.name) && !is_safe_address(attribute.value)) continue;
    out += ' ';
    out += attribute.name;
    if (attribute.value.empty() && attribute.name != "value" && attribute.name != "alt") continue;
    out += "=\"";
    append_escaped(attribute.value, out);
    out += '"';
  }
  out += '>';
}

}  // namespace

Html operator""_html(const char* literal, std::size_t size) {
  return Html(std::string(literal, size));
}

Html text(std::string_view plain) {
  std::string out;
  out.reserve(plain.size() + plain.size() / 16);
  append_escaped(plain, out);
  return HtmlMaker::trusted(std::move(out));
}

Html marked(const MarkedText& passage) { return HtmlMaker::trusted(marked_html(passage)); }

Attribute when(bool present, std::string_view name, std::string value) {
  return present ? Attribute{name, std::move(value)} : Attribute{};
}

Html element(std::string_view tag, Attributes attributes, const Html& content) {
  std::string out;
  append_tag(tag, attributes, out);
  out += content.str();
  out += "</";
  out += tag;
  out += '>';
  return HtmlMaker::trusted(std::move(out));
}

Html element(std::string_view tag, const Html& content) { return element(tag, {}, content); }

Html element(std::string_view tag, Attributes attributes) {
  std::string out;
  append_tag(tag, attributes, out);
  return HtmlMaker::trusted(std::move(out));
}

Html joined(const std::vector<Html>& pieces, const Html& between) {
  Html out;
  for (const Html& piece : pieces) {
    if (piece.empty()) continue;
    if (!out.empty()) out += between;
    out += piece;
  }
  return out;
}

Html data_block(std::string_view json) {
  std::string out = "<script type=\"application/ld+json\">";
  for (const char c : json) {  // inside JSON's strings alone may these stand
    if (c == '<') {
      out += "\\u003c";
    } else if (c == '>') {
      out += "\\u003e";
    } else if (c == '&') {
      out += "\\u0026";
    } else {
      out += c;
    }
  }
  return HtmlMaker::trusted(out + "</script>");
}

}  // namespace gazette::server
