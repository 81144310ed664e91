// The headline of a page's text.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/readers/page_dates.h"
#include "indexer/readers/page_lines.h"

namespace gazette::indexer {

/// Index of the line that is the headline of the text that begins at `body_begin`, given the
/// article's date line; none for a page without a line that could be one.
std::optional<std::size_t> choose_page_title(const std::vector<PageLine>& lines,
                                             const std::vector<std::optional<PageDate>>& dates,
                                             std::optional<std::size_t> date_line,
                                             std::size_t body_begin);

}  // namespace gazette::indexer
