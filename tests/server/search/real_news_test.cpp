// The search's invariants on real news: whatever is asked, all the numbers agree.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "server/search/archive.h"
#include "tests/server/search/random_articles.h"
#include "tests/server/search/test_archive.h"
#include "tests/shared_data.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

constexpr std::size_t kPerFile = 700;  // enough for every kind of article, few enough for a test

Article article_of(const nlohmann::json& line) {
  const auto text = [&](const char* key) {
    const auto at = line.find(key);
    return at != line.end() && at->is_string() ? at->get<std::string>() : std::string();
  };
  Article article;
  article.id = text("id");
  article.title = text("title");
  article.body = text("body");
  article.section = text("section");
  article.source = text("source");
  if (const auto authors = line.find("authors"); authors != line.end()) {
    for (const auto& author : *authors) article.authors.push_back(author.get<std::string>());
  }
  if (!text("published").empty()) {
    article.published = parse_news_time(text("published"), TimeZone::paris()).value();
  }
  return article;
}

/// Articles of all three files; empty when they are not on this machine.
std::vector<Article> real_articles() {
  std::vector<Article> articles;
  for (const char* name : {"news/agency-2010-2020.ndjson", "news/headlines-2022.ndjson",
                           "news/africa-undated.ndjson"}) {
    const auto path = shared_file(name);
    if (path.empty()) return {};
    std::ifstream file(path);
    std::string line;
    for (std::size_t i = 0; i < kPerFile && std::getline(file, line); ++i) {
      articles.push_back(article_of(nlohmann::json::parse(line)));
    }
  }
  return articles;
}

TEST_CASE("real news: total, export, histogram and facets agree for any query and filter") {
  const std::vector<Article> articles = real_articles();
  if (articles.empty()) return;  // SKIPPED was said
  TempFolder folder;
  write_archive(folder.path(), articles);
  std::map<std::string, Article> by_id;
  for (const Article& article : articles) by_id[article.id] = article;
  Archive archive(folder.path().string(), ArchiveOptions{});
  Random random(50);
  const std::vector<std::string> queries = {
      "",          "gouvernement",       "\"premier ministre\"", "police OU justice",
      "france",    "\"de la\"",          "macron SAUF santé",    "pays*",
      "élections", "police PROCHE/5 un", "titre:france",         "=france",
      "l'eau",     "\"=les =pays\""};
  for (const std::string& q : queries) {
    for (int round = 0; round < 6; ++round) {
      SearchRequest request;
      request.selection.q = q;
      request.selection.dates_in_words = false;
      if (round > 0) {
        const Article& some = pick_from(random, articles);
        if (!some.section.empty()) {
          request.selection.filters = {{FacetField::kSection, {some.section}, {}}};
        }
        if (some.published && round > 2) request.selection.from = when(some)->day;
        if (some.published && round > 4) request.selection.to = when(some)->day + 60;
      }
      request.histogram = true;
      request.facets = {FacetField::kSection, FacetField::kSource, FacetField::kAuthor};
      request.facet_limit = 100'000;
      CAPTURE(q);
      CAPTURE(round);
      const SearchAnswer answer = archive.search(request).value();
      std::map<std::string, std::size_t> sections, sources, authors;
      std::size_t exported = 0;
      std::size_t dated = 0;
      const auto count = archive.export_all(request.selection, [&](const Hit& hit) {
        ++exported;
        const Article& article = by_id.at(hit.article.id);
        CHECK(hit.article.title == article.title);
        dated += article.published ? 1 : 0;
        ++sections[article.section];
        ++sources[article.source];
        for (const std::string& author : article.authors) ++authors[author];
        return true;
      });
      CHECK(answer.total == exported);
      CHECK(count.value() == exported);
      std::size_t in_buckets = 0;
      for (const Bucket& bucket : answer.histogram.value().buckets) in_buckets += bucket.count;
      CHECK(in_buckets == dated);
      for (const Facet& facet : answer.facets) {
        const auto& expected = facet.field == FacetField::kSource   ? sources
                               : facet.field == FacetField::kAuthor ? authors
                                                                    : sections;
        for (const FacetValue& value : facet.values) {
          const bool own = facet.field == FacetField::kSection &&
                           !request.selection.filters.empty() && !value.selected;
          const auto at = expected.find(value.value);
          if (!own) CHECK(value.count == (at == expected.end() ? 0 : at->second));
        }
      }
    }
  }
}

}  // namespace
}  // namespace gazette::server
