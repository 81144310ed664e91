// Completions from a real archive: what is counted is what a search finds.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/analysis/fold.h"
#include "common/places/gazetteer.h"
#include "common/utf8.h"
#include "server/search/archive.h"
#include "tests/server/search/random_articles.h"
#include "tests/server/search/test_archive.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

Article titled(const std::string& id, const std::string& title,
               const std::vector<std::string>& places = {}) {
  Article article;
  article.id = id;
  article.title = title;
  article.published = parse_news_time("2023-09-22", TimeZone::paris()).value();
  for (const std::string& place : places) {
    article.places.push_back(Gazetteer::instance().best(place).value());
  }
  return article;
}

std::vector<Article> newsroom() {
  return {titled("a", "L'Azerbaïdjan envoie une aide humanitaire", {"Azerbaïdjan", "Bakou"}),
          titled("b", "Les réfugiés du Karabakh", {"Haut-Karabakh"}),
          titled("c", "Des réfugiés, un refugie", {"Kyiv"}),
          titled("d", "Aide à l'école : le gouvernement Dupont", {"France"}),
          titled("e", "Chœurs d'enfants à Saint-Denis", {"Saint-Denis"}),
          titled("f", "Gouvernance du cœur", {"France", "Lyon"})};
}

/// The texts of one kind, parted by '|'.
std::string texts(const SuggestAnswer& answer, SuggestionType type) {
  std::string found;
  for (const Suggestion& suggestion : answer.suggestions) {
    if (suggestion.type == type) found += (found.empty() ? "" : "|") + suggestion.text.text;
  }
  return found;
}

std::string marked_part(const Suggestion& suggestion) {
  std::string parts;
  for (const auto& [begin, end] : suggestion.text.marks) {
    parts += "[" + suggestion.text.text.substr(begin, end - begin) + "]";
  }
  return parts;
}

TEST_CASE("suggest: terms, places and titles, blind to accents and elision") {
  TempFolder folder;
  write_archive(folder.path(), newsroom());
  Archive archive(folder.path().string(), {});
  const SuggestAnswer aze = archive.suggest({.q = "l'aze"});
  CHECK(texts(aze, SuggestionType::kPlace) == "Azerbaïdjan");
  CHECK(texts(aze, SuggestionType::kArticle) == "L'Azerbaïdjan envoie une aide humanitaire");
  CHECK(marked_part(aze.suggestions.front()) == "[Aze]");
  CHECK(aze.suggestions.front().id == "country:AZ");
  CHECK(aze.suggestions.front().count == 2);  // the Karabakh lies inside
  CHECK(texts(archive.suggest({.q = "refug"}), SuggestionType::kTerm) == "réfugiés");
  CHECK(texts(archive.suggest({.q = "CŒU"}), SuggestionType::kTerm) == "cœur");
  CHECK(texts(archive.suggest({.q = "aide hum"}), SuggestionType::kTerm) == "aide humanitaire");
  CHECK(texts(archive.suggest({.q = "le gouvernement d"}), SuggestionType::kTerm) ==
        "le gouvernement Dupont");
  CHECK(texts(archive.suggest({.q = "kie"}), SuggestionType::kPlace) == "Kyiv");
  CHECK(texts(archive.suggest({.q = "karab"}), SuggestionType::kPlace) == "Karabakh");
  CHECK(texts(archive.suggest({.q = "à saint d"}), SuggestionType::kPlace)
            .starts_with("Saint-Denis"));
}

TEST_CASE("suggest: nothing typed, nothing suggested; kinds and limit as asked") {
  TempFolder folder;
  write_archive(folder.path(), newsroom());
  Archive archive(folder.path().string(), {});
  for (const char* q : {"", " ", "!?", "xyzzy", "l'"}) {
    CAPTURE(q);
    CHECK(archive.suggest({.q = q}).suggestions.empty());
  }
  CHECK(archive.suggest({.q = "a", .limit = 2}).suggestions.size() == 2);
  CHECK(archive.suggest({.q = "a", .limit = 0}).suggestions.empty());
  for (const Suggestion& suggestion :
       archive.suggest({.q = "go", .places = false, .articles = false}).suggestions) {
    CHECK(suggestion.type == SuggestionType::kTerm);
  }
}

TEST_CASE("suggest: a count is what the search finds, for any beginning") {
  TempFolder folder;
  Random random(95);
  write_archive(folder.path(), random_articles(random, 120));
  Archive archive(folder.path().string(), {});
  for (int round = 0; round < 150; ++round) {
    std::string q;
    for (std::size_t before = pick(random, 3); before > 0; --before) {
      q += pick_from(random, testing::vocabulary()) + ' ';
    }
    q += pick_from(random, testing::vocabulary()).substr(0, 1 + pick(random, 4));
    CAPTURE(q);
    for (const Suggestion& suggestion : archive.suggest({.q = q}).suggestions) {
      CAPTURE(suggestion.text.text);
      if (suggestion.type == SuggestionType::kArticle) {
        CHECK(archive.article(suggestion.id, std::nullopt)->article.title == suggestion.text.text);
        continue;
      }
      SearchRequest request;
      request.limit = 0;
      if (suggestion.type == SuggestionType::kPlace) {
        request.selection.filters = {{FacetField::kPlace, {suggestion.id}, {}}};
      } else {
        request.selection.q = suggestion.text.text;
      }
      CHECK(archive.search(request)->total == suggestion.count);
    }
  }
}

TEST_CASE("suggest: any text is answered, and marks lie inside the text on letters") {
  TempFolder folder;
  write_archive(folder.path(), newsroom());
  Archive archive(folder.path().string(), {});
  Random random(96);
  const std::vector<std::string> pieces = {
      "a", "é", "œ",     "’", "'",  "-", " ",       "\"",     "(", "ET", "aze",   "l'",
      "*", "~", "lieu:", "😀", "\n", "=", "e\u0301", "\u00AD", "·", "9",  "école", "saint "};
  for (int round = 0; round < 400; ++round) {
    std::string q;
    for (std::size_t i = pick(random, 8); i > 0; --i) q += pick_from(random, pieces);
    CAPTURE(q);
    for (const Suggestion& suggestion : archive.suggest({.q = q}).suggestions) {
      const std::string& text = suggestion.text.text;
      CHECK(utf8::valid(text));
      std::size_t last = 0;
      for (const auto& [begin, end] : suggestion.text.marks) {
        CHECK(begin >= last);
        CHECK(begin < end);
        CHECK(end <= text.size());
        CHECK(utf8::on_boundary(text, begin));
        CHECK(utf8::on_boundary(text, end));
        last = end;
      }
    }
  }
  CHECK(archive.suggest({.q = std::string(1'000'000, 'a')}).suggestions.empty());
}

}  // namespace
}  // namespace gazette::server
