// Dateline first, since it may leave the body; then places.
#include "indexer/enrich/enrich.h"

#include <algorithm>
#include <utility>

#include "common/places/place_name.h"

namespace gazette::indexer {
namespace {

constexpr std::string_view kParagraphEnd = "\n\n";
constexpr std::size_t kLongestDateline = 200;  // bytes, alone on its line
constexpr std::size_t kMaxPlaces = 500;        // of an article, as many as readers take

bool same_words(std::string_view left, std::string_view right) {
  return fold_place_name(left) == fold_place_name(right);
}

/// The dateline that the first paragraph is, when it is nothing else (a byline is more) and text
/// follows.
std::optional<ParsedDateline> lone_dateline(std::string_view body) {
  const std::size_t end = body.find(kParagraphEnd);
  if (end == std::string_view::npos || end > kLongestDateline) return std::nullopt;
  const std::string_view first = body.substr(0, end);
  Result<ParsedDateline> parsed = parse_dateline(first);
  if (!parsed.ok() || !same_words(parsed->text, first)) return std::nullopt;
  return std::move(parsed).value();
}

/// True when `dateline` says no other thing than `stated`.
bool agrees(const Dateline& stated, const Dateline& dateline) {
  if (stated.place && dateline.place) return stated.place->id == dateline.place->id;
  return same_words(stated.text, dateline.text);
}

/// Takes paragraphs off the body that are only the article's dateline.
void drop_lone_datelines(Article& article, Enrichment& found) {
  while (std::optional<ParsedDateline> parsed = lone_dateline(article.body)) {
    Dateline dateline = to_article_dateline(*parsed);
    if (!article.dateline) {
      article.dateline = std::move(dateline);
    } else if (!agrees(*article.dateline, dateline)) {
      return;  // a heading, or another place: the source's dateline stands
    } else if (article.dateline->text.empty()) {
      article.dateline->text = std::move(dateline.text);
    }
    const std::size_t end = article.body.find(kParagraphEnd);
    found.dropped.push_back(article.body.substr(0, end));
    article.body.erase(0, end + kParagraphEnd.size());
    found.dateline = std::move(parsed);
  }
}

/// Reads the head of the body; the dateline that stands there still.
std::optional<ParsedDateline> read_dateline(Article& article, Enrichment& found) {
  if (!may_begin_with_dateline(article.body)) return std::nullopt;
  drop_lone_datelines(article, found);
  Result<ParsedDateline> parsed = parse_dateline(article.body);
  if (!parsed.ok()) return std::nullopt;
  if (!article.dateline && parsed->length < article.body.size()) {
    article.dateline = to_article_dateline(parsed.value());
  }
  if (!found.dateline) found.dateline = parsed.value();
  return std::move(parsed).value();
}

void add_places(Article& article, const std::vector<Place>& about) {
  for (const Place& place : about) {
    if (article.places.size() >= kMaxPlaces) return;
    const bool stated = std::any_of(article.places.begin(), article.places.end(),
                                    [&](const Place& other) { return other.id == place.id; });
    if (!stated) article.places.push_back(place);
  }
}

}  // namespace

Enrichment enrich(Article& article) {
  Enrichment found;
  const std::optional<ParsedDateline> head = read_dateline(article, found);
  // A lead that opens the body too would count twice.
  const bool repeated =
      !article.subtitle.empty() && article.body.find(article.subtitle) != std::string::npos;
  const ArticleTexts texts{.title = article.title,
                           .subtitle = repeated ? std::string_view() : article.subtitle,
                           .body = article.body};
  found.mentions = find_place_mentions(texts, head ? &*head : nullptr);
  found.about = places_about(texts, found.mentions);
  add_places(article, about_places(found.about));
  return found;
}

}  // namespace gazette::indexer
