// What an element says it is: by its name, its role, its class and id.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/readers/html_document.h"

namespace gazette::indexer {

/// Of a part of a page, so far as the element itself tells.
enum class HtmlPart : std::uint8_t {
  kUnknown,
  kArticleBody,  ///< says that it holds the article's text
  kAside,        ///< menus, footers, links, share buttons, comments, captions …
  kHidden,       ///< never shown
};

HtmlPart part_of(const HtmlDocument& document, std::uint32_t node);

/// True when one of the words of the element's class, id or data-component is `word` ("caption" in
/// "post_caption", "postCaption" and "post-caption").
bool has_class_word(const HtmlDocument& document, std::uint32_t node, std::string_view word);

/// True for elements whose content is no text of a page: scripts, forms' controls, players.
bool has_no_text(GumboTag tag);

}  // namespace gazette::indexer
