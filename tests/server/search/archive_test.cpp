// The archive's other answers: one article, its marks, forms found, tokens, figures.
#include "server/search/archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "common/index/document.h"
#include "common/index/schema.h"
#include "tests/server/search/random_articles.h"
#include "tests/server/search/test_archive.h"

namespace gazette::server {
namespace {

using namespace gazette::testing;

Article article_of(const std::string& id, const std::string& title, const std::string& body) {
  Article article;
  article.id = id;
  article.title = title;
  article.body = body;
  return article;
}

struct Small {
  TempFolder folder;
  std::unique_ptr<Archive> archive;
  explicit Small(const std::vector<Article>& articles) {
    write_archive(folder.path(), articles);
    archive = std::make_unique<Archive>(folder.path().string(), ArchiveOptions{});
  }
};

std::vector<std::string> marked(const MarkedText& text) {
  std::vector<std::string> words;
  for (const auto& [begin, end] : text.marks) words.push_back(text.text.substr(begin, end - begin));
  return words;
}

TEST_CASE("archive: one article comes whole, marked over its full length") {
  const Article stored = article_of("a/1", "L'aide à l'Azerbaïdjan",
                                    "Rien ici.\n\nAzerbaïdjan encore, puis l’Azerbaïdjan.");
  Small small({stored});
  CHECK_FALSE(small.archive->article("none", std::nullopt).has_value());
  const ArticleAnswer plain = small.archive->article("a/1", std::nullopt).value();
  CHECK(plain.article == stored);
  CHECK_FALSE(plain.title.has_value());
  Selection selection;
  selection.q = "azerbaidjan";
  const ArticleAnswer answer = small.archive->article("a/1", selection).value();
  CHECK(answer.title.value().text == stored.title);
  CHECK(marked(*answer.title) == std::vector<std::string>{"Azerbaïdjan"});
  CHECK(answer.body.value().text == stored.body);
  CHECK(marked(*answer.body) == std::vector<std::string>{"Azerbaïdjan", "Azerbaïdjan"});
}

TEST_CASE("archive: a hit has its title and passages marked, or not at all") {
  Small small(
      {article_of("a", "Un réfugié", "Des réfugiés arrivent."), article_of("b", "Vent", "")});
  SearchRequest request;
  request.selection.q = "refugies";
  const SearchAnswer answer = small.archive->search(request).value();
  REQUIRE(answer.hits.size() == 1);
  CHECK(marked(answer.hits[0].title.value()) == std::vector<std::string>{"réfugié"});
  REQUIRE(answer.hits[0].body.size() == 1);
  CHECK(marked(answer.hits[0].body[0]) == std::vector<std::string>{"réfugiés"});
  request.highlight = HighlightForm::kNone;
  const SearchAnswer bare = small.archive->search(request).value();
  CHECK_FALSE(bare.hits.at(0).title.has_value());
  CHECK(bare.hits.at(0).body.empty());
}

TEST_CASE("archive: explain says by what form each word was found") {
  Small small({article_of("a", "", "Des réfugiés arrivent au gouvernement."),
               article_of("b", "", "Un réfugié. Le gouvernement."),
               article_of("c", "", "Un refugie au gouvernement.")});
  struct Case {
    std::string q, id, via;
  };
  const std::vector<Case> cases = {
      {"réfugié", "b", "exact"},   {"réfugié", "a", "stem"}, {"refugie", "c", "exact"},
      {"refugie", "b", "folded"},  {"gouv*", "a", "prefix"}, {"gouvernemant~", "a", "fuzzy"},
      {"=réfugiés", "a", "exact"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.q);
    CAPTURE(c.id);
    SearchRequest request;
    request.selection.q = c.q;
    request.explain = true;
    std::string via = "absent";
    const SearchAnswer answer = small.archive->search(request).value();
    for (const Hit& hit : answer.hits) {
      if (hit.article.id == c.id) via = hit.matched.at(0).via;
    }
    CHECK(via == c.via);
  }
}

TEST_CASE("archive: an exact phrase is verified on the text") {
  Small small({article_of("a", "", "Les élus locaux parlent."),
               article_of("b", "", "L'élu local parle."), article_of("c", "Les élus locaux", ""),
               article_of("d", "", "élus. Les locaux")});
  const auto found = [&](const std::string& q) {
    std::string ids;
    SearchRequest request;
    request.selection.q = q;
    request.selection.sort = Sort::kNewest;
    const SearchAnswer answer = small.archive->search(request).value();
    for (const Hit& hit : answer.hits) ids += hit.article.id;
    return ids;
  };
  CHECK(found("\"élus locaux\"") == "abc");
  CHECK(found("=\"élus locaux\"") == "ac");
  CHECK(found("=\"élu local\"") == "b");
}

TEST_CASE("archive: tokens have their forms, and offsets in code points") {
  Small small({});
  const std::vector<AnalyzedToken> tokens = small.archive->analyze("Déjà l’Azerbaïdjan");
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[0].text == "Déjà");
  CHECK(tokens[0].start == 0);
  CHECK(tokens[0].end == 4);
  CHECK(tokens[1].text == "Azerbaïdjan");
  CHECK(tokens[1].start == 7);
  CHECK(tokens[1].end == 18);
  CHECK(tokens[1].folded == "azerbaidjan");
  CHECK(tokens[1].exact == "azerbaïdjan");
  CHECK(tokens[1].position == 2);
  CHECK_FALSE(tokens[1].why.empty());
}

TEST_CASE("archive: figures are those of the articles") {
  Random random(30);
  const std::vector<Article> articles = random_articles(random, 80);
  Small small(articles);
  const ArchiveStats stats = small.archive->stats();
  CHECK(stats.articles == 80);
  CHECK(stats.schema_version == schema::kVersion);
  CHECK(stats.revision == small.archive->revision());
  CivilDay first = std::numeric_limits<CivilDay>::max();
  CivilDay last = std::numeric_limits<CivilDay>::min();
  std::size_t gazette = 0;
  for (const Article& article : articles) {
    if (article.source == "La Gazette") ++gazette;
    if (!article.published) continue;
    first = std::min(first, when(article)->day);
    last = std::max(last, when(article)->day);
  }
  CHECK(stats.first_day == first);
  CHECK(stats.last_day == last);
  REQUIRE(stats.sources.size() == 2);
  CHECK(stats.sources[0].second >= stats.sources[1].second);
  const auto& named = stats.sources[0].first == "La Gazette" ? stats.sources[0] : stats.sources[1];
  CHECK(named.second == gazette);
}

TEST_CASE("archive: an empty one answers with nothing") {
  Small small({});
  CHECK(small.archive->ready());
  SearchRequest request;
  request.histogram = true;
  request.facets = {FacetField::kPlace};
  for (const char* q : {"", "police", "\"de la\"", "a*", "-police"}) {
    request.selection.q = q;
    const SearchAnswer answer = small.archive->search(request).value();
    CHECK(answer.total == 0);
    CHECK(answer.hits.empty());
    CHECK(answer.histogram.value().buckets.empty());
  }
  CHECK(small.archive->stats().articles == 0);
  CHECK_FALSE(small.archive->stats().first_day.has_value());
}

TEST_CASE("archive: a damaged article is told, and spoils nothing else") {
  TempFolder folder;
  write_archive(folder.path(), {article_of("good", "Police", ""), article_of("bad", "Police", "")});
  {
    Xapian::WritableDatabase db(folder.path().string(), Xapian::DB_OPEN);
    Xapian::Document document = db.get_document(*db.postlist_begin(id_term("bad")));
    document.set_data(document.get_data() + "x");
    db.replace_document(id_term("bad"), document);
    db.commit();
  }
  Archive archive(folder.path().string(), ArchiveOptions{});
  SearchRequest request;
  request.selection.q = "police";
  const SearchAnswer answer = archive.search(request).value();
  CHECK(answer.total == 2);
  REQUIRE(answer.hits.size() == 2);
  for (const Hit& hit : answer.hits)
    CHECK(hit.article.title == (hit.article.id == "bad" ? "" : "Police"));
  REQUIRE_FALSE(answer.query.warnings.empty());
  CHECK(answer.query.warnings.back().code == "damaged-article");
  CHECK_THROWS_AS(archive.article("bad", std::nullopt), ArchiveUnavailable);
  CHECK(archive.article("good", std::nullopt).has_value());
}

TEST_CASE("archive: any bytes are answered") {
  Random random(31);
  Small small(random_articles(random, 40));
  for (int round = 0; round < 300; ++round) {
    std::string bytes(pick(random, 60), '\0');
    for (char& byte : bytes) {
      static const std::string kLikely = "\"()*~=-: «»ETOUSAUFPROCHE/5auteurlieudate0129éàdela";
      byte = pick(random, 4) == 0 ? static_cast<char>(pick(random, 256))
                                  : kLikely[pick(random, kLikely.size())];
    }
    SearchRequest request;
    request.selection.q = bytes;
    request.selection.filters = {{FacetField::kPlace, {bytes}, {bytes}}};
    if (pick(random, 2) == 0) request.selection.filters.clear();
    request.facets = {FacetField::kPlace, FacetField::kSection};
    request.histogram = true;
    request.explain = true;
    request.fragments = pick(random, 4);
    request.fragment_size = pick(random, 3) * 50;
    CAPTURE(bytes);
    const SearchAnswer answer = small.archive->search(request).value();
    CHECK(answer.hits.size() == std::min<std::size_t>(10, answer.total));
    CHECK(small.archive->facet(FacetField::kTag, request.selection, {.contains = bytes, .limit = 5})
              .ok());
    small.archive->article(bytes, request.selection);
    small.archive->analyze(bytes);
    request.cursor = bytes.empty() ? "x" : bytes;
    CHECK(small.archive->search(request).error().code == "bad-cursor");
  }
}

TEST_CASE("archive: an index of another version is refused by name") {
  TempFolder folder;
  write_archive(folder.path(), {article_of("a", "Police", "")});
  {
    Xapian::WritableDatabase db(folder.path().string(), Xapian::DB_OPEN);
    db.set_metadata(std::string(schema::kVersionKey), "0");
    db.commit();
  }
  CHECK_THROWS_AS(Archive(folder.path().string(), ArchiveOptions{}), schema::SchemaMismatch);
}

}  // namespace
}  // namespace gazette::server
