// Fingerprints: what makes a near-copy, and what does not.
#include "common/index/fingerprint.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace gazette {
namespace {

/// Words of an invented article, all different from seed to seed.
std::vector<std::string> some_words(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < count; ++i) {
    std::string word;
    for (int syllable = 0; syllable < 3; ++syllable) {
      word += "bcdflmnprst"[random() % 11];
      word += "aeiou"[random() % 5];
    }
    words.push_back(word);
  }
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

Fingerprint of(const std::string& title, const std::string& body) {
  Article article;
  article.title = title;
  article.body = body;
  static Analyzer analyzer;
  return fingerprint_of(article, analyzer);
}

bool share_band(const Fingerprint& a, const Fingerprint& b) {
  const std::vector<std::string> left = band_terms(a), right = band_terms(b);
  for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
    if (left[i] == right[i]) return true;
  }
  return false;
}

TEST_CASE("fingerprint: case, accents, ligatures and punctuation make no difference") {
  const std::string tail = joined(some_words(1, 100));
  const Fingerprint a = of("", "L'été dernier, le cœur de l’Île battait : " + tail + ".");
  const Fingerprint b = of("", "L’ETE DERNIER le coeur de l'ile battait " + tail);
  CHECK(a.shingles == b.shingles);
  CHECK(resemblance(a, b) == 1);
}

TEST_CASE("fingerprint: the title of a reprint does not count, a sentence more hardly") {
  std::vector<std::string> words = some_words(2, 300);
  const Fingerprint dispatch = of("Un titre", joined(words));
  words.insert(words.begin() + 150, {"une", "phrase", "de", "plus", "vient", "ici"});
  const Fingerprint reprint = of("Tout autre chose en tête", joined(words));
  CHECK(near_copies(dispatch, reprint));
  CHECK(share_band(dispatch, reprint));
}

TEST_CASE("fingerprint: shingles in both by shingles in either") {
  const std::vector<std::string> words = some_words(3, 204);
  const Fingerprint whole = of("", joined(words));  // 200 shingles
  const Fingerprint half = of("", joined({words.begin(), words.begin() + 104}));
  CHECK(resemblance(whole, half) == doctest::Approx(0.5));
  CHECK_FALSE(near_copies(whole, half));
  const Fingerprint most = of("", joined({words.begin(), words.begin() + 164}));
  CHECK(resemblance(whole, most) == doctest::Approx(0.8));
  CHECK(near_copies(whole, most));
}

TEST_CASE("fingerprint: a text too short has none") {
  CHECK(of("Un titre", "Six mots ne font pas un texte.").shingles.empty());
  CHECK(band_terms(of("Un titre", "Six mots ne font pas un texte.")).empty());
  CHECK(of("", "").shingles.empty());
  const Fingerprint none = of("", "");
  CHECK(resemblance(none, none) == 0);
  CHECK_FALSE(near_copies(none, none));
}

TEST_CASE("fingerprint: the same standing text under other titles is no near-copy") {
  const std::string standing = joined(some_words(4, 40));
  const Fingerprint a = of(joined(some_words(5, 9)), standing);
  const Fingerprint b = of(joined(some_words(6, 9)), standing);
  CHECK_FALSE(near_copies(a, b));
}

TEST_CASE("fingerprint: a short text is a near-copy where the titles agree") {
  const std::string body = joined(some_words(8, 40));
  const Fingerprint loto = of("Loto du patrimoine : les 18 sites sélectionnés", body);
  CHECK(near_copies(loto, of("Sites, dates, gains : tout savoir du loto du patrimoine", body)));
  CHECK_FALSE(near_copies(loto, of("Un pont rouvre sur la Loire après six mois", body)));
  const std::string whole = joined(some_words(9, 120));
  CHECK(near_copies(of("Loto du patrimoine", whole), of("Un pont rouvre", whole)));
}

TEST_CASE("fingerprint: of a headline with its lead both count") {
  const std::string lead = joined(some_words(12, 16));
  const std::string title = joined(some_words(13, 10));
  CHECK(near_copies(of(title, lead), of(title, lead)));
  CHECK_FALSE(near_copies(of(title, lead), of(joined(some_words(14, 10)), lead)));
}

TEST_CASE("fingerprint: a frame with other facts is no near-copy") {
  // Forecasts and results: the same sentences, other names and figures.
  const std::vector<std::string> frame = some_words(10, 400);
  std::vector<std::string> other = frame;
  for (std::size_t i = 0; i < other.size(); i += 15) other[i] = "autre" + std::to_string(i);
  CHECK_FALSE(near_copies(of("Météo", joined(frame)), of("Météo", joined(other))));
}

TEST_CASE("fingerprint: near-copies share a band, other articles none") {
  std::size_t missed = 0;
  for (std::uint32_t seed = 100; seed < 300; ++seed) {
    std::vector<std::string> words = some_words(seed, 304);
    const Fingerprint a = of("", joined(words));
    for (std::size_t i = 20; i < 140; i += 20) words[i] = "autre";  // 30 of 300 shingles: 0.82
    const Fingerprint b = of("", joined(words));
    REQUIRE(near_copies(a, b));
    if (!share_band(a, b)) ++missed;
    CHECK_FALSE(share_band(a, of("", joined(some_words(seed + 1000, 304)))));
  }
  CHECK(missed <= 4);  // 2 in 1000 are to be expected
}

TEST_CASE("fingerprint: golden bands") {
  // What is in databases out there: a change raises schema::kVersion.
  std::string terms;
  for (const std::string& term : band_terms(
           of("",
              "Le conseil a voté lundi la réouverture du pont, fermé depuis la crue de mars. Les "
              "travaux ont duré six mois et coûté deux millions d'euros à la commune."))) {
    terms += term + " ";
  }
  CHECK(terms ==
        "B0vU5JkzY B1MqqCq7c B2oXz58j8 B3PuyGIgP B4H1sgjIa B5woAkflJ B6bAzFmvb B7DpH~wK7 ");
}

TEST_CASE("fingerprint: any bytes are taken") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < 300; ++i) text += static_cast<char>(random());
    for (const std::string& term : band_terms(of("", text))) CHECK(term.size() == 9);
  }
}

}  // namespace
}  // namespace gazette
