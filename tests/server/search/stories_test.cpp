// collapse=story against brute force: total, hits, pages, export, facets, histogram, trends.
#include "server/search/stories.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "common/places/gazetteer.h"
#include "server/search/archive.h"
#include "server/search/column_loader.h"
#include "server/search/histogram.h"
#include "tests/server/search/asked.h"
#include "tests/server/search/random_articles.h"
#include "tests/server/search/test_archive.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

constexpr std::size_t kArticles = 150;
constexpr std::size_t kStories = 25;
constexpr int kRounds = 150;

std::string story_name(std::size_t number) {
  std::array<char, 20> name{};
  std::snprintf(name.data(), name.size(), "%016zx", number * 0x9E3779B97F4A7C15u + 1);
  return name.data();
}

/// An archive in which two articles of three are near-copies of others.
struct World {
  TempFolder folder;
  std::vector<KnownArticle> articles;
  std::map<std::string, std::string> story;  ///< by id; an article alone has its own
  std::unique_ptr<Archive> archive;

  explicit World(unsigned seed) {
    Random random(seed);
    const std::vector<Article> made = random_articles(random, kArticles);
    articles = known(made);
    TestWriter writer(folder.path());
    for (const Article& article : made) writer.add(article);
    for (const Article& article : made) {
      story[article.id] = "alone " + article.id;
      if (pick(random, 3) == 0) continue;
      story[article.id] = story_name(pick(random, kStories));
      writer.set_story(article.id, story[article.id]);
    }
    writer.commit();
    archive = std::make_unique<Archive>(folder.path().string(), ArchiveOptions{});
  }

  /// Articles that are asked for and pass, the filter of `but` aside.
  [[nodiscard]] std::vector<Article> found(const Asked& asked, const Selection& selection,
                                           std::optional<FacetField> but = {}) const {
    std::vector<Article> matching;
    for (const KnownArticle& known : articles) {
      if (asked.matches(known) && passes(known.article, selection, but)) {
        matching.push_back(known.article);
      }
    }
    return matching;
  }

  [[nodiscard]] std::size_t stories_of(const std::vector<Article>& found) const {
    std::set<std::string> names;
    for (const Article& article : found) names.insert(story.at(article.id));
    return names.size();
  }
};

const World& world() {
  static const World made(40);
  return made;
}

/// The ids of `order` that are the first of their story.
std::vector<std::string> first_of_stories(const std::vector<std::string>& order) {
  std::set<std::string> seen;
  std::vector<std::string> first;
  for (const std::string& id : order) {
    if (seen.insert(world().story.at(id)).second) first.push_back(id);
  }
  return first;
}

std::vector<std::string> exported(const Selection& selection) {
  std::vector<std::string> ids;
  const auto take = [&](const Hit& hit) {
    ids.push_back(hit.article.id);
    return true;
  };
  const Result<std::size_t> count = world().archive->export_all(selection, take);
  CHECK(count.value() == ids.size());
  return ids;
}

/// All hits, page by page.
std::vector<Hit> walked(SearchRequest request) {
  std::vector<Hit> hits;
  request.limit = 7;
  for (int page = 0; page < 100; ++page) {
    SearchAnswer answer = world().archive->search(request).value();
    hits.insert(hits.end(), answer.hits.begin(), answer.hits.end());
    if (answer.cursor.empty()) break;
    request.cursor = answer.cursor;
  }
  return hits;
}

struct Round {
  Asked asked;
  SearchRequest request;
};

Round random_round(Random& random, Sort sort) {
  Round round{random_query(random, 2), {}};
  round.request.selection = random_selection(random);
  round.request.selection.q = round.asked.text;
  round.request.selection.sort = sort;
  round.request.selection.collapse = Collapse::kStory;
  return round;
}

}  // namespace

TEST_CASE("stories: total, pages and export are those of brute force, in every order") {
  Random random(41);
  for (int i = 0; i < kRounds; ++i) {
    for (const Sort sort : {Sort::kNewest, Sort::kOldest, Sort::kRelevance}) {
      const Round round = random_round(random, sort);
      CAPTURE(round.asked.text);
      const Selection& selection = round.request.selection;
      const std::vector<Article> found = world().found(round.asked, selection);
      Selection each = selection;
      each.collapse = Collapse::kNone;
      const std::vector<std::string> expected = first_of_stories(exported(each));
      CHECK(expected.size() == world().stories_of(found));
      CHECK(exported(selection) == expected);
      CHECK(world().archive->search(round.request).value().total == expected.size());
      CHECK(world().archive->count(selection).value().total == expected.size());
      std::map<std::string, std::size_t> members;
      for (const Article& article : found) ++members[world().story.at(article.id)];
      const std::vector<Hit> hits = walked(round.request);
      std::vector<std::string> ids;
      for (const Hit& hit : hits) {
        ids.push_back(hit.article.id);
        CHECK(hit.similar_count == members[world().story.at(hit.article.id)] - 1);
      }
      CHECK(ids == expected);
    }
  }
}

TEST_CASE("stories: a facet counts the stories of each value, as the search with it would") {
  Random random(42);
  for (int i = 0; i < kRounds; ++i) {
    const Round round = random_round(random, Sort::kNewest);
    CAPTURE(round.asked.text);
    const Selection& selection = round.request.selection;
    for (std::size_t f = 0; f < kFacetFieldCount; ++f) {
      const auto field = static_cast<FacetField>(f);
      std::map<std::string, std::vector<Article>> by_value;
      for (const Article& article : world().found(round.asked, selection, field)) {
        for (const std::string& value : values_of(article, field)) {
          by_value[value].push_back(article);
        }
      }
      const Facet facet =
          world()
              .archive
              ->facet(field, selection, {.limit = 100, .scope = {.level = PlaceLevel::kAll}})
              .value();
      CHECK(facet.total_values == by_value.size());
      for (const FacetValue& value : facet.values) {
        CHECK(value.count == world().stories_of(by_value[value.value]));
      }
      if (facet.values.empty()) continue;
      SearchRequest chosen = round.request;
      std::erase_if(chosen.selection.filters, [&](const auto& g) { return g.field == field; });
      FieldFilter filter;
      filter.field = field;
      filter.include = {facet.values.front().value};
      chosen.selection.filters.push_back(filter);
      CHECK(world().archive->search(chosen).value().total == facet.values.front().count);
      chosen.facets = {field};
      chosen.place_scope.level = chosen.dateline_scope.level = PlaceLevel::kAll;
      CHECK(world().archive->search(chosen).value().facets[0].values.front().count ==
            facet.values.front().count);
    }
  }
}

TEST_CASE("stories: a bucket counts the stories with a match in it, and trends do") {
  Random random(43);
  for (int i = 0; i < kRounds; ++i) {
    Round round = random_round(random, Sort::kNewest);
    CAPTURE(round.asked.text);
    round.request.histogram = true;
    round.request.interval = static_cast<Interval>(1 + pick(random, 4));
    const SearchAnswer answer = world().archive->search(round.request).value();
    const std::vector<Article> found = world().found(round.asked, round.request.selection);
    const auto in = [&](const std::vector<Article>& articles, const Bucket& bucket) {
      std::vector<Article> inside;
      for (const Article& article : articles) {
        const auto at = when(article);
        if (at && at->day >= bucket.from && at->day <= bucket.to) inside.push_back(article);
      }
      return world().stories_of(inside);
    };
    for (const Bucket& bucket : answer.histogram.value().buckets) {
      CHECK(bucket.count == in(found, bucket));
    }
    const Trends trends =
        world()
            .archive
            ->trends(round.request.selection, {round.asked.text, ""}, round.request.interval)
            .value();
    const Asked everything{"", [](const KnownArticle&) { return true; }};
    const std::vector<Article> all = world().found(everything, round.request.selection);
    REQUIRE(trends.series.size() == 2);
    CHECK(trends.series[0].total == world().stories_of(found));
    for (std::size_t b = 0; b < trends.all.buckets.size(); ++b) {
      CHECK(trends.all.buckets[b].count == in(all, trends.all.buckets[b]));
      CHECK(trends.series[0].counts[b] == in(found, trends.all.buckets[b]));
      CHECK(trends.series[1].counts[b] == trends.all.buckets[b].count);
    }
  }
}

TEST_CASE("stories: without collapse nothing is counted together") {
  SearchRequest request;
  request.limit = 100;
  const SearchAnswer answer = world().archive->search(request).value();
  CHECK(answer.total == kArticles);
  for (const Hit& hit : answer.hits) CHECK(hit.similar_count == 0);
}

TEST_CASE("stories: a cursor of one way is none of the other") {
  SearchRequest request;
  request.selection.collapse = Collapse::kStory;
  request.limit = 5;
  request.cursor = world().archive->search(request).value().cursor;
  CHECK(world().archive->search(request).ok());
  request.selection.collapse = Collapse::kNone;
  CHECK(world().archive->search(request).error().code == "bad-cursor");
}

TEST_CASE("stories: an unchanged article that joins one, or leaves it, is seen") {
  const TempFolder folder;
  Random random(44);
  TestWriter writer(folder.path());
  for (const char* id : {"a", "b", "c"}) writer.add(random_article(random, id));
  writer.commit();
  ColumnLoader loader(TimeZone::paris());
  const auto stories = [&] {
    return total_of(*loader.load(Xapian::Database(folder.path().string())),
                    std::vector<Number>{0, 1, 2}, Collapse::kStory);
  };
  CHECK(stories() == 3);
  writer.set_story("a", story_name(1));
  writer.set_story("c", story_name(1));
  writer.commit();
  CHECK(stories() == 2);
  writer.set_story("b", story_name(1));
  writer.commit();
  CHECK(stories() == 1);
  writer.set_story("a", "");
  writer.commit();
  CHECK(stories() == 2);
}

TEST_CASE("stories: the best of each stands for it, the newest of equals") {
  Columns columns;
  columns.size = 6;
  columns.stories = 2;
  columns.story = {0, kNoStory, 1, 0, 1, 0};
  std::vector<Number> articles = {0, 1, 2, 3, 4, 5};
  std::vector<float> scores = {1, 9, 2, 3, 2, 3};
  keep_best_of_each(columns, articles, scores);
  CHECK(articles == std::vector<Number>{1, 2, 3});
  CHECK(scores == std::vector<float>{9, 2, 3});
  CHECK(first_of_each(columns, std::vector<Number>{5, 4, 3, 2, 1, 0}) ==
        std::vector<Number>{5, 4, 1});
}

TEST_CASE("stories: the copies of an article are the others of its story") {
  const World world(4711);
  for (const KnownArticle& known : world.articles) {
    const std::string& id = known.article.id;
    CAPTURE(id);
    std::set<std::string> others;
    for (const auto& [other, story] : world.story) {
      if (other != id && story == world.story.at(id)) others.insert(other);
    }
    std::set<std::string> copies;
    for (const Article& copy : world.archive->copies(id, kArticles)) copies.insert(copy.id);
    CHECK(copies == others);
  }
  CHECK(world.archive->copies("nobody", 9).empty());
}

}  // namespace gazette::server
