// Writes XML straight into a string.
#include "server/render/xml_writer.h"

#include "common/utf8.h"

namespace gazette::server {
namespace {

/// Where XML 1.0 has no such character. Surrogates do not come out of the decoder.
bool is_forbidden(char32_t c) { return c == 0xFFFE || c == 0xFFFF; }

void append_ascii(char c, std::string& out) {
  switch (c) {
    case '&':
      out += "&amp;";
      return;
    case '<':
      out += "&lt;";
      return;
    case '>':
      out += "&gt;";
      return;
    case '"':
      out += "&quot;";
      return;
    case '\n':  // as a reference: parsers make a space of a line end in an attribute
      out += "&#10;";
      return;
    case '\t':
      out += "&#9;";
      return;
    default:
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
}

}  // namespace

void append_xml(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    at += c.length;
    if (c.code_point < 0x80) {
      append_ascii(static_cast<char>(c.code_point), out);
    } else {
      utf8::append(out, is_forbidden(c.code_point) ? utf8::kReplacement : c.code_point);
    }
  }
}

void XmlWriter::close_tag() {
  if (in_tag_) out_ += '>';
  in_tag_ = false;
}

void XmlWriter::begin(std::string_view tag) {
  close_tag();
  out_ += '<';
  out_ += tag;
  open_.emplace_back(tag);
  in_tag_ = true;
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_xml(value, out_);
  out_ += '"';
}

void XmlWriter::text(std::string_view text) {
  close_tag();
  append_xml(text, out_);
}

void XmlWriter::end() {
  if (in_tag_) {
    out_ += "/>";
    in_tag_ = false;
  } else {
    out_ += "</" + open_.back() + ">";
  }
  open_.pop_back();
}

void XmlWriter::element(std::string_view tag, std::string_view text) {
  if (text.empty()) return;
  begin(tag);
  this->text(text);
  end();
}

}  // namespace gazette::server
