// Articles with any fields set or not, from a seeded generator: for round trips.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "common/article.h"

namespace gazette::testing {

/// Deterministic for a seed, and clean as readers leave articles. Texts are valid UTF-8 with
/// accents, quotes and rare characters.
class RandomArticles {
 public:
  explicit RandomArticles(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool coin() { return below(2) == 0; }

  /// Each word is followed by a space.
  std::string words(std::size_t most) {
    static const char* const kWords[] = {
        "Karabakh", "l'été", "cœur",    "ÎLE", "\"cité\"", "été", "naïf", "Łódź",  "東京",
        "15 000",   "a\\b",  "« oui »", "😀",   "l’Étang",  "–",   "ça",   "Sénat", "x"};
    std::string text;
    for (std::size_t count = below(most + 1); count > 0; --count) {
      text += kWords[below(std::size(kWords))];
      text += ' ';
    }
    return text;
  }

  NewsTime time() {
    NewsTime time;
    if (coin()) {
      time.precision = NewsTime::Precision::kDay;
      time.local_seconds = (static_cast<std::int64_t>(below(40000)) - 20000) * 86400;
    } else {
      time.local_seconds = static_cast<std::int64_t>(below(4'000'000'000)) - 1'000'000'000;
      time.offset_seconds = (static_cast<std::int32_t>(below(53)) - 24) * 1800;
    }
    return time;
  }

  Place place() {
    Place place;
    place.id = "name:" + std::to_string(random_());
    place.name = "Lieu " + std::to_string(below(1000));
    if (coin()) place.type = "city";
    if (coin()) place.country = "FR";
    if (coin()) {
      place.lat = static_cast<double>(below(180000)) / 1000 - 90;
      place.lon = static_cast<double>(below(360000)) / 1000 - 180;
    }
    return place;
  }

  Article article() {
    Article article;
    article.id = "id-" + std::to_string(random_());
    if (coin()) article.url = "https://exemple.fr/" + std::to_string(below(100000));
    article.title = words(8) + "titre";
    if (coin()) article.subtitle = words(12) + "chapô";
    for (std::size_t count = below(5); count > 0; --count) {
      article.body += (article.body.empty() ? "" : "\n\n") + (words(60) + "fin.");
    }
    if (coin()) article.published = time();
    if (coin()) article.modified = time();
    if (coin()) article.source = "La Source";
    if (coin()) article.section = "Économie";
    for (std::size_t count = below(3); count > 0; --count) {
      article.authors.push_back("Auteur " + std::to_string(count));
    }
    for (std::size_t count = below(4); count > 0; --count) {
      article.tags.push_back("Mot-clé " + std::to_string(count));
    }
    if (coin()) article.language = "fr";
    if (coin()) article.version = 1 + below(20);
    if (coin()) {
      article.dateline = Dateline{.text = "Ville / Agence", .place = {}};
      if (coin()) article.dateline->place = place();
    }
    for (std::size_t count = below(4); count > 0; --count) article.places.push_back(place());
    if (coin()) article.image = "https://exemple.fr/image.jpg";
    if (coin()) article.rights = "© Exemple";
    return article;
  }

 private:
  std::mt19937 random_;
};

}  // namespace gazette::testing
