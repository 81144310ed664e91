// Weighs mentions and demonyms.
#include "indexer/enrich/place_mentions/about.h"

#include <algorithm>
#include <string>

namespace gazette::indexer {
namespace {

constexpr int kTitleWeight = 6;
constexpr int kFirstParagraphWeight = 4;
constexpr int kBodyWeight = 2;
constexpr int kDemonymWeight = 1;
constexpr int kLeastDemonyms = 4;  // that make a country known by themselves

class Scales {
 public:
  AboutPlace& of(Gazetteer::Row row) {
    for (AboutPlace& place : places_) {
      if (place.row == row) return place;
    }
    AboutPlace& place = places_.emplace_back();
    place.row = row;
    place.place = Gazetteer::instance().place(row);
    return place;
  }

  AboutPlace& of(const PlaceMention& mention, std::string_view text) {
    if (mention.row >= 0) return of(mention.row);
    Place unknown = place_of(mention, text);
    for (AboutPlace& place : places_) {
      if (place.place.id == unknown.id) return place;
    }
    AboutPlace& place = places_.emplace_back();
    place.place = std::move(unknown);
    return place;
  }

  std::vector<AboutPlace> sorted() && {
    std::stable_sort(places_.begin(), places_.end(),
                     [](const AboutPlace& a, const AboutPlace& b) { return a.weight > b.weight; });
    return std::move(places_);
  }

 private:
  std::vector<AboutPlace> places_;  ///< in the order of their first mention; few
};

/// Mentions that begin before `lead_end` weigh as `lead`, the others as `rest`.
struct Weights {
  int lead, rest;
  std::size_t lead_end;
};

void weigh(const std::vector<PlaceMention>& mentions, std::string_view text, const Weights& weights,
           Scales& scales) {
  for (const PlaceMention& mention : mentions) {
    if (mention.rule == kDatelineRule) continue;
    AboutPlace& place = scales.of(mention, text);
    place.weight += mention.begin < weights.lead_end ? weights.lead : weights.rest;
    ++place.mentions;
  }
}

}  // namespace

std::vector<AboutPlace> places_about(const ArticleTexts& texts, const FieldMentions& mentions) {
  Scales scales;
  const std::size_t first_paragraph = std::min(texts.body.find("\n\n"), texts.body.size());
  weigh(mentions.title, texts.title, {kTitleWeight, kTitleWeight, 0}, scales);
  weigh(mentions.subtitle, texts.subtitle, {kFirstParagraphWeight, kFirstParagraphWeight, 0},
        scales);
  weigh(mentions.body, texts.body, {kFirstParagraphWeight, kBodyWeight, first_paragraph}, scales);
  for (const Gazetteer::Row country : mentions.demonyms) {
    scales.of(country).weight += kDemonymWeight;
  }
  return std::move(scales).sorted();
}

std::vector<Place> about_places(const std::vector<AboutPlace>& about) {
  std::vector<Place> places;
  for (const AboutPlace& place : about) {
    if (place.mentions == 0 && place.weight < kLeastDemonyms * kDemonymWeight) continue;
    places.push_back(place.place);
  }
  return places;
}

}  // namespace gazette::indexer
