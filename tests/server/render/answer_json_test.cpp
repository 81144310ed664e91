// The shapes of the HTTP API, key by key.
#include "server/render/answer_json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/server/render/answers.h"

namespace gazette::server {
namespace {

using testing::bare_hit;
using testing::full_answer;
using testing::full_hit;

std::string hit_json(const Hit& hit, const HitForm& form) {
  std::string out;
  JsonWriter json(out);
  write_hit(hit, form, json);
  return out;
}

}  // namespace

TEST_CASE("answer json: a hit has exactly the keys of the contract, in its order") {
  CHECK(
      hit_json(full_hit(), {}) ==
      R"({"id":"2023/09/aide-1","url":"https://gazette.example/aide?a=1&b=2",)"
      R"("title":"L'Azerbaïdjan envoie \"de l'aide\" & du pain",)"
      R"("published":"2023-09-22T18:58:00+01:00","source":"La Gazette","section":"Monde",)"
      R"("authors":["Ana Karimova","Luc Petit"],"language":"fr",)"
      R"("dateline":{"text":"Paris / La Gazette","place":{"id":"insee:75056","name":"Paris",)"
      R"("type":"city","country":"FR","lat":48.8566,"lon":2.3522}},)"
      R"("places":[{"id":"country:AZ","name":"Azerbaïdjan","type":"country","country":"AZ",)"
      R"("lat":null,"lon":null}],"score":12.5,"similar_count":2,)"
      R"("highlights":{"title":"L&#39;<mark>Azerbaïdjan</mark> envoie &quot;de l&#39;aide&quot; &amp; du pain",)"
      R"("body":["Un convoi d&#39;<mark>aide</mark> &lt;parti&gt; de Bakou."]}})");
}

TEST_CASE("answer json: a hit without anything has every key all the same") {
  CHECK(hit_json(bare_hit(), {}) ==
        R"({"id":"seul","url":null,"title":"","published":null,"source":null,"section":null,)"
        R"("authors":[],"language":null,"dateline":null,"places":[],"score":0,"similar_count":0,)"
        R"("highlights":{"title":null,"body":[]}})");
}

TEST_CASE("answer json: ranges are code points of plain text") {
  const HitForm form{
      .fields = {HitField::kHighlights}, .highlight = HighlightForm::kRanges, .explain = true};
  CHECK(hit_json(full_hit(), form) ==
        R"({"highlights":{"title":{"text":"L'Azerbaïdjan envoie \"de l'aide\" & du pain",)"
        R"("ranges":[[2,13]]},"body":[{"text":"Un convoi d'aide <parti> de Bakou.",)"
        R"("ranges":[[12,16]]}]},"matched":[{"term":"azerbaidjan","via":"folded"}]})");
  const HitForm none{.fields = {HitField::kHighlights}, .highlight = HighlightForm::kNone};
  CHECK(hit_json(full_hit(), none) == R"({"highlights":null})");
}

TEST_CASE("answer json: fields are given as asked, in the order asked") {
  const HitForm form{.fields = {HitField::kTags, HitField::kBody, HitField::kId}};
  CHECK(hit_json(full_hit(), form) ==
        R"({"tags":["=aide","Karabakh"],"body":"Premier paragraphe.\n\nSecond <i>paragraphe</i>.",)"
        R"("id":"2023/09/aide-1"})");
}

TEST_CASE("answer json: the page of a search") {
  SearchAnswer answer = full_answer();
  answer.hits.clear();
  CHECK(
      search_json(answer, {}, {"/v1/search?cursor=Q1VS", ""}) ==
      R"({"query":{"text":"azerbaidjan (aide","interpreted":"azerbaidjan ET aide",)"
      R"("warnings":[{"code":"unbalanced-parenthesis","detail":"Parenthèse non fermée.",)"
      R"("position":12}],"date":null},"total":42,"took_ms":3.142,"revision":1842,"partial":false,)"
      R"("hits":[],"facets":{"section":{"total_values":31,"values":[)"
      R"({"value":"Monde","label":"Monde","count":12,"selected":true},)"
      R"({"value":"Sport","label":"Sport","count":3,"selected":false,"excluded":true}]},)"
      R"("place":{"total_values":1,"values":[{"value":"insee:75056","label":"Paris","count":7,)"
      R"("parent":"sub:FR-75","selected":false}]}},)"
      R"("histogram":{"interval":"month","timezone":"Europe/Paris","buckets":[)"
      R"({"from":"2023-09-01","to":"2023-09-30","label":"septembre 2023","count":12}]},)"
      R"("did_you_mean":null,"relaxed":null,"cursor":"Q1VS","next":"/v1/search?cursor=Q1VS"})");
}

TEST_CASE("answer json: an empty answer says what is near") {
  SearchAnswer answer;
  answer.did_you_mean = "karabakh";
  answer.relaxed_total = 7;
  answer.words = {{"karabak", 0, 7}};
  const std::string json = search_json(answer, {}, {"", "/v1/search?op=or"});
  CHECK(json.ends_with(
      R"("facets":{},"histogram":null,"did_you_mean":"karabakh",)"
      R"("relaxed":{"op":"or","total":7,"url":"/v1/search?op=or"},)"
      R"("words":[{"text":"karabak","alone":0,"without":7}],"cursor":null,"next":null})"));
}

TEST_CASE("answer json: an article is its native form, with marks only for a query") {
  ArticleAnswer answer;
  answer.article = full_hit().article;
  CHECK(article_json(answer, HighlightForm::kHtml) == to_json(answer.article));
  answer.title = full_hit().title;
  answer.body = MarkedText{"a < b", {{4, 5}}};
  const auto html = nlohmann::json::parse(article_json(answer, HighlightForm::kHtml));
  CHECK(html.at("highlights").at("body") == "a &lt; <mark>b</mark>");
  const auto ranges = nlohmann::json::parse(article_json(answer, HighlightForm::kRanges));
  CHECK(ranges.at("highlights").at("body").dump() == R"({"ranges":[[4,5]],"text":"a < b"})");
  CHECK(article_json(answer, HighlightForm::kNone) == to_json(answer.article));
}

TEST_CASE("answer json: facet, tokens, figures, problems") {
  Facet facet;
  facet.field = FacetField::kDateline;
  facet.total_values = 1;
  facet.values = {{"insee:75056", "Paris", "", 7, true, false}};
  CHECK(facet_json(facet) == R"({"name":"dateline","total_values":1,"values":[)"
                             R"({"value":"insee:75056","label":"Paris","count":7,"parent":null,)"
                             R"("selected":true}]})");
  AnalyzedToken token;
  token.text = "Chevaux";
  token.exact = token.folded = "chevaux";
  token.stem = "cheval";
  token.why = "snowball";
  token.start = 2;
  token.end = 9;
  token.position = 1;
  CHECK(analyze_json({token}) ==
        R"({"tokens":[{"text":"Chevaux","exact":"chevaux","folded":"chevaux","stem":"cheval",)"
        R"("name":null,"start":2,"end":9,"position":1,"stop_word":false,"why":"snowball"}]})");
  ArchiveStats stats;
  stats.articles = 2;
  stats.first_day = to_day({2020, 1, 2});
  stats.sources = {{"La Gazette", 2}};
  stats.revision = 3;
  stats.schema_version = 1;
  CHECK(stats_json(stats, "0.1") ==
        R"({"articles":2,"first_date":"2020-01-02","last_date":null,)"
        R"("sources":[{"value":"La Gazette","count":2}],"revision":3,"last_commit":null,)"
        R"("schema_version":1,"version":"0.1"})");
}

}  // namespace gazette::server
