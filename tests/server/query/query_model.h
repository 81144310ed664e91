// A query as a tree of its own, with a meaning of its own: what the query language is held to.
//
// It knows nothing of the lexer, the analyzer or the index: articles are lists of word families.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/server/query/word_families.h"

namespace gazette::testing {

/// A word of an article: which family, in which spelling.
struct PlacedWord {
  std::size_t family = 0;
  std::size_t spelling = 0;
  bool operator==(const PlacedWord&) const = default;
};

struct ModelArticle {
  std::vector<PlacedWord> title, body;
  std::string author;
  std::int32_t day = 0;
};

struct ModelQuery {
  enum class Kind : std::uint8_t {
    kWord,
    kExactWord,
    kPrefix,
    kFuzzy,
    kCompound,
    kPhrase,
    kExactPhrase,
    kAnd,
    kOr,
    kNot,
    kNear,
    kThen,
    kAuthor,
    kDays,
  };
  Kind kind = Kind::kWord;
  std::vector<PlacedWord> words;  ///< one; those of a phrase or compound
  std::size_t compound = 0;
  std::string letters;  ///< kPrefix, kFuzzy: folded
  bool title = false;   ///< words and phrases: in the title
  std::uint32_t window = 1;
  std::string author;
  std::int32_t from = 0, to = 0;
  std::vector<ModelQuery> children;
};

ModelArticle random_article(std::mt19937& random);
ModelQuery random_query(std::mt19937& random, int depth);

/// The article's text, in some of the ways it can be typed.
std::string text_of(const std::vector<PlacedWord>& words, std::mt19937& random);

/// The query, in some of the ways it can be typed.
std::string text_of(const ModelQuery& query, std::mt19937& random);

/// True when the article is what the query asks for.
bool answers(const ModelArticle& article, const ModelQuery& query);

}  // namespace gazette::testing
