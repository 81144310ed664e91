// Random selections with what they must find, computed from the articles' words alone.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/article.h"
#include "server/search/request.h"
#include "tests/server/search/random_articles.h"

namespace gazette::testing {

/// The folded words of one text by position; several positions apart where words were skipped.
using WordsOf = std::vector<std::string>;

/// Articles made ready for the oracle.
struct KnownArticle {
  Article article;
  WordsOf title, body;
};
std::vector<KnownArticle> known(const std::vector<Article>& articles);

/// A query as text, and whether an article matches it.
struct Asked {
  std::string text;
  std::function<bool(const KnownArticle&)> matches;
};
Asked random_query(Random& random, int depth);

/// Values of a facet field that an article has, places with all they lie in.
std::vector<std::string> values_of(const Article& article, server::FacetField field);

/// True when the article passes every filter and the days of the selection, the filter of `but`
/// aside.
bool passes(const Article& article, const server::Selection& selection,
            std::optional<server::FacetField> but = std::nullopt);

/// Random filters and days.
server::Selection random_selection(Random& random);

}  // namespace gazette::testing
