// Random articles and what is true of them, computed without the index: the oracle of the search
// tests.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/news_time.h"

namespace gazette::testing {

using Random = std::mt19937;

/// One of [0, end).
inline std::size_t pick(Random& random, std::size_t end) {
  return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
}
template <typename T>
const T& pick_from(Random& random, const std::vector<T>& items) {
  return items[pick(random, items.size())];
}

/// Words whose stems differ, without accents; the first few are stop words.
const std::vector<std::string>& vocabulary();
/// Place ids of the gazetteer, some inside others, and one it does not know.
const std::vector<std::string>& place_pool();

/// Articles with random words, dates (some none, some a day alone, many equal), sections, sources,
/// authors, tags, places. Ids are "a000" …
std::vector<Article> random_articles(Random& random, std::size_t count);
Article random_article(Random& random, const std::string& id);

/// Day and instant in Paris, as the order of hits needs them.
struct When {
  CivilDay day = 0;
  std::int64_t instant = 0;
};
std::optional<When> when(const Article& article);

/// Indices of `articles` in the order newest first (undated last, ids ascending), or oldest first.
std::vector<std::size_t> in_date_order(const std::vector<Article>& articles, bool oldest);

/// The ids of a place and of all it lies in.
std::vector<std::string> with_ancestors(const std::string& place_id);

}  // namespace gazette::testing
