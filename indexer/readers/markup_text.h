// Markup inside a field of a format (content:encoded, body_xhtml, rendered, a title with entities)
// -> plain text.
//
// Tags are scanned, not built into a tree: the fragments come from everywhere, and neither their
// depth nor their faults cost more than their length. Character references are gumbo's.
#pragma once

#include <string>
#include <string_view>

namespace gazette::indexer {

struct MarkupOptions {
  bool shortcodes = false;   ///< WordPress's [caption], [gallery] … go
  bool blank_lines = false;  ///< part paragraphs, as WordPress prints its raw texts
};

/// Paragraphs of `markup` parted by blank lines: blocks part them, <br> ends a line, scripts,
/// styles, comments, forms and pictures are dropped. Text without any markup comes back as it is,
/// its character references resolved. Valid UTF-8 in, valid UTF-8 out.
std::string markup_text(std::string_view markup, const MarkupOptions& options = {});

/// The same for fields that are escaped once or twice, whoever wrote them: "&lt;p&gt;Un texte" is
/// the paragraph "Un texte".
std::string escaped_markup_text(std::string_view markup, const MarkupOptions& options = {});

/// escaped_markup_text on one line, for titles and names.
std::string markup_line(std::string_view markup);

/// True when `text` holds tags of HTML (and not only a "<" of prose).
bool has_tags(std::string_view text);

}  // namespace gazette::indexer
