// The words of a query, one by one: what to mark in a hit, by what form it was found, what the
// query is without one of them.
#pragma once

#include <optional>
#include <vector>

#include "server/highlight/highlighter.h"
#include "server/query/resolved.h"
#include "server/search/answer.h"
#include "server/search/view.h"

namespace gazette::server {

/// Words that a hit may have, in order (not those under a NOT). Pointers into `root`.
std::vector<const Word*> positive_words(const Node& root);

/// What to mark, weighted by rarity in this revision.
Marks marks_of(const View& view, const Node& root);

/// By what form each of `words` stands in the article; words that it lacks are left out.
std::vector<MatchedWord> matched_words(const View& view, const std::vector<const Word*>& words,
                                       Number number);

/// `root` as if `word` (a pointer into it) had not been typed; none when nothing is left.
std::optional<Node> without(const Node& root, const Word* word);

}  // namespace gazette::server
