// One pass over tags and text.
#include "indexer/readers/markup_text.h"

#include <algorithm>

#include "indexer/readers/character_references.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/markup_tags.h"
#include "indexer/readers/shortcodes.h"

namespace gazette::indexer {
namespace {

/// Gathers text with its white space in order; "\x1e" stands for the end of a paragraph, which no
/// text holds.
class Writer {
 public:
  explicit Writer(bool blank_lines) : blank_lines_(blank_lines) {}

  void text(std::string_view piece, bool keep_lines) {
    for (std::size_t i = 0; i < piece.size(); ++i) {
      const char c = piece[i];
      if (c == '\n' && (keep_lines || (blank_lines_ && ends_blank_line(piece, i)))) {
        out_ += keep_lines ? "\n" : "\n\n";
      } else if (c == '\n' || c == '\r' || c == '\t') {
        out_ += ' ';
      } else {
        out_ += c;
      }
    }
  }
  void paragraph() { out_ += "\n\n"; }
  void line() { out_ += '\n'; }
  void space() { out_ += ' '; }
  std::string take() { return std::move(out_); }

 private:
  /// True when only white space stands between this end of line and the next one.
  static bool ends_blank_line(std::string_view piece, std::size_t at) {
    const std::size_t next = piece.find_first_not_of(" \t\r", at + 1);
    return next != std::string_view::npos && piece[next] == '\n';
  }

  bool blank_lines_;
  std::string out_;
};

constexpr std::string_view kSection = "<![CDATA[";
constexpr std::string_view kSectionEnd = "]]>";

/// Text of `markup`, its references still standing.
std::string without_tags(std::string_view markup, const MarkupOptions& options) {
  Writer out(options.blank_lines);
  Dropper dropper(markup);
  bool preformatted = false;
  std::size_t section_end = std::string_view::npos;  // of CDATA: its "]]>"
  for (std::size_t at = 0; at < markup.size();) {
    if (at >= section_end) {
      if (at == section_end) at += kSectionEnd.size();
      section_end = std::string_view::npos;
      continue;
    }
    if (markup[at] != '<') {
      const std::size_t end = std::min({markup.find('<', at), section_end, markup.size()});
      out.text(markup.substr(at, end - at), preformatted);
      at = end;
      continue;
    }
    if (markup.substr(at).starts_with(kSection)) {
      // Authors put markup there: it is read as such.
      at += kSection.size();
      if (section_end == std::string_view::npos) section_end = markup.find(kSectionEnd, at);
      continue;
    }
    const std::size_t declared = behind_declaration(markup, at);
    if (declared > at) {
      at = declared;
      continue;
    }
    const Tag tag = tag_at(markup, at);
    if (tag.name.empty()) {
      out.text("&lt;", false);
      ++at;
      continue;
    }
    at = tag.end;
    switch (effect_of(tag)) {
      case Effect::kBlock:
        out.paragraph();
        if (tag.name == "pre") preformatted = !tag.closing;
        break;
      case Effect::kLine:
        out.line();
        break;
      case Effect::kCell:
        out.space();
        break;
      case Effect::kDropped:
        if (!tag.closing && !tag.self_closed) at = dropper.behind(at, tag.name);
        break;
      case Effect::kInline:
        break;
    }
  }
  return out.take();
}

/// Editors of web pages space their paragraphs by one that holds a no-break space.
std::string without_blank_paragraphs(std::string text) {
  constexpr std::string_view kBlank = "\u00A0";
  for (std::size_t at = text.find(kBlank); at != std::string::npos; at = text.find(kBlank, at)) {
    std::size_t end = at;
    while (text.compare(end, kBlank.size(), kBlank) == 0) end += kBlank.size();
    const bool first = at == 0 || text[at - 1] == '\n';
    const bool last = end == text.size() || text[end] == '\n';
    if (first && last) {
      text.erase(at, end - at);
    } else {
      at = end;
    }
  }
  return text;
}

}  // namespace

bool has_tags(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (behind_declaration(text, at) > at) return true;
    const Tag tag = tag_at(text, at);
    if (tag.name.empty()) continue;
    if (text[tag.end - 1] == '>') return true;
    if (tag.end == text.size()) return false;  // nothing behind it closes a tag either
  }
  return false;
}

std::string markup_text(std::string_view markup, const MarkupOptions& options) {
  if (!has_tags(markup)) {
    const std::string plain = options.shortcodes ? without_shortcodes(markup) : std::string(markup);
    return clean_paragraphs(unescaped(plain));
  }
  std::string text = without_tags(markup, options);
  if (options.shortcodes) text = without_shortcodes(text);
  return clean_paragraphs(without_blank_paragraphs(clean_paragraphs(unescaped(text))));
}

std::string escaped_markup_text(std::string_view markup, const MarkupOptions& options) {
  const bool tags = has_tags(markup);
  std::string text = markup_text(markup, options);
  if (!tags && has_tags(text)) text = markup_text(text, options);
  return text.find('&') == std::string::npos ? text : clean_paragraphs(unescaped(text));
}

std::string markup_line(std::string_view markup) { return clean_line(escaped_markup_text(markup)); }

}  // namespace gazette::indexer
