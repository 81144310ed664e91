// Titles that go on as what is typed, and the words that stand beside it in titles.
#pragma once

#include <utility>
#include <vector>

#include "server/search/suggest/title_index.h"
#include "server/search/suggest/typed.h"

namespace gazette::server {

struct TitleMatches {
  /// Best first: titles that begin as typed, then those that have it word by word, then those that
  /// have its words; newest first among equals.
  std::vector<TitleNumber> titles;
  /// Words that complete the one being typed and stand in titles with those before it, most often
  /// first; right behind them counts more.
  std::vector<TitleWord> next_words;
};

/// At most `count` of each. Words before the one being typed are required; function words only
/// rank. When no title has them all, the least telling ones (the most frequent) are given up, one
/// by one. Time is bounded: the newest titles of the rarest word are looked at.
TitleMatches search_titles(const TitleIndex& index, const Typed& typed, std::size_t count);

}  // namespace gazette::server
