// Answers made by hand, with every kind of value that rendering must show.
#pragma once

#include "server/search/archive.h"

namespace gazette::testing {

/// A hit with everything, marks in title and body, quotes, ampersands, an apostrophe.
server::Hit full_hit();

/// A hit with an id and nothing else.
server::Hit bare_hit();

/// Both hits, two facets, a histogram, a warning.
server::SearchAnswer full_answer();

}  // namespace gazette::testing
