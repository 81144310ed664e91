// Columns: what they hold, and that following commits gives what reading afresh gives.
#include "server/search/column_loader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/server/search/random_articles.h"
#include "tests/server/search/test_archive.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

std::shared_ptr<const Columns> load_afresh(const TempFolder& folder) {
  return ColumnLoader(TimeZone::paris()).load(Xapian::Database(folder.path().string()));
}

std::string id_of(const Xapian::Database& db, Xapian::docid docid) {
  return db.get_document(docid).get_value(8);
}

std::set<std::string> values_of(const Columns& columns, FacetField field, Number n) {
  std::set<std::string> values;
  for (const Code code : columns.of(field)[n]) values.insert(columns.dictionary(field)[code].value);
  return values;
}

std::set<std::string> expected_values(const Article& article, FacetField field) {
  std::set<std::string> values;
  const auto add_place = [&](const std::string& id) {
    for (const std::string& above : with_ancestors(id)) values.insert(above);
  };
  switch (field) {
    case FacetField::kSection:
      values = {article.section};
      break;
    case FacetField::kSource:
      values = {article.source};
      break;
    case FacetField::kLanguage:
      values = {article.language};
      break;
    case FacetField::kAuthor:
      values = {article.authors.begin(), article.authors.end()};
      break;
    case FacetField::kTag:
      values = {article.tags.begin(), article.tags.end()};
      break;
    case FacetField::kPlace:
      for (const Place& place : article.places) add_place(place.id);
      break;
    case FacetField::kDateline:
      if (article.dateline) add_place(article.dateline->place->id);
  }
  values.erase("");
  return values;
}

void check_columns(const Columns& columns, const Xapian::Database& db,
                   const std::vector<Article>& articles) {
  REQUIRE(columns.size == articles.size());
  const std::vector<std::size_t> order = in_date_order(articles, false);
  for (Number n = 0; n < columns.size; ++n) {
    const Article& article = articles[order[n]];
    CAPTURE(n);
    CAPTURE(article.id);
    REQUIRE(id_of(db, columns.docid[n]) == article.id);
    CHECK(columns.number_of[columns.docid[n]] == n);
    CHECK((n < columns.dated) == article.published.has_value());
    if (const auto expected = when(article)) {
      CHECK(columns.day[n] == expected->day);
      CHECK(columns.instant[n] == expected->instant);
    }
    for (std::size_t field = 0; field < kFacetFieldCount; ++field) {
      CAPTURE(field);
      const auto facet = static_cast<FacetField>(field);
      CHECK(values_of(columns, facet, n) == expected_values(article, facet));
    }
  }
}

TEST_CASE("columns: articles are numbered newest first, the undated last, with all their values") {
  TempFolder folder;
  Random random(1);
  const std::vector<Article> articles = random_articles(random, 200);
  write_archive(folder.path(), articles);
  check_columns(*load_afresh(folder), Xapian::Database(folder.path().string()), articles);
}

TEST_CASE("columns: following commits gives what reading afresh gives") {
  TempFolder folder;
  Random random(2);
  std::vector<Article> articles = random_articles(random, 120);
  TestWriter writer(folder.path());
  for (const Article& article : articles) writer.add(article);
  writer.commit();
  ColumnLoader loader(TimeZone::paris());
  for (int commit = 0; commit < 12; ++commit) {
    CAPTURE(commit);
    const Xapian::Database db(folder.path().string());
    check_columns(*loader.load(db), db, articles);
    for (std::size_t change = pick(random, 12); change > 0; --change) {
      const std::size_t at = pick(random, articles.size());
      if (pick(random, 3) == 0) {
        writer.remove(articles[at].id);
        articles.erase(articles.begin() + static_cast<std::ptrdiff_t>(at));
      } else {
        articles[at] = random_article(random, articles[at].id);
        writer.add(articles[at]);
      }
      articles.push_back(random_article(random, "n" + std::to_string(commit * 100 + change)));
      writer.add(articles.back());
    }
    writer.commit();
  }
}

TEST_CASE("columns: what a load overtaken by the writer left is made good by the next") {
  TempFolder folder;
  Random random(5);
  TestWriter writer(folder.path());
  std::vector<Article> articles = random_articles(random, 400);
  for (const Article& article : articles) writer.add(article);
  writer.commit();
  ColumnLoader loader(TimeZone::paris());
  int overtaken = 0;
  for (int round = 0; round < 6; ++round) {
    const Xapian::Database stale(folder.path().string());
    for (int commit = 0; commit < 4; ++commit) {
      for (Article& article : articles) {
        article = random_article(random, article.id);
        writer.add(article);
      }
      writer.remove(articles.back().id);
      articles.pop_back();
      writer.commit();
    }
    try {
      loader.load(stale);
    } catch (const Xapian::DatabaseModifiedError&) {
      ++overtaken;
    }
    const Xapian::Database db(folder.path().string());
    check_columns(*loader.load(db), db, articles);
  }
  CHECK(overtaken > 0);  // else this shows nothing
}

TEST_CASE("columns: an archive rewritten over and over does not grow without limit") {
  TempFolder folder;
  TestWriter writer(folder.path());
  ColumnLoader loader(TimeZone::paris());
  Random random(3);
  std::vector<Article> articles;
  for (int round = 0; round < 60; ++round) {
    articles.clear();
    for (int i = 0; i < 40; ++i) {
      articles.push_back(
          random_article(random, "an-id-long-enough-to-fill-a-pool-" + std::to_string(i)));
      writer.add(articles.back());
    }
    writer.commit();
    loader.load(Xapian::Database(folder.path().string()));
  }
  const Xapian::Database db(folder.path().string());
  check_columns(*loader.load(db), db, articles);
}

TEST_CASE("columns: an empty archive has none") {
  TempFolder folder;
  write_archive(folder.path(), {});
  const auto columns = load_afresh(folder);
  CHECK(columns->size == 0);
  CHECK(columns->of_days(0, 100) == std::pair<Number, Number>(0, 0));
}

TEST_CASE("columns: the articles of a run of days are a run of numbers") {
  TempFolder folder;
  Random random(4);
  const std::vector<Article> articles = random_articles(random, 150);
  write_archive(folder.path(), articles);
  const auto columns = load_afresh(folder);
  for (int i = 0; i < 200; ++i) {
    const CivilDay from =
        columns->day[pick(random, columns->dated)] - 1 + static_cast<int>(pick(random, 3));
    const CivilDay to =
        columns->day[pick(random, columns->dated)] - 1 + static_cast<int>(pick(random, 3));
    const auto [first, last] = columns->of_days(from, to);
    Number expected = 0;
    for (Number n = 0; n < columns->dated; ++n) {
      const bool inside = columns->day[n] >= from && columns->day[n] <= to;
      CHECK(inside == (n >= first && n < last));
      expected += inside ? 1 : 0;
    }
    CHECK(last - first == expected);
  }
}

}  // namespace
}  // namespace gazette::server
