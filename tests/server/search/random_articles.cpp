// Random articles and their brute-force facts.
#include "tests/server/search/random_articles.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "common/places/gazetteer.h"
#include "common/time_zone.h"

namespace gazette::testing {
namespace {

constexpr std::size_t kMaxTitleWords = 5;
constexpr std::size_t kMaxBodyWords = 30;

std::string random_text(Random& random, std::size_t max_words) {
  std::string text;
  for (std::size_t words = pick(random, max_words + 1); words > 0; --words) {
    // Squaring makes the first words frequent, as in a language.
    const std::size_t size = vocabulary().size();
    const std::size_t at = pick(random, size) * pick(random, size) / size;
    text += vocabulary()[at];
    text += pick(random, 8) == 0 ? ". " : " ";
  }
  return text;
}

std::optional<NewsTime> random_time(Random& random) {
  // Few distinct moments, so that ties are common; some about the two clock changes of 2023.
  static const std::vector<std::string> kTimes = {"2023-03-26T01:59:59+01:00",
                                                  "2023-03-26T03:00:00+02:00",
                                                  "2023-10-29T02:30:00+02:00",
                                                  "2023-10-29T02:30:00+01:00",
                                                  "2023-09-22T23:30:00-05:00",
                                                  "2023-09-22T00:10:00+02:00",
                                                  "2023-09-22",
                                                  "2023-09-23",
                                                  "2022-12-31T23:30:00Z",
                                                  "2023-01-01",
                                                  "2021-02-28",
                                                  "2020-02-29T12:00:00Z",
                                                  "2019-07-14T09:00:00+02:00",
                                                  "2023-09-01",
                                                  "2023-09-01T00:00:00+02:00"};
  const std::size_t at = pick(random, kTimes.size() + 2);
  if (at >= kTimes.size()) return std::nullopt;
  return parse_news_time(kTimes[at], TimeZone::paris()).value();
}

Place place_of(const std::string& id) {
  const auto row = Gazetteer::instance().find_id(id);
  if (row) return Gazetteer::instance().place(*row);
  Place unknown;
  unknown.id = id;
  unknown.name = "Saint-Loin";
  return unknown;
}

}  // namespace

const std::vector<std::string>& vocabulary() {
  static const std::vector<std::string> kWords = {
      "de",        "la",     "le",       "police",   "ministre", "karabakh", "aide",
      "camion",    "soldat", "village",  "pont",     "riviere",  "marche",   "budget",
      "elections", "train",  "hopital",  "ecole",    "docteur",  "musique",  "football",
      "tempete",   "neige",  "vendange", "tracteur", "bateau",   "phare",    "cathedrale"};
  return kWords;
}

const std::vector<std::string>& place_pool() {
  static const std::vector<std::string> kIds = [] {
    std::vector<std::string> ids;
    for (const char* name :
         {"Paris", "Lyon", "France", "Bakou", "Erevan", "Arménie", "Bruxelles"}) {
      ids.push_back(Gazetteer::instance().best(name).value().id);
    }
    ids.emplace_back("name:saint-loin");
    return ids;
  }();
  return kIds;
}

Article random_article(Random& random, const std::string& id) {
  static const std::vector<std::string> kSections = {"Monde", "Sport", "Économie", ""};
  static const std::vector<std::string> kSources = {"La Gazette", "L'Écho", ""};
  static const std::vector<std::string> kAuthors = {"Anne Martin", "Jean-Pierre Dupont", "Zoé Roy"};
  static const std::vector<std::string> kTags = {"guerre", "vin", "mer"};
  Article article;
  article.id = id;
  article.title = random_text(random, kMaxTitleWords);
  article.body = random_text(random, kMaxBodyWords);
  article.published = random_time(random);
  article.section = pick_from(random, kSections);
  article.source = pick_from(random, kSources);
  article.language = pick(random, 4) == 0 ? "" : "fr";
  for (const std::string& author : kAuthors) {
    if (pick(random, 3) == 0) article.authors.push_back(author);
  }
  for (const std::string& tag : kTags) {
    if (pick(random, 3) == 0) article.tags.push_back(tag);
  }
  for (const std::string& place : place_pool()) {
    if (pick(random, 5) == 0) article.places.push_back(place_of(place));
  }
  if (pick(random, 2) == 0) {
    article.dateline = Dateline{"ici", place_of(pick_from(random, place_pool()))};
  }
  return article;
}

std::vector<Article> random_articles(Random& random, std::size_t count) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    std::string number = std::to_string(i);
    number.insert(0, 3 - std::min<std::size_t>(3, number.size()), '0');
    articles.push_back(random_article(random, "a" + number));
  }
  std::shuffle(articles.begin(), articles.end(), random);  // docids in no order of date or id
  return articles;
}

std::optional<When> when(const Article& article) {
  if (!article.published) return std::nullopt;
  return When{article.published->day(TimeZone::paris()),
              article.published->instant(TimeZone::paris())};
}

std::vector<std::size_t> in_date_order(const std::vector<Article>& articles, bool oldest) {
  std::vector<std::size_t> order(articles.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const std::optional<When> x = when(articles[a]);
    const std::optional<When> y = when(articles[b]);
    if (x.has_value() != y.has_value()) return x.has_value();
    if (x && x->instant != y->instant) {
      return oldest ? x->instant < y->instant : x->instant > y->instant;
    }
    return articles[a].id < articles[b].id;
  });
  return order;
}

std::vector<std::string> with_ancestors(const std::string& place_id) {
  std::vector<std::string> ids = {place_id};
  const Gazetteer& gazetteer = Gazetteer::instance();
  if (const auto row = gazetteer.find_id(place_id)) {
    for (const Gazetteer::Row above : gazetteer.ancestors(*row)) {
      ids.emplace_back(gazetteer.row(above).id);
    }
  }
  return ids;
}

}  // namespace gazette::testing
