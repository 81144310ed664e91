// The words that tell what an article is about: rare in the archive, frequent in the article, names
// first.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"
#include "server/search/view.h"

namespace gazette::server {

struct TellingWord {
  std::string term;  ///< full term of the index
  double weight = 0;
  std::size_t articles = 0;  ///< that have it
};

/// At most `count`, heaviest first. Words that no other article has tell nothing.
std::vector<TellingWord> telling_words(const View& view, const Article& article, std::size_t count);

}  // namespace gazette::server
