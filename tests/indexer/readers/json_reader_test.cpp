// Native JSON: lenient about forms, strict about what is kept, and what was written comes back.
#include "indexer/readers/json_reader.h"

#include <doctest/doctest.h>

#include "common/places/gazetteer.h"
#include "tests/common/index/random_article.h"
#include "tests/indexer/readers/collector.h"
#include "tests/shared_data.h"

namespace gazette::indexer {
namespace {

using testing::Collected;
using testing::read_with;

Collected ndjson(std::string text) { return read_with(NdjsonReader(), std::move(text)); }

Article only_article(const std::string& json) {
  const Collected out = ndjson(json);
  CAPTURE(json);
  REQUIRE(out.records.size() == 1);
  return out.records.front().article;
}

TEST_CASE("native json: what was written comes back the same") {
  testing::RandomArticles random(1958);
  std::string all;
  std::vector<Article> articles;
  for (int i = 0; i < 300; ++i) {
    articles.push_back(random.article());
    all += to_json(articles.back()) + "\n";
  }
  const Collected out = ndjson(all);
  CHECK(out.rejects.empty());
  REQUIRE(out.records.size() == articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    CAPTURE(to_json(articles[i]));
    CHECK(out.records[i].article == articles[i]);
    CHECK(out.records[i].warnings.empty());
    CHECK(out.records[i].line == i + 1);
  }
}

TEST_CASE("native json: the usual other names of the fields") {
  const Article article = only_article(
      R"({"headline":"T","text":["P1","P2"],"date":"2023-09-22","author":"A","keywords":"k",)"
      R"("category":"C","publisher":"S","lang":"fr_CA","link":"https://x.fr/1","summary":"R"})");
  CHECK(article.title == "T");
  CHECK(article.body == "P1\n\nP2");
  CHECK(article.published->to_string() == "2023-09-22");
  CHECK(article.authors == std::vector<std::string>{"A"});
  CHECK(article.tags == std::vector<std::string>{"k"});
  CHECK(article.section == "C");
  CHECK(article.source == "S");
  CHECK(article.language == "fr-CA");
  CHECK(article.url == "https://x.fr/1");
  CHECK(article.subtitle == "R");
}

TEST_CASE("native json: places and dateline as names or objects") {
  const Article article = only_article(
      R"({"title":"T","dateline":"Paris / La Gazette","dateline_place":"Paris",)"
      R"("places":["Azerbaïdjan",{"name":"Villebrune-sur-Gartempe"},{"id":"country:AM"},null,"azerbaidjan"]})");
  REQUIRE(article.dateline.has_value());
  CHECK(article.dateline->text == "Paris / La Gazette");
  REQUIRE(article.dateline->place.has_value());
  CHECK(article.dateline->place->id == "insee:75056");
  REQUIRE(article.places.size() == 3);
  CHECK(article.places[0].id == "country:AZ");
  CHECK(article.places[1].id == "name:villebrune-sur-gartempe");
  CHECK(article.places[1].name == "Villebrune-sur-Gartempe");
  CHECK(article.places[2].name == "Arménie");
}

TEST_CASE("native json: a printed dateline gives its place by itself") {
  const Article article = only_article(R"({"title":"T","dateline":"Paris / La Gazette"})");
  REQUIRE(article.dateline->place.has_value());
  CHECK(article.dateline->place->id == "insee:75056");
}

TEST_CASE("native json: times as texts and numbers") {
  const auto published = [](const char* value) {
    const Article article = only_article(std::string(R"({"title":"T","published":)") + value + "}");
    return article.published ? article.published->to_string() : std::string();
  };
  CHECK(published("\"2023-09-22T18:58:00+01:00\"") == "2023-09-22T18:58:00+01:00");
  CHECK(published("\"22 septembre 2023 à 18h58\"") == "2023-09-22T18:58:00+02:00");
  CHECK(published("1695405480") == "2023-09-22T19:58:00+02:00");
  CHECK(published("1695405480000") == "2023-09-22T19:58:00+02:00");
  CHECK(published("null").empty());
  CHECK(published("\"\"").empty());
}

TEST_CASE("native json: a field that cannot be used is left out with a warning") {
  struct Case {
    const char *json, *field;
  };
  const Case cases[] = {
      {R"j({"title":"T","url":"javascript:alert(1)"})j", "url"},
      {R"({"title":"T","url":"/relatif"})", "url"},
      {R"({"title":"T","image":"ftp://x.fr/i.jpg"})", "image"},
      {R"({"title":"T","published":"31/02/2023"})", "published"},
      {R"({"title":"T","published":"bientôt"})", "published"},
      {R"({"title":"T","modified":12})", "modified"},
      {R"({"title":"T","language":"le français de France"})", "language"},
      {R"({"title":"T","body":{"x":1}})", "body"},
      {R"({"title":"T","authors":[{"x":1}]})", "authors"},
      {R"({"title":"T","places":[{"lat":1}]})", "places"},
      {R"({"title":"T","places":[{"id":"p","name":"P","lat":91,"lon":0}]})", "places"},
      {R"({"title":"T","dateline":7.5e400})", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.json);
    const Collected out = ndjson(c.json);
    if (*c.field == '\0') {
      CHECK(out.rejects.size() == 1);
      continue;
    }
    REQUIRE(out.records.size() == 1);
    REQUIRE(out.records[0].warnings.size() == 1);
    CHECK(out.records[0].warnings[0].field == c.field);
    CHECK_FALSE(out.records[0].warnings[0].reason.empty());
    CHECK(out.records[0].article.title == "T");
  }
}

TEST_CASE("native json: records that cannot be articles are rejected with line, field and reason") {
  struct Case {
    std::string json;
    const char* field;
  };
  const Case cases[] = {
      {"{}", "title"},
      {R"({"title":null,"body":"  "})", "title"},
      {"[1]", ""},
      {"3", ""},
      {R"({"title":"\ud800"})", ""},
      {R"({"title":"coupé)", ""},
      {R"({"title":"T","id":")" + std::string(201, 'x') + "\"}", "id"},
      {R"({"title":"T","id":"a\u0000b"})", "id"},
      {R"({"title":"T","tags":)" + std::string(200, '[') + std::string(200, ']') + "}", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.json);
    const Collected out = ndjson("\n" + c.json + "\n{\"title\":\"suivant\"}\n");
    REQUIRE(out.rejects.size() == 1);
    CHECK(out.rejects[0].source == "essai");
    CHECK(out.rejects[0].line == 2);
    CHECK(out.rejects[0].field == c.field);
    CHECK_FALSE(out.rejects[0].reason.empty());
    REQUIRE(out.records.size() == 1);
    CHECK(out.records[0].article.title == "suivant");
  }
}

TEST_CASE("native json: an id is given, or comes from the URL, or from the content") {
  CHECK(only_article(R"({"id":"x/1","title":"T"})").id == "x/1");
  CHECK(only_article(R"({"id":17,"title":"T"})").id == "17");
  const std::string by_url = only_article(R"({"url":"https://x.fr/a","title":"T"})").id;
  CHECK(only_article(R"({"url":"https://x.fr/a#suite","title":"autre"})").id == by_url);
  CHECK(only_article(R"({"url":"https://x.fr/b","title":"T"})").id != by_url);
  const std::string by_text = only_article(R"({"title":"T","body":"B"})").id;
  CHECK(only_article(R"({"body":"B","title":" T ","section":"S"})").id == by_text);
  CHECK(only_article(R"({"title":"T","body":"C"})").id != by_text);
  CHECK(by_url.size() <= kMaxIdBytes);
}

TEST_CASE("native json: one object, an array or a wrapper of articles") {
  for (const char* text : {R"([{"title":"un"},{"title":"deux"}])",
                           R"({"articles":[{"title":"un"},{"title":"deux"}],"total":2})",
                           "{\n \"title\": \"un\"\n}\n{\"title\":\"deux\"}"}) {
    CAPTURE(text);
    const Collected out = read_with(JsonReader(), text);
    REQUIRE(out.records.size() == 2);
    CHECK(out.records[0].article.title == "un");
    CHECK(out.records[1].article.title == "deux");
    CHECK(out.rejects.empty());
  }
}

TEST_CASE("native json: a bad element of an array does not take the others with it") {
  const Collected out =
      read_with(JsonReader(), "[{\"title\":\"un\"},\n{\"title\": tru},\n{\"title\":\"deux\"}]");
  CHECK(out.records.size() == 2);
  REQUIRE(out.rejects.size() == 1);
  CHECK(out.rejects[0].line == 2);
}

TEST_CASE("native json: the sample article reads as published") {
  const auto path = testing::shared_file("ingest-samples/lagazette/native.ndjson");
  if (path.empty()) return;
  InputStream input(open_file(path.string()), "native.ndjson");
  Collected out;
  NdjsonReader().read(input, ReadOptions{}, out);
  REQUIRE(out.records.size() == 1);
  const Article& article = out.records[0].article;
  CHECK(article.id == "lagazette-20230922-azerbaidjan-aide-humanitaire");
  CHECK(article.published->to_string() == "2023-09-22T18:58:00+01:00");
  CHECK(article.dateline->place->id == "insee:75056");
  REQUIRE(article.places.size() == 5);
  CHECK(article.places[1].id == "reg:karabakh");
  CHECK(article.authors.empty());
  CHECK(article.image.empty());
  CHECK(out.records[0].warnings.empty());
}

}  // namespace
}  // namespace gazette::indexer
