// Weighs mentions and demonyms.
#include "indexer/enrich/place_mentions/about.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "common/places/place_name.h"
#include "indexer/enrich/place_mentions/text_words.h"

namespace gazette::indexer {
namespace {

constexpr int kTitleWeight = 6;
constexpr int kFirstParagraphWeight = 4;
constexpr int kBodyWeight = 2;
constexpr int kDemonymWeight = 1;
constexpr int kLeastDemonyms = 4;            // that make a country known by themselves
constexpr std::size_t kShortestDemonym = 4;  // letters

using Demonyms = std::unordered_map<std::string, Gazetteer::Row>;

/// Folded demonyms of countries and territories; those of two countries ("dominicain") belong to
/// the first.
const Demonyms& demonyms() {
  static const Demonyms table = [] {
    Demonyms made;
    const Gazetteer& gazetteer = Gazetteer::instance();
    for (std::size_t i = 0; i < gazetteer.size(); ++i) {
      const auto row = static_cast<Gazetteer::Row>(i);
      const std::string_view type = gazetteer.brief(row).type;
      if (type != "country" && type != "territory") continue;
      std::string_view rest = gazetteer.row(row).demonyms;
      while (!rest.empty()) {
        const std::size_t bar = rest.find('|');
        std::string folded = fold_place_name(rest.substr(0, bar));
        const bool one_word = folded.find(' ') == std::string::npos;
        if (folded.size() >= kShortestDemonym && one_word) made.try_emplace(std::move(folded), row);
        rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
      }
    }
    return made;
  }();
  return table;
}

class Scales {
 public:
  AboutPlace& of(Gazetteer::Row row) {
    for (AboutPlace& place : places_) {
      if (place.row == row) return place;
    }
    places_.push_back({row, 0, 0});
    return places_.back();
  }
  std::vector<AboutPlace> sorted() && {
    std::stable_sort(places_.begin(), places_.end(),
                     [](const AboutPlace& a, const AboutPlace& b) { return a.weight > b.weight; });
    return std::move(places_);
  }

 private:
  std::vector<AboutPlace> places_;  ///< in the order of their first mention; few
};

void weigh_demonyms(std::string_view text, Scales& scales) {
  const Demonyms& table = demonyms();
  for (const TextWord& word : text_words(text)) {
    if (word.end - word.begin < kShortestDemonym || word.digit) continue;
    const auto found = table.find(fold_place_name(word.in(text)));
    if (found != table.end()) scales.of(found->second).weight += kDemonymWeight;
  }
}

void weigh_mentions(const std::vector<PlaceMention>& mentions, int weight, Scales& scales) {
  for (const PlaceMention& mention : mentions) {
    AboutPlace& place = scales.of(mention.row);
    place.weight += weight;
    ++place.mentions;
  }
}

}  // namespace

std::vector<AboutPlace> places_about(const ArticleTexts& texts, const FieldMentions& mentions) {
  Scales scales;
  weigh_mentions(mentions.title, kTitleWeight, scales);
  weigh_mentions(mentions.subtitle, kFirstParagraphWeight, scales);
  const std::size_t first_paragraph = std::min(texts.body.find("\n\n"), texts.body.size());
  for (const PlaceMention& mention : mentions.body) {
    if (mention.rule == kDatelineRule) continue;
    AboutPlace& place = scales.of(mention.row);
    place.weight += mention.begin < first_paragraph ? kFirstParagraphWeight : kBodyWeight;
    ++place.mentions;
  }
  for (const std::string_view text : {texts.title, texts.subtitle, texts.body}) {
    weigh_demonyms(text, scales);
  }
  return std::move(scales).sorted();
}

std::vector<Place> about_places(const std::vector<AboutPlace>& about) {
  std::vector<Place> places;
  for (const AboutPlace& place : about) {
    if (place.mentions == 0 && place.weight < kLeastDemonyms * kDemonymWeight) continue;
    places.push_back(Gazetteer::instance().place(place.row));
  }
  return places;
}

}  // namespace gazette::indexer
