// What is typed into a search box, and what could be meant.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/news_time.h"
#include "server/search/answer.h"

namespace gazette::server {

enum class SuggestionType : std::uint8_t { kTerm, kPlace, kArticle };

struct SuggestRequest {
  std::string q;  ///< as typed so far, valid UTF-8
  std::size_t limit = 10;
  bool terms = true, places = true, articles = true;  ///< the kinds wanted
};

struct Suggestion {
  SuggestionType type = SuggestionType::kTerm;
  MarkedText text;  ///< what would stand in the box, the typed part marked
  /// Term: articles that a search for `text` finds. Place: articles about it or what lies inside.
  std::optional<std::size_t> count;
  std::string id;                     ///< of the place or the article
  std::string url;                    ///< article: its own address, or empty
  std::string within;                 ///< place: the French name of what it lies in, or empty
  std::optional<NewsTime> published;  ///< article
};

struct SuggestAnswer {
  std::vector<Suggestion> suggestions;  ///< terms and places by count, then articles
};

}  // namespace gazette::server
