// The text of an article as formats carry it: the body with the headline on top of it, the dateline
// in its first paragraph.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/draft.h"

namespace gazette::indexer {

/// Sets the body of `draft`, whose title and source are set already, from paragraphs parted by
/// blank lines: without the title when it stands there again; a dateline alone in the first
/// paragraph ("Paris / La Gazette") becomes the article's, one at the head of a text is read and
/// stays.
void take_body(Draft& draft, std::string_view paragraphs);

/// A summary on one line; nothing when it is no more than the title or the beginning of the text.
std::string own_summary(std::string_view text, std::string_view title, std::string_view body);

/// Paragraphs without what feeds put under them: "Lire la suite", "L'article … est apparu en
/// premier sur …".
std::string_view without_tail(std::string_view paragraphs);

/// A printed dateline without what parts it from the text ("Paris, 21 jan 2019 (AFP) -").
std::string dateline_text(std::string_view printed);

/// Sets the dateline from what a source calls the place of writing ("Paris", "Grosseto, Italie").
void take_located(Draft& draft, std::string_view text);

}  // namespace gazette::indexer
